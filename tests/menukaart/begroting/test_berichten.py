"""Who hears what between a network, the committee and who signs; and what somebody reads who is asked once more."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Fase, Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.volgen.models import Melding
from menukaart.begroting.models import Indiening
from menukaart.commitment.models import Handtekening
from menukaart.plan.models import Planactiviteit
from tests import mensen
from tests.menukaart.begroting.hulp import brief, plan_met, regels
from tests.menukaart.begroting.test_weg import stap
from tests.menukaart.plan.test_reis import naar, vul_in
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
WETHOUDER, VERZEKERAAR = "wethouder@gemeente.example", "inkoper@verzekeraar.example"
TICKS = {"teken": "1", "gelezen": "on", "namens": "on"}


@pytest.fixture
def commissielid() -> Gebruiker:
    return mensen.medewerker("begrotingscommissie")


@pytest.fixture
def commissie(commissielid: Gebruiker) -> Client:
    client = Client()
    client.force_login(commissielid)
    return client


def gehoord(wie: Gebruiker) -> list[str]:
    return list(Melding.objects.filter(persoon=wie).order_by("pk").values_list("gebeurtenis__titel", flat=True))


def beoordeel(buurt: Buurt) -> str:
    return reverse("begroting_beoordelen", args=[Indiening.objects.filter(buurt=buurt).latest("pk").pk])


def link(aan: str) -> str:
    gevonden = re.search(r"/tekenen/\S+/", brief(aan))
    assert gevonden
    return gevonden[0]


def teken(client: Client, aan: str) -> None:
    """By the link in the last letter, with the code that comes."""
    pad = link(aan)
    client.post(pad, {"stuur_code": "1"})
    code = re.search(r"\b\d{6}\b", brief(aan))
    assert code
    client.post(pad, {**TICKS, "code": code[0]})


def test_the_committee_and_the_network_hear_of_each_other(
    trekt: Client, trekker: Gebruiker, buurt: Buurt, commissie: Client, commissielid: Gebruiker
) -> None:
    """'You will hear it', the page said; nobody did."""
    ander, zelf = mensen.lid(buurt, wie=mensen.persoon("bram")), mensen.medewerker("begrotingscommissie")
    mensen.lid(buurt, Netwerkrol.ANDERS, wie=zelf)
    plan_met(buurt, ("Zaal", "10", "20"))
    trekt.post(naar("begroting_indienen", buurt))
    assert gehoord(commissielid) == [f"{buurt.naam} stuurde een begroting"] and not gehoord(trekker)
    assert not gehoord(zelf)  # does not judge it
    commissie.post(beoordeel(buurt), {"tekst": "Waarom tien keer?", "regel": ""})
    assert gehoord(trekker) == ["De commissie heeft een vraag over de begroting"] and not gehoord(ander)
    vraag = Indiening.objects.get(buurt=buurt).vragen.get()
    open_ = pagina(trekt.get(naar("begroting", buurt)))
    assert not open_.heeft("form[action$='indienen/']") and "Beantwoord eerst" in open_.tekst("main")
    vul_in(trekt, naar("commissievraag", buurt, vraag.pk), tekst="Elke maand")
    trekt.post(naar("begroting_indienen", buurt))
    assert len(gehoord(commissielid)) == 2
    commissie.post(beoordeel(buurt), {"als": "akkoord"})
    assert gehoord(trekker)[-1] == "De commissie besloot over de begroting: akkoord"
    assert "De commissie besloot" in pagina(trekt.get(reverse("werkplek"))).tekst("main")


def test_a_no_is_heard_stands_in_the_way_and_a_new_version_says_what_changed(
    trekt: Client, trekker: Gebruiker, buurt: Buurt, commissie: Client
) -> None:
    plan = plan_met(buurt, ("Zaal", "10", "20"))
    trekt.post(naar("begroting_indienen", buurt))
    commissie.post(beoordeel(buurt), {"als": "akkoord"})
    for organisatie, aan in (("Gemeente", WETHOUDER), ("Verzekeraar", VERZEKERAAR)):
        vast = {"organisatie": organisatie, "naam": "Iemand", "rol": "besluit", "email": aan}
        vul_in(trekt, naar("commitment_vraag", buurt), **vast)
    lezer = Client()
    teken(lezer, WETHOUDER)
    assert "/bewijs/" in brief(WETHOUDER) and gehoord(trekker)[-1] == "Gemeente tekende het plan, versie 1"
    lezer.post(link(VERZEKERAAR), {"weiger": "1", "reden": "Te duur"})
    assert gehoord(trekker)[-1] == "Verzekeraar tekent het plan niet, versie 1"
    assert pagina(lezer.get(link(VERZEKERAAR))).tekst("h1").endswith(" niet")  # it went on asking
    nu = stap(buurt, trekker, Fase.COMMITMENT)
    assert nu.stand.doe == "lees waarom iemand niet tekent" and "1 tekent niet" in nu.stand.regels
    assert not nu.stand.klaar
    blad = pagina(trekt.get(naar("commitment", buurt)))
    weer = blad.waarden("a[href*='?als=']", "href")
    assert "Te duur" in blad.tekst("main") and len(weer) == 1
    assert pagina(trekt.get(weer[0])).velden("main form.formulier")["organisatie"] == "Verzekeraar"
    # Another version: who is asked once more reads, in the letter and on the page, what changed.
    Planactiviteit.objects.filter(plan=plan).update(wie="de bibliotheek")
    trekt.post(naar("begroting_indienen", buurt))
    wacht = pagina(trekt.get(naar("commitment", buurt))).tekst("main")
    assert "Daarna is opnieuw een handtekening nodig van: Gemeente, Verzekeraar." in wacht
    commissie.post(beoordeel(buurt), {"als": "akkoord"})
    assert "Opnieuw nodig" in pagina(trekt.get(naar("commitment", buurt))).tekst("aside")
    trekt.post(naar("commitment_opnieuw", buurt))
    assert "U tekende versie 1." in brief(WETHOUDER) and "wordt ‘de bibliotheek’" in brief(WETHOUDER)
    assert "U kreeg eerder versie 1." in brief(VERZEKERAAR)
    blad = pagina(lezer.get(link(WETHOUDER)))
    assert "Wat veranderde sinds versie 1?" in blad.tekst("main") and "de bibliotheek" in blad.teksten("ins")
    assert Handtekening.objects.filter(buurt=buurt, stand="gevraagd").count() == 2
    assert stap(buurt, trekker, Fase.COMMITMENT).stand.doe == "wacht op de laatste handtekeningen"


def test_the_committee_is_told_when_the_lines_changed_though_the_sum_did_not(
    trekt: Client, buurt: Buurt, commissie: Client
) -> None:
    plan_met(buurt, ("Zaal", "10", "20"))
    trekt.post(naar("begroting_indienen", buurt))
    assert "Na het indienen veranderd" not in pagina(commissie.get(beoordeel(buurt))).tekst("main")
    regels(buurt).update(financier="verzekeraar")
    assert "Na het indienen veranderd" in pagina(commissie.get(beoordeel(buurt))).tekst("main")


def test_a_hall_of_people_signs_from_one_address_and_who_guesses_links_is_stopped(
    trekt: Client, buurt: Buurt, commissie: Client
) -> None:
    """All requests of one address were counted: the fifth who signed on the wifi of the town hall was told to wait."""
    plan_met(buurt, ("Zaal", "10", "20"))
    trekt.post(naar("begroting_indienen", buurt))
    commissie.post(beoordeel(buurt), {"als": "akkoord"})
    for nummer in range(7):
        vast = {"organisatie": f"Praktijk {nummer}", "naam": "Iemand", "rol": "lid", "email": f"p{nummer}@x.example"}
        vul_in(trekt, naar("commitment_vraag", buurt), **vast)
        ander = Client()
        for _keer in range(3):
            assert ander.get(link(vast["email"])).status_code == 200
        teken(ander, vast["email"])
    assert Handtekening.objects.filter(buurt=buurt, stand="getekend").count() == 7
    geraden = [Client().get(f"/tekenen/geraden-{nummer}/").status_code for nummer in range(31)]
    assert geraden[0] == 404 and geraden[-1] == 429
