"""A reader without account says what is wrong or whether it helped; the owner's desk answers, and the address goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from urllib.parse import quote as urlquote

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Page

from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.models import Bericht
from kennisplatform.preventie.models import Artikel
from kennisplatform.terugmelding import schrijven
from kennisplatform.terugmelding.models import Nuttigdag, Terugmelding
from tests.pagina import plat

pytestmark = pytest.mark.django_db
ZIN = "Het nummer bij stap twee werkt niet."


@pytest.fixture
def artikel() -> Artikel:
    cache.clear()
    return Artikel.objects.get(slug="bang-om-te-vallen")


@pytest.fixture
def vorm(artikel: Artikel) -> str:
    return f"/terugmelding/{artikel.pk}/"


def test_it_stands_below_all_that_residents_read(client: Client, artikel: Artikel) -> None:
    for adres in ("/preventie/bang-om-te-vallen/", "/stap-voor-stap/na-een-val/", "/hulpmiddelen/4d-model/"):
        antwoord = client.get(adres)
        inhoud = antwoord.content.decode()
        assert "Was dit nuttig?" in inhoud and 'value="nee"' in inhoud and "/terugmelding/" in inhoud
        assert not antwoord.cookies  # the page stays one for everybody


def test_each_block_has_its_own_way_to_the_form(client: Client, artikel: Artikel, vorm: str) -> None:
    """Beside every block, and once more in a folded list: the form opens with that block chosen, the desk says which."""
    blad = client.get("/preventie/bang-om-te-vallen/").content.decode()
    koppen = ["Wanneer belt u?", "Wat kunt u zelf doen?", "Meer hulp", *(b.value["kop"] for b in artikel.inhoud)]
    lijst = blad.split('class="klopt-lijst"')[1].split("</details>")[0]
    for kop in koppen:
        link = f"{vorm}?waar={urlquote(kop)}"
        assert f'href="{link}"' in lijst and blad.count(f'href="{link}"') == 2, kop
        formulier = client.get(link).content.decode()
        assert f'<option value="{escape(kop)}" selected>' in formulier, kop
    client.post(vorm, {"tekst": ZIN, "waar": koppen[0], "csrfmiddlewaretoken": "x" * 32})
    client.force_login(Gebruiker.objects.get(email="redacteur@demo.example"))
    assert f"Bij: {koppen[0]}" in plat(client.get("/admin/terugmeldingen/").content.decode())


def test_a_sentence_arrives_and_nothing_about_who(client: Client, artikel: Artikel, vorm: str) -> None:
    blad = client.get(vorm)
    stap = artikel.stappen[1].value["titel"]
    assert "no-store" in blad["Cache-Control"] and stap in plat(blad.content.decode())
    velden = {"tekst": ZIN, "waar": stap, "csrfmiddlewaretoken": "x" * 32}
    for _keer in range(2):  # pressed twice
        antwoord = client.post(vorm, velden)
        assert antwoord["Location"] == f"{vorm}?klaar=1"
    melding = Terugmelding.objects.get(pagina=artikel)
    assert (melding.tekst, melding.waar, melding.mail, melding.wilde_antwoord) == (ZIN, stap, "", False)
    assert {veld.name for veld in Terugmelding._meta.fields} == {
        "id", "pagina", "waar", "tekst", "mail", "wilde_antwoord", "op", "antwoord", "afgedaan", "door",
    }  # fmt: skip
    assert "Dank u" in client.get(f"{vorm}?klaar=1").content.decode()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"tekst": ""}, "Schrijf één zin"),
        ({"tekst": "x" * 2001}, "te lang"),
        ({"tekst": ZIN, "mail": "geen adres"}, "geen e-mailadres"),
        ({"tekst": ZIN, "waar": "Een stuk dat er niet is"}, "Kies opnieuw"),
        ({"tekst": "Mijn bsn is 111222333."}, "veiliger voor u"),
        ({"tekst": "Mail mij op ans@voorbeeld.example"}, "in het vak hieronder"),
        ({"tekst": "Mevrouw Jansen heeft dit ook."}, "lijkt op gegevens van een persoon"),
    ],
)
def test_what_is_not_right_stays_to_be_mended(
    client: Client, artikel: Artikel, vorm: str, velden: dict[str, str], zin: str
) -> None:
    antwoord = client.post(vorm, velden)
    assert antwoord.status_code == 200 and zin in plat(antwoord.content.decode())
    assert antwoord.context["formulier"]["tekst"].value() == velden["tekst"]
    assert not Terugmelding.objects.filter(pagina=artikel).exists()


def test_a_number_that_is_wrong_may_stay_when_confirmed(client: Client, artikel: Artikel, vorm: str) -> None:
    velden = {"tekst": "Het nummer van de gemeente is nu 024-123 45 67."}
    merk = client.post(vorm, velden).context["formulier"]["gezien_merk"].value()
    assert client.post(vorm, velden | {"bevestig": "on", "gezien_merk": "iets anders"}).status_code == 200
    assert client.post(vorm, velden | {"bevestig": "on", "gezien_merk": merk}).status_code == 302
    assert Terugmelding.objects.filter(pagina=artikel).count() == 1


def test_a_flood_and_a_program_are_stopped(client: Client, artikel: Artikel, vorm: str) -> None:
    assert client.post(vorm, {"tekst": ZIN, "website": "http://x"}).status_code == 302
    assert not Terugmelding.objects.exists()
    antwoorden = [client.post(vorm, {"tekst": f"{ZIN} {n}"}) for n in range(7)]
    assert [a.status_code for a in antwoorden] == [302] * 5 + [429] * 2
    assert f"{ZIN} 6" in antwoorden[-1].content.decode()  # what was typed is not lost


def test_only_about_public_pages_of_content(client: Client, artikel: Artikel, vorm: str) -> None:
    start = Page.objects.get(depth=2, locale__language_code="nl")
    Artikel.objects.filter(pk=artikel.pk).update(live=False)
    for adres in (vorm, f"/terugmelding/{start.pk}/", "/terugmelding/99999999/"):
        assert client.get(adres).status_code == 404
        assert client.post(adres, {"tekst": ZIN}).status_code == 404
        assert client.post(f"{adres}nuttig/", {"antwoord": "ja"}).status_code == 404


def test_useful_is_counted_per_day_and_once(client: Client, artikel: Artikel, vorm: str) -> None:
    streng = Client(enforce_csrf_checks=True)
    for _keer in range(2):
        antwoord = streng.post(f"{vorm}nuttig/", {"antwoord": "nee"})
        assert antwoord["Location"] == f"{vorm}?nuttig=nee" and not antwoord.cookies
    assert "Wat miste u?" in client.get(antwoord["Location"]).content.decode()
    ander = {"REMOTE_ADDR": "203.0.113.9"}
    streng.post(f"{vorm}nuttig/", {"antwoord": "ja"}, **ander)
    streng.post(f"{vorm}nuttig/", {"antwoord": "misschien"}, REMOTE_ADDR="203.0.113.10")
    streng.post(f"{vorm}nuttig/", {"antwoord": "ja"}, REMOTE_ADDR="203.0.113.11", HTTP_ORIGIN="https://elders.example")
    dag = Nuttigdag.objects.get(pagina=artikel)
    assert (dag.dag, dag.ja, dag.nee) == (timezone.localdate(), 1, 1)
    assert client.get(f"{vorm}nuttig/").status_code == 405


def test_who_must_not_be_seen_can_leave_here_too(client: Client) -> None:
    stil = Artikel.objects.get(slug="geweld-thuis")
    blad = client.get(f"/terugmelding/{stil.pk}/")
    assert 'id="snel-weg"' in blad.content.decode() and "no-store" in blad["Cache-Control"]
    assert "geslagen" not in blad.content.decode().split("</title>")[0]


# ---- The desk


def test_the_desk_answers_and_the_address_goes(
    client: Client, als: Callable[[str], Client], artikel: Artikel, vorm: str
) -> None:
    client.post(vorm, {"tekst": ZIN, "mail": "ans@voorbeeld.example"})
    melding = Terugmelding.objects.get(pagina=artikel)
    redacteur = als("Redacteur")
    assert ZIN[:30] in redacteur.get("/admin/").content.decode()
    lijst = redacteur.get("/admin/terugmeldingen/").content.decode()
    assert ZIN in lijst and "Wacht op antwoord" in lijst and "ans@voorbeeld" not in lijst
    blad = f"/admin/terugmeldingen/{melding.pk}/"
    assert "ans@voorbeeld" not in redacteur.get(blad).content.decode()
    assert redacteur.post(blad, {"antwoord": "Dank u. Het nummer staat nu goed."}).status_code == 302
    brief = Bericht.objects.get(kenmerk=f"terugmelding:{melding.pk}")
    assert brief.aan == "ans@voorbeeld.example" and "staat nu goed" in brief.tekst and ZIN in brief.tekst
    melding.refresh_from_db()
    assert melding.mail == "" and melding.afgedaan and melding.wilde_antwoord
    tweede = redacteur.post(blad, {"antwoord": "Nog een keer"})
    assert "Een collega deed dit intussen al af" in tweede.content.decode()
    assert Bericht.objects.filter(kenmerk__startswith="terugmelding:").count() == 1
    assert ZIN in redacteur.get("/admin/terugmeldingen/?stand=afgedaan").content.decode()
    schrijven.tel(pagina=artikel, nuttig=False)
    rij = redacteur.get("/admin/terugmeldingen/nuttig/").context["blad"].object_list[0]
    assert (rij["pagina_id"], rij["wel"], rij["niet"]) == (artikel.pk, 0, 1)


def test_two_editors_at_once_are_one_letter(artikel: Artikel) -> None:
    wie = Gebruiker.objects.create_user(email="r@voorbeeld.example")
    met = schrijven.meld_terug(pagina=artikel, tekst=ZIN, mail="ans@voorbeeld.example")
    zonder = schrijven.meld_terug(pagina=artikel, tekst=ZIN)
    schrijven.doe_af(pk=met.pk, door=wie, antwoord="Dank u.")
    with pytest.raises(Bezwaar, match="collega"):
        schrijven.doe_af(pk=met.pk, door=wie, antwoord="Dank u wel.")
    with pytest.raises(Bezwaar, match="geen adres"):
        schrijven.doe_af(pk=zonder.pk, door=wie, antwoord="Dank u.")
    assert Bericht.objects.filter(kenmerk__startswith="terugmelding:").count() == 1


def test_nobody_else_reads_it(client: Client, als: Callable[[str], Client], artikel: Artikel) -> None:
    melding = schrijven.meld_terug(pagina=artikel, tekst="kwikzilverzin", mail="ans@voorbeeld.example")
    for adres in ("/admin/terugmeldingen/", f"/admin/terugmeldingen/{melding.pk}/", "/admin/terugmeldingen/nuttig/"):
        assert client.get(adres).status_code == 302
    assert "kwikzilverzin" not in client.get(artikel.get_url()).content.decode()


def test_the_night_forgets(artikel: Artikel) -> None:
    oud = schrijven.meld_terug(pagina=artikel, tekst=ZIN, mail="ans@voorbeeld.example")
    nieuw = schrijven.meld_terug(pagina=artikel, tekst=ZIN, mail="bo@voorbeeld.example")
    klaar = schrijven.meld_terug(pagina=artikel, tekst=ZIN)
    nu = timezone.now()
    Terugmelding.objects.filter(pk=oud.pk).update(op=nu - dt.timedelta(days=61))
    Terugmelding.objects.filter(pk=klaar.pk).update(afgedaan=nu - dt.timedelta(days=366))
    schrijven.ruim_op()
    stand: dict[int, Any] = dict(Terugmelding.objects.values_list("pk", "mail"))
    assert stand == {oud.pk: "", nieuw.pk: "bo@voorbeeld.example"}
