"""A network is split after it signed: nothing of what it answered, noted and promised is lost, and the preview names it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.cijfers.models import Indicator
from kennisplatform.cijfersessies.models import Cijfersessie, Sessieregel
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Herindeling
from kennisplatform.register import ongedaan
from kennisplatform.register.models import Buurtscan, Criterium, Instroom
from kennisplatform.register.vastleggen import Nieuw, deel_in
from menukaart.begroting.models import Indiening
from menukaart.commitment.models import Handtekening
from menukaart.commitment.tekenen import hash_van
from tests import mensen
from tests.menukaart.plan.hulp import vol
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
VELDEN = {"van": "A Wijk", "naar": "Noord\nZuid", "reden": "groot"}
ANTWOORD = {"burgers": {"oordeel": "ja", "grond": "De buurttafel komt elke maand."}}


@pytest.fixture
def team() -> Gebruiker:
    return mensen.medewerker("transitieteam")


def sessie(buurt: Buurt, tekst: str, *, klaar: bool = True) -> Cijfersessie:
    een = Cijfersessie.objects.create(buurt=buurt, afgerond=timezone.now() if klaar else None)
    Sessieregel.objects.create(sessie=een, indicator=Indicator.objects.order_by("pk")[0], ziet=tekst)
    return een


@pytest.fixture
def buurt(team: Gebruiker) -> Buurt:
    buurt = mensen.buurt("a-wijk")
    trekker = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    vol(buurt, door=trekker)
    Handtekening.objects.filter(buurt=buurt).update(stand="getekend", getekend_op=timezone.now())
    Buurtscan.objects.create(buurt=buurt, antwoorden=ANTWOORD, marktaandeel=Decimal(60), marktaandeel_bron="partner")
    Instroom.objects.create(buurt=buurt, besluit="mee", reden="Zes keer ja.")
    Criterium.objects.create(buurt=buurt, naam="burgers", oordeel="ja", grond="Wij waren erbij.")
    return buurt


@pytest.mark.usefixtures("eigen_index")
def test_a_signed_network_is_split_and_nothing_is_lost(client: Client, team: Gebruiker, buurt: Buurt) -> None:
    oude, open_ = sessie(buurt, "De lijn daalt."), sessie(buurt, "Nog bezig.", klaar=False)
    trekker = buurt.lidmaatschappen.get().persoon
    client.force_login(team)
    eerst = client.post(reverse("register_indelen"), VELDEN)
    tekst = pagina(eerst).tekst()
    for woord in ("Sessies over cijfers (2)", "zes vragen van de selectie", "marktaandeel niet", "al getekend"):
        assert woord.lower() in tekst.lower(), woord
    assert "De lijn daalt." not in tekst  # the network's own
    naar = {f"plek-cijfersessies.cijfersessie:{open_.pk}": "1", "gezien": eerst.context["formulier"].merk()}
    assert client.post(reverse("register_indelen"), VELDEN | naar).status_code == 302
    noord, zuid = Buurt.objects.get(naam="Noord"), Buurt.objects.get(naam="Zuid")
    for een, waar in ((oude, noord), (open_, zuid)):
        een.refresh_from_db()
        assert een.buurt == waar
    for nieuw in (noord, zuid):
        scan = Buurtscan.objects.get(buurt=nieuw)
        assert scan.antwoorden == ANTWOORD and scan.marktaandeel is None
        assert Instroom.objects.get(buurt=nieuw).besluit == "mee"
        assert Criterium.objects.get(buurt=nieuw, naam="burgers").grond == "Wij waren erbij."
    assert Buurtscan.objects.get(buurt=buurt).marktaandeel == 60
    client.force_login(trekker)
    assert "De lijn daalt." in pagina(client.get(reverse("cijfersessies", args=[noord.slug]))).tekst("main")
    assert set(pagina(client.get(reverse("cijfersessies", args=["a-wijk"]))).links()) >= {"Noord, Proefstad"}
    blad = pagina(client.get(reverse("commitment", args=[noord.slug])))
    (bewijs,) = [adres for woord, adres in blad.links().items() if woord == "Lees wat er getekend is"]
    assert Client().get(bewijs).status_code == 200
    # Taken back: everything is where it was.
    herindeling = Herindeling.objects.get()
    ongedaan.maak_ongedaan(
        herindeling=herindeling, door=team, reden="toch niet", gezien=ongedaan.bekijk(herindeling).merk()
    )
    assert set(Cijfersessie.objects.filter(buurt=buurt)) == {oude, open_}


def test_two_that_differ_are_decided_anew(team: Gebruiker, buurt: Buurt) -> None:
    ander = mensen.buurt("b-wijk")
    nee: dict[str, Any] = {"burgers": {"oordeel": "nee", "grond": "Nog niemand."}}
    Buurtscan.objects.create(buurt=ander, antwoorden=nee)
    Instroom.objects.create(buurt=ander, besluit="wacht")
    een, twee = sessie(buurt, "a", klaar=False), sessie(ander, "b", klaar=False)
    deel_in(van=[buurt, ander], naar=[Nieuw("Samen")], reden="klein", door=team)
    samen = Buurt.objects.get(naam="Samen")
    antwoord = Buurtscan.objects.get(buurt=samen).antwoorden["burgers"]
    assert antwoord == {"oordeel": "onbekend", "grond": "A Wijk: De buurttafel komt elke maand.; B Wijk: Nog niemand."}
    assert not Instroom.objects.filter(buurt=samen).exists()
    assert set(Cijfersessie.objects.filter(buurt=samen)) == {een, twee}
    assert Cijfersessie.objects.filter(buurt=samen, afgerond__isnull=True).count() == 1


@pytest.mark.usefixtures("eigen_index")
def test_a_plan_of_a_network_that_is_no_more_is_signed_and_judged_by_nobody(team: Gebruiker, buurt: Buurt) -> None:
    """A link that was mailed before went on signing."""
    sleutel = "nog-open"
    Handtekening.objects.filter(buurt=buurt).update(stand="gevraagd", sleutelhash=hash_van(sleutel))
    Indiening.objects.filter(buurt=buurt, besluit="terug").update(besluit="open")
    wacht = Indiening.objects.get(buurt=buurt, besluit="open")
    deel_in(van=[buurt], naar=[Nieuw("Noord"), Nieuw("Zuid")], reden="groot", door=team)
    wethouder, commissie = Client(), Client()
    adres = reverse("commitment_teken", args=[sleutel])
    blad = pagina(wethouder.get(adres))
    assert "opnieuw ingedeeld" in blad.tekst("aside") and not blad.heeft("main button")
    wethouder.post(adres, {"stuur_code": "1"})
    assert Handtekening.objects.get(buurt=buurt).stand == "gevraagd"
    commissie.force_login(mensen.medewerker("begrotingscommissie"))
    assert buurt.naam not in pagina(commissie.get(reverse("begrotingen"))).teksten("tbody th, tbody td")
    oordeel = reverse("begroting_beoordelen", args=[wacht.pk])
    na = pagina(commissie.post(oordeel, {"als": "akkoord"}, follow=True))
    wacht.refresh_from_db()
    assert wacht.besluit == "open" and "opnieuw ingedeeld" in na.tekst("main") and not na.heeft("main form button.knop")
