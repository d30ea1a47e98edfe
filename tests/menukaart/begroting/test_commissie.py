"""A budget at the committee: handed in, asked, answered, decided; nobody decides on their own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from menukaart.begroting.models import Begrotingsbesluit, Indiening
from menukaart.begroting.weg import stap
from tests import mensen
from tests.menukaart.begroting.hulp import plan_met, regels
from tests.menukaart.begroting.test_tekenen import tekenen
from tests.menukaart.plan.test_reis import naar, vul_in
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_committee_to_signatures(trekt: Client, trekker: Gebruiker, buurt: Buurt) -> None:
    """Handed in, asked, answered, agreed with; then signed by a link with a code, and by somebody with an account."""
    plan_met(buurt, ("Zaal", "40", "12.35"))
    lid, commissie = mensen.medewerker("begrotingscommissie"), Client()
    commissie.force_login(lid)
    weg = pagina(trekt.post(naar("begroting_indienen", buurt), follow=True))
    assert "vandaag ingediend" in weg.tekst(".buurtweg")  # where the next thing stands
    indiening = Indiening.objects.get(buurt=buurt)
    adres = reverse("begroting_beoordelen", args=[indiening.pk])
    assert buurt.naam in pagina(commissie.get(reverse("begrotingen"))).tekst("main")
    assert trekt.get(adres).status_code == 403
    regel = regels(buurt).get()
    commissie.post(adres, {"tekst": "Waarom zo duur?", "regel": str(regel.pk)})
    assert "beantwoord de vragen" in pagina(trekt.get(naar("netwerk", buurt))).tekst(".nudoen")
    weigert = pagina(trekt.post(naar("begroting_indienen", buurt), follow=True))
    assert "eerst alle vragen" in weigert.tekst(".melding.fout")
    blad = pagina(trekt.get(naar("begroting", buurt)))
    vul_in(trekt, blad.links(".commissievraag a").popitem()[1], tekst="Er is geen andere zaal")
    trekt.post(naar("begroting_indienen", buurt))
    zonder = pagina(commissie.post(adres, {"als": "voorwaarden"}))
    assert "welke voorwaarden" in zonder.fouten()["id_toelichting"]
    commissie.post(adres, {"als": "akkoord", "toelichting": ""})
    indiening.refresh_from_db()
    buurt.refresh_from_db()
    assert (indiening.besluit, buurt.fase) == (Begrotingsbesluit.AKKOORD, Fase.COMMITMENT)
    assert not pagina(commissie.get(adres)).heeft(".melding.let-op")
    na_akkoord_veranderd(trekt, commissie, adres, buurt)
    tekenen(trekt, trekker, buurt)


def na_akkoord_veranderd(trekt: Client, commissie: Client, adres: str, buurt: Buurt) -> None:
    """What was agreed with is a version; that its lines say something else by now is told to both."""
    erbij = regels(buurt).get()
    erbij.pk, erbij.prijs = None, Decimal("1.00")
    erbij.save()
    for client, pad in ((commissie, adres), (trekt, naar("begroting", buurt))):
        blad = pagina(client.get(pad))
        assert "Ingediend is versie 1: € 494" in blad.tekst(".melding.let-op") and "€ 534" in blad.tekst(
            ".melding.let-op"
        )
        (versie,) = blad.links(".melding.let-op a").values()
        assert client.get(versie).status_code == 200
    erbij.delete()


def test_nobody_judges_the_budget_of_their_own_network(buurt: Buurt, trekt: Client) -> None:
    plan_met(buurt, ("Zaal", "40", "12.35"))
    trekt.post(naar("begroting_indienen", buurt))
    indiening, lid = Indiening.objects.get(buurt=buurt), mensen.medewerker("begrotingscommissie")
    mensen.lid(buurt, wie=lid)  # joins while it waits
    commissie = Client()
    commissie.force_login(lid)
    adres = reverse("begroting_beoordelen", args=[indiening.pk])
    assert not pagina(commissie.get(adres)).heeft("[name=als]")
    commissie.post(adres, {"als": "akkoord"})
    commissie.post(adres, {"tekst": "x"})
    indiening.refresh_from_db()
    assert indiening.besluit == Begrotingsbesluit.OPEN and not indiening.vragen.exists()


def dien_in(trekt: Client, buurt: Buurt) -> str:
    return pagina(trekt.post(naar("begroting_indienen", buurt), follow=True)).tekst("main")


def knoppen(trekt: Client, buurt: Buurt) -> list[str]:
    return pagina(trekt.get(naar("begroting", buurt))).teksten("form[action$='/indienen/'] button")


def nu_doen(trekt: Client, buurt: Buurt) -> str:
    return pagina(trekt.get(naar("netwerk", buurt))).tekst(".nudoen")


def test_a_version_laid_down_after_the_yes_can_be_handed_in(trekt: Client, trekker: Gebruiker, buurt: Buurt) -> None:
    """The road said 'hand it in again' and led to a page without the button."""
    plan = plan_met(buurt, ("Zaal", "40", "12.35"))
    dien_in(trekt, buurt)
    assert knoppen(trekt, buurt) == []  # the committee has what counts
    Indiening.objects.filter(buurt=buurt).update(besluit=Begrotingsbesluit.AKKOORD)
    assert knoppen(trekt, buurt) == []
    vul_in(trekt, naar("begrotingsregel", buurt, regels(buurt).get().pk), prijs="20")
    trekt.post(naar("buurtplan_vaststellen", buurt), {"zeker": "on"})
    assert plan.versies.count() == 2 and stap(buurt, trekker).doe == "dien de begroting opnieuw in"
    assert knoppen(trekt, buurt) == ["Stuur de nieuwe versie naar de commissie"]
    dien_in(trekt, buurt)
    laatste = Indiening.objects.filter(buurt=buurt).first()
    assert laatste and (laatste.versie.nummer, laatste.besluit) == (2, Begrotingsbesluit.OPEN)
    assert knoppen(trekt, buurt) == []


def test_the_road_says_what_is_next_after_questions_and_after_a_no(
    trekt: Client, trekker: Gebruiker, buurt: Buurt
) -> None:
    plan_met(buurt, ("Zaal", "40", "12.35"))
    dien_in(trekt, buurt)
    indiening = Indiening.objects.get(buurt=buurt)
    indiening.vragen.create(tekst="Waarom zo duur?")
    Indiening.objects.filter(pk=indiening.pk).update(besluit=Begrotingsbesluit.TERUG)
    assert "beantwoord de vragen" in nu_doen(trekt, buurt)
    indiening.vragen.update(antwoord="Er is geen andere zaal")
    assert "stuur de begroting opnieuw" in nu_doen(trekt, buurt)
    Indiening.objects.filter(pk=indiening.pk).update(besluit=Begrotingsbesluit.AFGEWEZEN, toelichting="te duur")
    assert stap(buurt, trekker).doe == "pas de begroting aan"  # it said 'wait'


def test_the_line_without_a_payer_is_named(trekt: Client, buurt: Buurt) -> None:
    plan_met(buurt, ("Zaal", "40", "12.35"), ("Koffie", "1", "5"))
    regels(buurt).filter(omschrijving="Koffie").update(financier="onbekend")
    assert "Bij één regel staat nog niet wie betaalt: ‘Koffie’." in dien_in(trekt, buurt)
    assert not Indiening.objects.filter(buurt=buurt).exists()
