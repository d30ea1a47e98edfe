"""The newsletter: written from the podium, sent once to each reader whatever stops the run, left with one click."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.gegevens import bronnen
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.models import Bericht
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium import abonneren, links, onderhoud, uitlichten, verzenden
from leernetwerk.podium.models import Abonnee, Nieuwsbrief, Uitlichting
from tests import mensen, voorbeelden
from tests.leernetwerk.test_delen import client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
REDEN = "Wat misging staat voorop."
KLIK = {"List-Unsubscribe": "One-Click"}
AANMELDEN = "/leernetwerk/uitgelicht/nieuwsbrief/aanmelden/"


@pytest.fixture(autouse=True)
def _leeg_podium(eigen_index: Any) -> None:
    Uitlichting.objects.all().delete()
    Nieuwsbrief.objects.all().delete()
    Bericht.objects.all().delete()


@pytest.fixture
def redacteur() -> Gebruiker:
    return mensen.medewerker("redacteur")


@pytest.fixture
def voorbeeld() -> Praktijkvoorbeeld:
    return voorbeelden.geplaatst(mensen.buurt("hier"), titel="Koffie in de zijgang")


@pytest.fixture
def licht(voorbeeld: Praktijkvoorbeeld) -> Uitlichting:
    vandaag = timezone.localdate()
    return uitlichten.licht_uit(voorbeeld=voorbeeld, reden=REDEN, van=vandaag, tot=vandaag, door=None)


@pytest.fixture
def brief(licht: Uitlichting, redacteur: Gebruiker) -> Nieuwsbrief:
    return verzenden.bewaar(
        nieuwsbrief=None, door=redacteur, onderwerp="Wat misging", opening="Goedemorgen.", slot="Kom ook.",
        uitlichtingen=[licht],
    )  # fmt: skip


def lezers(aantal: int, begin: int = 0) -> None:
    toen = timezone.now() - dt.timedelta(days=1)
    Abonnee.objects.bulk_create(
        Abonnee(email=f"lezer{n}@bewoner.example", bevestigd_op=toen) for n in range(begin, begin + aantal)
    )


def verstuur(brief: Nieuwsbrief) -> None:
    brief.refresh_from_db()
    verzenden.begin(nieuwsbrief=brief, gezien=brief.gewijzigd)


def adressen() -> list[str]:
    return list(Bericht.objects.order_by("pk").values_list("aan", flat=True))


def pad(link: str) -> str:
    return "/" + link.split("/", 3)[3]


# ---- Writing and sending


def test_van_podium_tot_bus(licht: Uitlichting, redacteur: Gebruiker, django_capture_on_commit_callbacks: Any) -> None:
    lezers(2)
    c = client(redacteur)
    formulier = c.get(reverse("brief_nieuw")).content.decode()
    assert re.search(rf'value="{licht.pk}"[^>]*checked', formulier)  # what is current is chosen already
    gegeven = {"onderwerp": "Wat\n misging", "opening": "Dag <b>buren</b>.\n\nLees mee.", "slot": "",
               "uitlichtingen": [licht.pk]}  # fmt: skip
    zien = c.post(reverse("brief_nieuw"), gegeven)["Location"]
    voor = c.get(zien).content.decode()
    assert "Verstuur aan 2 lezers" in voor and "Wat misging" in voor and "Dag &lt;b&gt;buren&lt;/b&gt;." in voor
    brief = Nieuwsbrief.objects.get()
    c.post(reverse("brief_proef", args=[brief.pk]))
    proef = Bericht.objects.get()
    assert proef.aan == redacteur.email and proef.onderwerp == "Proef: Wat misging"
    sturen = reverse("brief_versturen", args=[brief.pk])
    gezien = re.search(r'name="gezien" value="([^"]+)"', c.get(sturen).content.decode())
    assert gezien
    with django_capture_on_commit_callbacks(execute=True):
        c.post(sturen, {"gezien": gezien[1]})
    post = Bericht.objects.get(aan="lezer0@bewoner.example")
    assert (post.onderwerp, Bericht.objects.count()) == ("Wat misging", 3)
    # The same as the preview and the test mail, but for the way out.
    assert weg_uit(post.tekst) == weg_uit(proef.tekst) and weg_uit(post.html) == weg_uit(proef.html)
    assert REDEN in post.tekst and licht.voorbeeld.url in post.tekst and REDEN in post.html
    assert "<b>" not in post.html and "<img" not in post.html and "utm_" not in post.html
    brief.refresh_from_db()
    assert (brief.stand, brief.aantal) == ("verstuurd", 2)
    assert brief.onderwerp in Client().get(reverse("nieuwsbrieven")).content.decode()
    assert REDEN in Client().get(brief.get_absolute_url()).content.decode()


def weg_uit(tekst: str) -> str:
    return re.sub(r"/nieuwsbrief/(afmelden/[^/]+|aanmelden)/", "/X/", tekst)


def test_elke_brief_draagt_de_eigen_weg_eruit(brief: Nieuwsbrief) -> None:
    lezers(2)
    verstuur(brief)
    verzenden.hervat()
    een, twee = Bericht.objects.order_by("pk")
    assert een.koppen["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = een.koppen["List-Unsubscribe"].strip("<>")
    assert link in een.tekst and link in een.html and link not in twee.tekst
    # A mail program posts it without cookie, page or account.
    antwoord = Client(enforce_csrf_checks=True).post(pad(link), KLIK)
    assert antwoord.status_code == 200 and not antwoord.cookies
    assert list(Abonnee.objects.values_list("email", flat=True)) == ["lezer1@bewoner.example"]
    assert Client().post(pad(link), KLIK).status_code == 200  # twice is once


@pytest.mark.parametrize("na", [0, 1, 99, 100, 137, 249])
def test_wie_halverwege_wordt_gestopt_gaat_verder_en_stuurt_niets_dubbel(
    brief: Nieuwsbrief, monkeypatch: pytest.MonkeyPatch, na: int
) -> None:
    lezers(250)
    verstuur(brief)
    echt, geteld = verzenden.verstuur, 0

    def stuk(**velden: Any) -> Bericht:
        nonlocal geteld
        if geteld == na:
            raise SystemExit("killed")
        geteld += 1
        return echt(**velden)

    monkeypatch.setattr(verzenden, "verstuur", stuk)
    with pytest.raises(SystemExit):
        verzenden.hervat()
    brief.refresh_from_db()
    assert len(adressen()) == brief.aantal == na // 100 * 100  # whole portions, with how far they got
    monkeypatch.setattr(verzenden, "verstuur", echt)
    call_command("verstuurnieuwsbrief", verbosity=0)
    brief.refresh_from_db()
    assert len(adressen()) == len(set(adressen())) == 250
    assert (brief.stand, brief.aantal) == ("verstuurd", 250)
    call_command("verstuurnieuwsbrief", verbosity=0)
    assert len(adressen()) == 250


def test_een_verloren_wijzer_stuurt_niets_dubbel(brief: Nieuwsbrief) -> None:
    """The second lock: what lies in the outbox is not written again, whatever the row says."""
    lezers(3)
    verstuur(brief)
    verzenden.hervat()
    Nieuwsbrief.objects.update(stand="bezig", tot_abonnee=0, aantal=0)
    verzenden.hervat()
    assert len(adressen()) == 3


def test_wie_erbij_komt_of_weggaat_onder_het_versturen(brief: Nieuwsbrief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verzenden, "PORTIE", 2)
    lezers(4)
    verstuur(brief)
    verzenden.verzend_portie(brief.pk)
    Abonnee.objects.filter(email="lezer3@bewoner.example").delete()
    Abonnee.objects.create(email="nieuw@bewoner.example", bevestigd_op=timezone.now())
    verzenden.hervat()
    assert adressen() == [f"lezer{n}@bewoner.example" for n in range(3)]


def test_een_kapot_adres_houdt_de_anderen_niet_op(brief: Nieuwsbrief) -> None:
    lezers(1)
    Abonnee.objects.create(email="kapot", bevestigd_op=timezone.now() - dt.timedelta(days=1))
    lezers(1, begin=5)
    verstuur(brief)
    assert verzenden.hervat() == 2 and len(adressen()) == 2


def test_lid_en_adres_van_dezelfde_mens_is_een_mail(brief: Nieuwsbrief) -> None:
    lid, weg = mensen.persoon("lid"), mensen.persoon("weg", is_active=False)
    toen = timezone.now() - dt.timedelta(days=1)
    Abonnee.objects.create(persoon=lid, bevestigd_op=toen)
    Abonnee.objects.create(persoon=weg, bevestigd_op=toen)
    Abonnee.objects.create(email=lid.email, bevestigd_op=toen)
    Abonnee.objects.create(email="onbevestigd@bewoner.example")
    verstuur(brief)
    verzenden.hervat()
    assert adressen() == [lid.email]


# ---- Never what is not public


@pytest.mark.parametrize("hoe", ["netwerken", "offline"])
def test_wat_niet_openbaar_is_gaat_niet_mee(
    brief: Nieuwsbrief, voorbeeld: Praktijkvoorbeeld, redacteur: Gebruiker, monkeypatch: pytest.MonkeyPatch, hoe: str
) -> None:
    """Also when it stops being public halfway; and not in the archive, the preview or the test mail."""
    monkeypatch.setattr(verzenden, "PORTIE", 1)
    ander = voorbeelden.geplaatst(mensen.buurt("daar"), "blijft", titel="Blijft openbaar")
    vandaag = timezone.localdate()
    brief.uitlichtingen.add(uitlichten.licht_uit(voorbeeld=ander, reden="Blijft.", van=vandaag, tot=vandaag, door=None))
    lezers(2)
    verstuur(brief)
    verzenden.verzend_portie(brief.pk)
    if hoe == "offline":
        voorbeeld.unpublish()
    else:
        voorbeeld.zichtbaarheid = hoe
        voorbeeld.save_revision().publish()
    verzenden.hervat()
    client(redacteur).post(reverse("brief_proef", args=[brief.pk]))
    eerste, *later = Bericht.objects.order_by("pk")
    assert REDEN in eerste.tekst and len(later) == 2
    for post in later:
        assert REDEN not in post.tekst + post.html and voorbeeld.title not in post.tekst + post.html
        assert "Blijft openbaar" in post.tekst
    for adres in (brief.get_absolute_url(), reverse("nieuwsbrieven")):
        assert REDEN not in Client().get(adres).content.decode()
    scherm = client(redacteur).get(reverse("brief_zien", args=[brief.pk])).content.decode()
    assert voorbeeld.title not in scherm


def test_wat_in_de_bus_wacht_vertelt_niet_meer_wat_besloten_werd(
    brief: Nieuwsbrief, voorbeeld: Praktijkvoorbeeld, django_capture_on_commit_callbacks: Any
) -> None:
    """A mail server that is away for a morning."""
    lezers(3)
    verstuur(brief)
    verzenden.hervat()
    weg, wacht, bezig = Bericht.objects.order_by("pk")
    Bericht.objects.filter(pk=weg.pk).update(verstuurd=timezone.now())
    Bericht.objects.filter(pk=bezig.pk).update(vast_tot=timezone.now() + dt.timedelta(minutes=1), vast_door="x")
    link = wacht.koppen["List-Unsubscribe"].strip("<>")
    with django_capture_on_commit_callbacks(execute=True):
        voorbeeld.zichtbaarheid = "eigen"
        voorbeeld.save_revision().publish()
    weg, wacht, bezig = Bericht.objects.order_by("pk")
    assert voorbeeld.title not in wacht.tekst + wacht.html and link in wacht.tekst and "Goedemorgen." in wacht.html
    assert voorbeeld.title in weg.tekst and voorbeeld.title in bezig.tekst  # gone is gone


def test_zonder_openbaar_voorbeeld_of_zonder_lezers_gaat_er_niets(
    brief: Nieuwsbrief, voorbeeld: Praktijkvoorbeeld
) -> None:
    with pytest.raises(verzenden.Leeg):
        verstuur(brief)
    lezers(1)
    voorbeeld.unpublish()
    with pytest.raises(verzenden.Leeg):
        verstuur(brief)
    assert Nieuwsbrief.objects.get().stand == "concept"


def test_een_concept_is_van_de_redactie(brief: Nieuwsbrief) -> None:
    assert Client().get(brief.get_absolute_url()).status_code == 404
    assert brief.onderwerp not in Client().get(reverse("nieuwsbrieven")).content.decode()


def test_wat_een_collega_wijzigde_gaat_niet_ongezien_weg(brief: Nieuwsbrief, redacteur: Gebruiker) -> None:
    lezers(1)
    c, adres = client(redacteur), reverse("brief_versturen", args=[brief.pk])
    for gezien in ("", "gisteren", "2020-01-01T00:00:00+00:00", "9999-99-99T99:99"):
        antwoord = c.post(adres, {"gezien": gezien}, follow=True)
        assert "intussen gewijzigd" in antwoord.content.decode()
    assert Nieuwsbrief.objects.get().stand == "concept" and not Bericht.objects.exists()


def test_na_versturen_verandert_er_niets_meer(brief: Nieuwsbrief, redacteur: Gebruiker, licht: Uitlichting) -> None:
    lezers(1)
    verstuur(brief)
    with pytest.raises(verzenden.NietMeer):
        verzenden.begin(nieuwsbrief=brief, gezien=brief.gewijzigd)
    gegeven = {"onderwerp": "Anders", "opening": "x", "uitlichtingen": [licht.pk]}
    assert client(redacteur).post(reverse("brief_wijzigen", args=[brief.pk]), gegeven).status_code == 302
    assert Nieuwsbrief.objects.get().onderwerp == "Wat misging"


# ---- Readers


def test_een_bewoner_meldt_zich_aan_en_bevestigt(client: Client) -> None:
    antwoord = client.post(AANMELDEN, {"email": "Jo@Bewoner.example"})
    assert "Kijk in uw mail" in antwoord.content.decode()
    post = Bericht.objects.get()
    link = re.search(r"https?://\S+", post.tekst)
    assert post.aan == "jo@bewoner.example" and link and not Abonnee.objects.lezers().exists()
    assert client.get(pad(link[0])).status_code == 200  # a scanner opens links; only the button counts
    assert not Abonnee.objects.lezers().exists()
    assert "U krijgt de nieuwsbrief" in client.post(pad(link[0])).content.decode()
    assert Abonnee.objects.lezers().get().email == "jo@bewoner.example"
    assert client.post(pad(link[0])).status_code == 200


def test_het_antwoord_verraadt_niet_wie_lezer_is() -> None:
    lezers(1)
    lid = mensen.persoon("lid")
    abonneren.zet_lid(persoon=lid, aan=True)
    bladen = set()
    for email in ("lezer0@bewoner.example", "niemand@bewoner.example", lid.email, mensen.persoon("geen").email):
        antwoord = Client().post(AANMELDEN, {"email": email})
        bladen.add(re.sub(r"csrf\S+", "", antwoord.content.decode()))
    assert len(bladen) == 1 and Bericht.objects.count() == 4  # also in time: each of them writes one mail
    assert "al op dit adres" in Bericht.objects.get(aan="lezer0@bewoner.example").tekst
    assert "al op dit adres" in Bericht.objects.get(aan=lid.email).tekst
    assert Abonnee.objects.lezers().count() == 2


def test_een_bus_wordt_niet_volgestuurd() -> None:
    for _keer in range(6):
        assert "Kijk in uw mail" in Client().post(AANMELDEN, {"email": "jo@bewoner.example"}).content.decode()
    assert Bericht.objects.count() == 3
    for n in range(6):
        antwoord = Client().post(AANMELDEN, {"email": f"jo{n}@bewoner.example"})
    assert "Er kwamen veel aanmeldingen" in antwoord.content.decode() and Bericht.objects.count() == 7


@pytest.mark.parametrize(
    "email", ["", "jo", "jo@", "a@b.example\nBcc: c@d.example", '"a b"@c.example', "x" * 250 + "@b.example"]
)
def test_een_adres_dat_niet_kan(email: str) -> None:
    antwoord = Client().post(AANMELDEN, {"email": email})
    assert antwoord.context["formulier"].errors["email"] and not Abonnee.objects.exists()


@pytest.mark.parametrize(
    "bewijs", ["x", "0.0.0", "8f14e45f-ceea-467f-a3a5-9a1c2b3d4e5f.abc", "%F0%9F%8D%80", "a" * 3000]
)
def test_een_verzonnen_link_doet_niets(bewijs: str) -> None:
    lezers(1)
    for naam in ("bevestigen", "afmelden"):
        adres = f"/leernetwerk/uitgelicht/nieuwsbrief/{naam}/{bewijs}/"
        assert Client().get(adres).status_code == 404 and Client().post(adres, KLIK).status_code == 404
    assert Abonnee.objects.count() == 1


def test_de_ene_link_is_niet_de_andere() -> None:
    wacht = Abonnee.objects.create(email="jo@bewoner.example")
    af, aan = pad(links.afmeldlink(wacht)), pad(links.bevestiglink(wacht))
    Client().post(af.replace("afmelden", "bevestigen"))
    Client().post(aan.replace("bevestigen", "afmelden"))
    assert Abonnee.objects.get().bevestigd_op is None
    assert Client().get(af).status_code == 200 and Abonnee.objects.exists()  # GET only asks


def test_een_oude_bevestiging_werkt_niet_en_het_adres_gaat_weg(monkeypatch: pytest.MonkeyPatch) -> None:
    abonneren.vraag_aan(email="jo@bewoner.example")
    link = links.bevestiglink(Abonnee.objects.get())
    lezers(1)
    Abonnee.objects.update(gemaakt=timezone.now() - dt.timedelta(days=6))
    onderhoud.ruim_op()
    assert Abonnee.objects.count() == 2
    Abonnee.objects.update(gemaakt=timezone.now() - dt.timedelta(days=8))
    onderhoud.ruim_op()
    assert list(Abonnee.objects.values_list("email", flat=True)) == ["lezer0@bewoner.example"]
    assert "werkt niet meer" in Client().post(pad(link)).content.decode()
    wacht = Abonnee.objects.create(email="jo@bewoner.example")
    monkeypatch.setattr(links, "BEVESTIG_BINNEN", dt.timedelta(seconds=-1))
    assert Client().post(pad(links.bevestiglink(wacht))).status_code == 404


def test_een_lid_zet_een_vinkje_en_haalt_het_weg() -> None:
    lid = mensen.persoon("lid")
    Abonnee.objects.create(email=lid.email)
    c, adres = client(lid), reverse("nieuwsbrief_lid")
    c.post(adres, {"aan": "on"})
    c.post(adres, {"aan": "on"})
    assert Abonnee.objects.get().persoon == lid and Abonnee.objects.lezers().exists()
    assert "checked" in c.get(AANMELDEN).content.decode()
    c.post(adres, {})
    assert not Abonnee.objects.exists()


def test_mijn_gegevens_toont_en_vergeet() -> None:
    lid = mensen.persoon("lid")
    abonneren.zet_lid(persoon=lid, aan=True)
    bron = next(b for b in bronnen() if b.code == "nieuwsbrief")
    assert bron.geef(lid)[0]["adres"] == lid.email and bron.geef(mensen.persoon("ander")) == []
    Abonnee.objects.all().delete()
    Abonnee.objects.create(email=lid.email)
    bron.vergeet(lid)
    assert not Abonnee.objects.exists()
