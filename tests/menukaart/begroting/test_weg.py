"""What the road says while a budget is written, handed in, and handed in once more."""

from __future__ import annotations

import pytest
from django.test import Client

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.weg import Stapstaat, Wegstand, weg_van
from menukaart.begroting import indienen
from menukaart.begroting.models import Begrotingsbesluit, Indiening
from menukaart.commitment.models import Handtekening, Handtekeningstand
from menukaart.plan.keuzes import Uitvoerstand
from menukaart.plan.models import Begrotingsregel, Planactiviteit
from menukaart.plan.plannen import stel_plan_vast
from tests import mensen
from tests.menukaart.begroting.hulp import plan_met

pytestmark = pytest.mark.django_db


def stap(buurt: Buurt, wie: Gebruiker, fase: Fase) -> Wegstand:
    vers = Buurt.objects.get(pk=buurt.pk)  # another request
    return next(s for s in weg_van(vers, wie).stappen if s.naam == fase.label)


def zeg_ja(buurt: Buurt) -> Indiening:
    wacht = indienen.lopende(buurt)
    assert wacht is not None
    door = mensen.medewerker("begrotingscommissie")
    indienen.besluit(indiening=wacht, als=Begrotingsbesluit.AKKOORD, toelichting="", door=door)
    return wacht


def test_writing_the_first_budget_sends_nobody_back_to_the_plan(trekker: Gebruiker, buurt: Buurt) -> None:
    """Every line touched the plan, and the road then asked to lay it down again instead of going on."""
    plan = plan_met(buurt)
    stel_plan_vast(plan=plan, door=trekker)
    activiteit = plan.activiteiten.all()[0]
    Begrotingsregel.objects.create(activiteit=activiteit, omschrijving="Zaal", aantal=1, prijs=20, jaar=plan.van)
    plan.save()  # as a line that is kept does
    assert stap(buurt, trekker, Fase.BUURTPLAN).staat == Stapstaat.KLAAR
    assert stap(buurt, trekker, Fase.BUURTBEGROTING).stand.doe == "maak de begroting"


def test_after_a_second_yes_the_road_goes_on(trekt: Client, trekker: Gebruiker, buurt: Buurt) -> None:
    """It went on speaking of the first one that was ever handed in."""
    plan = plan_met(buurt, ("Zaal", "10", "20"))
    indienen.dien_in(plan=plan, door=trekker)
    zeg_ja(buurt)
    Planactiviteit.objects.filter(plan=plan).update(wie="de bibliotheek")
    indienen.dien_in(plan=plan, door=trekker)
    assert stap(buurt, trekker, Fase.BUURTBEGROTING).stand.regels[0] == "Bij de commissie"
    zeg_ja(buurt)
    begroting = stap(buurt, trekker, Fase.BUURTBEGROTING)
    assert begroting.staat == Stapstaat.KLAAR and begroting.stand.regels == ("Akkoord",)
    assert stap(buurt, trekker, Fase.COMMITMENT).stand.doe == "vraag de handtekeningen"


def test_nobody_is_asked_again_for_what_the_committee_did_not_see(trekker: Gebruiker, buurt: Buurt) -> None:
    """Who was under way and laid the plan down again read that the committee agreed with it."""
    plan = plan_met(buurt, ("Zaal", "10", "20"))
    indienen.dien_in(plan=plan, door=trekker)
    versie = zeg_ja(buurt).versie
    vast = {"buurt": buurt, "versie": versie, "organisatie": "Gemeente", "rol": "wethouder", "naam": "An"}
    Handtekening.objects.create(**vast, email="an@x.example", sleutelhash="h", stand=Handtekeningstand.GETEKEND)
    Planactiviteit.objects.filter(plan=plan).update(wie="de bibliotheek", stand=Uitvoerstand.LOOPT)
    stel_plan_vast(plan=plan, door=trekker)
    stand = stap(buurt, trekker, Fase.COMMITMENT).stand
    assert stand.doe == "stuur de nieuwe versie naar de commissie" and stand.doe_adres.endswith("/begroting/")
    indienen.dien_in(plan=plan, door=trekker)
    zeg_ja(buurt)
    assert stap(buurt, trekker, Fase.COMMITMENT).stand.doe == "vraag de handtekeningen opnieuw"
