"""Editors steer the search: it works at once, a mistake is told, and who may not, can not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.vinden import eigen_regels, tellen
from kennisplatform.vinden.demo import ZOEKVRAGEN, vul
from kennisplatform.vinden.models import BeschermdWoord, Crisiszin, Synoniem, Vastgezet, Wens, Zoekterm
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.motor import motor
from tests.pagina import plat
from tests.vastleggen import leg_vast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("niets_gezocht")]
BLOK = "Hebt u nu hulp nodig?"
NIEUW = {"synoniem": "/admin/snippets/vinden/synoniem/add/", "crisis": "/admin/snippets/vinden/crisiszin/add/"}


@pytest.fixture
def gat() -> Zoekterm:
    return Zoekterm.objects.create(
        week=tellen.maandag(timezone.localdate()), tekst="fnorxqaz", taal="nl", keren=7, niets=7, bezoekers=3
    )


def titels(q: str) -> list[str]:
    return [t.titel.replace("<mark>", "").replace("</mark>", "") for t in motor().zoek(Vraag(q)).treffers]


def test_an_editor_closes_a_gap_and_sees_it_work(als: Callable[[str], Client], gat: Zoekterm) -> None:
    assert titels("fnorxqaz") == []
    client = als("Eindredacteur")
    lijst = client.get("/admin/niet-gevonden/").content.decode()
    assert "fnorxqaz" in lijst
    adres = f"/admin/niet-gevonden/{gat.pk}/synoniem/"
    assert "fnorxqaz, " in client.get(adres).content.decode()
    antwoord = client.post(adres, {"termen": "fnorxqaz, vallen", "leidt_tot": "", "toelichting": ""}, follow=True)
    tekst = antwoord.content.decode()
    assert "Het synoniem werkt nu" in tekst
    assert "Ik ben bang om te" in tekst, "the try-out shows what is found now"
    assert "Ik ben bang om te vallen" in titels("fnorxqaz")
    assert "fnorxqaz" not in client.get("/admin/niet-gevonden/").content.decode()


def test_a_synonym_of_words_that_stand_nowhere_is_told_to_help_nobody(
    als: Callable[[str], Client], gat: Zoekterm
) -> None:
    adres = f"/admin/niet-gevonden/{gat.pk}/synoniem/"
    velden = {"termen": "fnorxqaz, xyzzniks", "leidt_tot": "", "toelichting": ""}
    tekst = als("Eindredacteur").post(adres, velden, follow=True).content.decode()
    assert "Het synoniem werkt nu" not in tekst
    assert "‘fnorxqaz’ vindt nog niets: ook de andere woorden staan nergens op de site." in tekst


def test_a_wish_and_taking_off_the_list(als: Callable[[str], Client], gat: Zoekterm) -> None:
    client = als("Eindredacteur")
    client.post(f"/admin/niet-gevonden/{gat.pk}/wens/")
    assert (Wens.objects.get().titel, Wens.objects.get().keren) == ("fnorxqaz", 7)
    gat.refresh_from_db()
    assert gat.afgedaan
    Zoekterm.objects.update(afgedaan=False)
    client.post(f"/admin/niet-gevonden/{gat.pk}/afgedaan/")
    gat.refresh_from_db()
    assert gat.afgedaan


def test_a_text_of_too_few_visitors_has_no_screen(als: Callable[[str], Client], gat: Zoekterm) -> None:
    Zoekterm.objects.update(bezoekers=2)
    client = als("Eindredacteur")
    assert "fnorxqaz" not in client.get("/admin/niet-gevonden/?alles=1").content.decode()
    assert client.get(f"/admin/niet-gevonden/{gat.pk}/synoniem/").status_code == 404
    assert client.post(f"/admin/niet-gevonden/{gat.pk}/wens/").status_code == 404


def test_who_may_not_can_not(client: Client, als: Callable[[str], Client], gat: Zoekterm) -> None:
    adressen = ["/admin/niet-gevonden/", "/admin/zoekproef/", f"/admin/niet-gevonden/{gat.pk}/synoniem/"]
    for adres in adressen:
        assert client.get(adres).status_code == 302, "a visitor is sent to the door"
    redacteur = als("Redacteur")
    assert redacteur.get("/admin/niet-gevonden/").status_code == 200
    assert redacteur.get("/admin/zoekproef/?q=vallen").status_code == 200
    redacteur.post(f"/admin/niet-gevonden/{gat.pk}/synoniem/", {"termen": "fnorxqaz, vallen"})
    voorstel = Synoniem.objects.get()
    for wat in ("neem-over", "weg"):
        redacteur.post(f"/admin/niet-gevonden/voorstel/{voorstel.pk}/{wat}/")
    redacteur.post(f"/admin/niet-gevonden/{gat.pk}/afgedaan/")
    voorstel.refresh_from_db()
    assert voorstel.voorstel and not voorstel.actief, "a proposal, and no more"
    assert Client().post(f"/admin/niet-gevonden/{gat.pk}/synoniem/", {"termen": "a, b"}).status_code == 302
    assert Synoniem.objects.count() == 1
    gat.refresh_from_db()
    assert not gat.afgedaan


def test_a_redacteur_proposes_and_the_eindredactie_decides(als: Callable[[str], Client], gat: Zoekterm) -> None:
    vorm = f"/admin/niet-gevonden/{gat.pk}/synoniem/"
    redacteur = als("Redacteur")
    assert "Leg voor aan de eindredactie" in redacteur.get(vorm).content.decode()
    assert "twee termen" in redacteur.post(vorm, {"termen": "fnorxqaz"}).content.decode(), "checked as any other"
    na = redacteur.post(
        vorm, {"termen": "fnorxqaz, vallen", "toelichting": "vaak gevraagd"}, follow=True
    ).content.decode()
    redacteur.post(vorm, {"termen": "fnorxqaz, vallen, ", "toelichting": "vaak gevraagd"})
    assert Synoniem.objects.count() == 1, "the same proposal twice is one"
    assert "ligt bij de eindredactie" in na and "synoniem voorgesteld" in na and "Neem over" not in na
    assert titels("fnorxqaz") == [], "not in use yet"
    assert "voorstel wacht" not in redacteur.get("/admin/").content.decode()
    client = als("Eindredacteur")
    assert "Eén voorstel wacht op uw besluit" in client.get("/admin/").content.decode()
    lijst = client.get("/admin/niet-gevonden/").content.decode()
    assert "vaak gevraagd" in lijst and "Neem over" in lijst
    pk = Synoniem.objects.get().pk
    assert client.get(f"/admin/niet-gevonden/voorstel/{pk}/neem-over/").status_code == 405
    tekst = client.post(f"/admin/niet-gevonden/voorstel/{pk}/neem-over/", follow=True).content.decode()
    assert "Het synoniem werkt nu" in tekst
    assert "Ik ben bang om te vallen" in titels("fnorxqaz")
    assert "voorstel wacht" not in client.get("/admin/").content.decode()
    gat.refresh_from_db()
    assert gat.afgedaan


def test_a_proposal_can_be_refused_by_a_person_and_by_a_rule(als: Callable[[str], Client], gat: Zoekterm) -> None:
    client = als("Eindredacteur")
    een, twee = (Synoniem.objects.create(termen="fnorxqaz, vallen", actief=False, voorstel=True) for _ in range(2))
    assert "is weg" in client.post(f"/admin/niet-gevonden/voorstel/{een.pk}/weg/", follow=True).content.decode()
    assert list(Synoniem.objects.all()) == [twee]
    Synoniem.objects.create(termen="fnorxqaz, vallen, struikelen")
    antwoord = client.post(f"/admin/niet-gevonden/voorstel/{twee.pk}/neem-over/", follow=True)
    assert "staat al" in antwoord.content.decode()
    twee.refresh_from_db()
    assert twee.voorstel and not twee.actief


def test_the_shipped_synonyms_can_be_read(als: Callable[[str], Client]) -> None:
    client = als("Redacteur")
    tekst = client.get("/admin/meegeleverd/", {"q": "suikerziektes"}).content.decode()
    assert "diabetes mellitus" in tekst and "valangst" not in tekst
    assert "0 regels" in client.get("/admin/meegeleverd/", {"q": "fnorxqaz"}).content.decode()
    assert "valangst" in client.get("/admin/meegeleverd/").content.decode()
    assert Client().get("/admin/meegeleverd/").status_code == 302


def test_a_wish_says_where_it_stands(als: Callable[[str], Client], gat: Zoekterm) -> None:
    tekst = als("Eindredacteur").post(f"/admin/niet-gevonden/{gat.pk}/wens/", follow=True).content.decode()
    assert f"/admin/snippets/vinden/wens/edit/{Wens.objects.get().pk}/" in tekst


@pytest.mark.parametrize(
    ("termen", "leidt_tot", "reden"),
    [
        ("fnorxqaz", "", "ten minste twee termen"),
        ("fnorxqaz, fnorxqaz", "", "twee keer"),
        ("", "", "Vul dit nog in."),
        ("een twee drie vier vijf zes zeven, x", "", "meer dan 4 woorden"),
        ("diabetes", "suikerziekte", "spreekt regel"),
    ],
)
def test_a_wrong_synonym_is_refused_with_the_reason(
    als: Callable[[str], Client], termen: str, leidt_tot: str, reden: str
) -> None:
    vorm = {"termen": termen, "leidt_tot": leidt_tot, "toelichting": "mijn reden", "actief": "on"}
    tekst = als("Eindredacteur").post(NIEUW["synoniem"], vorm).content.decode()
    assert reden in tekst
    assert "mijn reden" in tekst, "what was typed stays"
    assert not Synoniem.objects.exists()


def test_two_own_synonyms_may_not_contradict(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    client.post(NIEUW["synoniem"], {"termen": "kwakzalf => smeersel", "actief": "on"})
    assert Synoniem.objects.get().leidt_tot == "smeersel", "Solr notation is understood"
    tekst = client.post(NIEUW["synoniem"], {"termen": "smeersel", "leidt_tot": "kwakzalf", "actief": "on"})
    assert "kring" in tekst.content.decode()
    assert Synoniem.objects.count() == 1


def test_a_synonym_stops_at_once_when_it_is_switched_off() -> None:
    synoniem = Synoniem.objects.create(termen="fnorxqaz, vallen")
    assert titels("fnorxqaz")
    synoniem.actief = False
    synoniem.save()
    assert titels("fnorxqaz") == []


def test_a_protected_word_is_searched_as_it_is() -> None:
    assert motor().zoek(Vraag("diabetis")).verbeterd == "diabetes"
    BeschermdWoord.objects.create(woord="Diabetis")
    uit = motor().zoek(Vraag("diabetis"))
    assert uit.verbeterd == ""
    assert uit.totaal == 0, "not by its stem, its parts or letters in common either"


def test_own_crisis_words_show_the_banner(client: Client, als: Callable[[str], Client]) -> None:
    assert BLOK not in client.get("/zoeken/", {"q": "hij slaat fnorxqaz"}).content.decode()
    Crisiszin.objects.create(zin="fnorx* + slaat", soort="geweld")
    assert BLOK in client.get("/zoeken/", {"q": "hij slaat fnorxqaz"}).content.decode()
    tekst = als("Eindredacteur").post(NIEUW["crisis"], {"zin": "a*", "soort": "acuut", "actief": "on"}).content.decode()
    assert "ten minste één woord van drie letters" in tekst


def test_a_pinned_page_stands_first_and_says_so(client: Client) -> None:
    pagina = Page.objects.get(slug="otago")
    assert titels("valpreventie")[0] != pagina.title
    Vastgezet.objects.create(zoekvraag="Valpreventie", pagina=pagina)
    tekst = plat(client.get("/zoeken/", {"q": "valpreventie"}).content.decode())
    assert tekst.count(f'href="{pagina.url}"') == 1
    assert tekst.index("Uitgekozen door de redactie") < tekst.index(f'href="{pagina.url}"')
    assert tekst.index(f'href="{pagina.url}"') < tekst.index("<h2><a", tekst.index(f'href="{pagina.url}"'))
    assert "Uitgekozen" not in client.get("/zoeken/", {"q": "valpreventie", "soort": "artikel"}).content.decode()
    Vastgezet.objects.update(tot="2020-01-01")
    from django.core.cache import caches

    caches["paginas"].clear()
    assert "Uitgekozen" not in client.get("/zoeken/", {"q": "valpreventie"}).content.decode()


def test_a_pinned_draft_stays_hidden(client: Client) -> None:
    pagina = Page.objects.get(slug="otago")
    Vastgezet.objects.create(zoekvraag="valpreventie", pagina=pagina)
    Page.objects.filter(pk=pagina.pk).update(live=False)
    assert f'href="{pagina.url}"' not in client.get("/zoeken/", {"q": "valpreventie"}).content.decode()


@pytest.mark.parametrize("q", ["", "vallen", "suikersiekte", "de het een", "ik wil dood", "<script>", "💐", "a" * 400])
def test_the_try_out_explains_any_text(als: Callable[[str], Client], q: str) -> None:
    antwoord = als("Redacteur").get("/admin/zoekproef/", {"q": q})
    assert antwoord.status_code == 200
    assert "<script>alert" not in antwoord.content.decode()


def test_the_try_out_shows_the_reading_and_the_points(als: Callable[[str], Any]) -> None:
    tekst = als("Redacteur").get("/admin/zoekproef/", {"q": "suikersiekte"}).content.decode()
    assert "Verbeterd tot ‘suikerziekte’" in tekst
    assert "diabetes" in tekst
    assert "Het hele zoekplan" in tekst


def test_the_try_out_says_what_was_found_where(als: Callable[[str], Any]) -> None:
    tekst = als("Redacteur").get("/admin/zoekproef/", {"q": "gevallen"}).content.decode()
    rijen = tekst.partition('<ol class="listing">')[2]
    assert "Ik ben bang om te <mark>vallen</mark>" in rijen
    assert "U zocht ‘gevallen’. Hier staat ‘vallen’." in rijen
    assert "tekst: " not in rijen and "&lt;mark" not in rijen


def test_the_try_out_explains_another_language(als: Callable[[str], Client]) -> None:
    redacteur = als("Redacteur")
    tekst = redacteur.get("/admin/zoekproef/", {"q": "düşmek", "taal": "tr"}).content.decode()
    assert '<option value="tr" selected>' in tekst
    assert "<strong>vallen</strong>: zoekt als" in plat(tekst), "the Dutch word that it stands for"
    assert redacteur.get("/admin/zoekproef/", {"q": "vallen", "taal": "xx"}).status_code == 200


def test_the_own_rules_are_read_once(client: Client) -> None:
    leg_vast()
    client.get("/zoeken/", {"q": "vallen"})
    with CaptureQueriesContext(connection) as vragen:
        client.get("/zoeken/", {"q": "eenzaam"})
    assert not [vraag for vraag in vragen if any(m._meta.db_table in vraag["sql"] for m in eigen_regels.MODELLEN)]


def test_the_demo_shows_examples_and_says_that_they_are(als: Callable[[str], Client]) -> None:
    vul("")
    client = als("Redacteur")
    lijst = client.get("/admin/niet-gevonden/").content.decode()
    assert "scootmobiel lenen" in lijst and lijst.count(">voorbeeld<") == len({rij[0] for rij in ZOEKVRAGEN})
    Zoekterm.objects.filter(tekst="scootmobiel lenen").update(afgedaan=True)
    vul("")
    assert (
        Zoekterm.objects.count() == len(ZOEKVRAGEN)
        and "scootmobiel" not in client.get("/admin/niet-gevonden/").content.decode()
    )


def test_who_only_reads_synonyms_is_told_who_makes_them(client: Client, als: Callable[[str], Client]) -> None:
    adres = "/admin/snippets/vinden/synoniem/"
    assert "u kunt ze alleen lezen" in als("Redacteur").get(adres).content.decode()
    assert "u kunt ze alleen lezen" not in als("Eindredacteur").get(adres).content.decode()
