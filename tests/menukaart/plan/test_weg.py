"""What the road says of a plan that was changed after it was laid down, agreed with and signed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Fase, Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.weg import Stapstaat, Wegstand, weg_van
from menukaart.begroting.models import Indiening
from menukaart.plan.beelden import leg_rij_vast
from menukaart.plan.bevriezen import bevries
from menukaart.plan.keuzes import Uitvoerstand
from menukaart.plan.models import Beelduitdaging, Buurtplan, Planactiviteit
from menukaart.plan.plannen import begonnen_plan, inhoud_van_plan
from tests import mensen
from tests.menukaart.plan.hulp import vol

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt(db: None) -> Buurt:
    return mensen.buurt("wegbuurt")


@pytest.fixture
def trekker(buurt: Buurt) -> Gebruiker:
    return mensen.lid(buurt, Netwerkrol.KARTREKKER)


@pytest.fixture
def plan(trekker: Gebruiker, buurt: Buurt) -> Buurtplan:
    """Laid down as version 1, the committee agreed with it."""
    vol(buurt, door=trekker)
    Indiening.objects.filter(buurt=buurt, besluit="terug").delete()
    plan = Buurtplan.objects.get(buurt=buurt)
    bevries(plan.versies, inhoud_van_plan(plan), trekker)
    return plan


def stap(buurt: Buurt, wie: Gebruiker, fase: Fase) -> Wegstand:
    vers = Buurt.objects.get(pk=buurt.pk)  # another request
    return next(s for s in weg_van(vers, wie).stappen if s.naam == fase.label)


def schrijf(plan: Buurtplan, wie: Gebruiker, **velden: object) -> None:
    rij = Planactiviteit.objects.get(plan=plan)
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    leg_rij_vast(rij=rij, door=wie)


def test_an_untouched_plan_is_done(plan: Buurtplan, trekker: Gebruiker, buurt: Buurt) -> None:
    assert stap(buurt, trekker, Fase.BUURTPLAN).staat == Stapstaat.KLAAR
    assert "veranderd" not in " ".join(stap(buurt, trekker, Fase.BUURTPLAN).stand.regels)


def test_a_changed_plan_is_to_be_laid_down_again_and_done_when_it_is_changed_back(
    plan: Buurtplan, trekker: Gebruiker, buurt: Buurt
) -> None:
    schrijf(plan, trekker, titel="Iets heel anders")
    nu = stap(buurt, trekker, Fase.BUURTPLAN)
    assert nu.staat == Stapstaat.NU
    assert "veranderd na versie 1" in nu.stand.regels
    schrijf(plan, trekker, titel="x")
    assert stap(buurt, trekker, Fase.BUURTPLAN).staat == Stapstaat.KLAAR


def test_how_far_an_activity_is_changes_no_plan_and_who_is_under_way_goes_not_back(
    plan: Buurtplan, trekker: Gebruiker, buurt: Buurt
) -> None:
    schrijf(plan, trekker, stand=Uitvoerstand.LOOPT)
    assert stap(buurt, trekker, Fase.BUURTPLAN).stand.regels == ("1 activiteit",)
    schrijf(plan, trekker, aangepast="Wij doen het op dinsdag")
    nu = stap(buurt, trekker, Fase.BUURTPLAN)
    assert nu.staat == Stapstaat.KLAAR
    assert "veranderd na versie 1" in nu.stand.regels


def test_a_challenge_in_the_plan_that_got_another_name_counts(
    plan: Buurtplan, trekker: Gebruiker, buurt: Buurt
) -> None:
    uitdaging = Beelduitdaging.objects.get(beeld__buurt=buurt)
    Planactiviteit.objects.filter(plan=plan).update(uitdaging=uitdaging)
    plan.versies.update(inhoud="")
    bevries(plan.versies, inhoud_van_plan(plan), trekker)
    assert stap(buurt, trekker, Fase.BUURTPLAN).staat == Stapstaat.KLAAR
    uitdaging.titel = "Anders genoemd"
    leg_rij_vast(rij=uitdaging, door=trekker)
    assert "veranderd na versie 2" in stap(buurt, trekker, Fase.BUURTPLAN).stand.regels


def test_an_agreement_about_an_earlier_version_is_not_done(plan: Buurtplan, trekker: Gebruiker, buurt: Buurt) -> None:
    assert stap(buurt, trekker, Fase.BUURTBEGROTING).staat == Stapstaat.KLAAR
    schrijf(plan, trekker, titel="Duurder")
    bevries(plan.versies, inhoud_van_plan(plan), trekker)
    nu = stap(buurt, trekker, Fase.BUURTBEGROTING)
    assert nu.staat == Stapstaat.NU
    assert nu.stand.doe == "dien de begroting opnieuw in"
    assert "dat ging over versie 1, nu is er versie 2" in nu.stand.regels


def test_one_state_is_compared_once(plan: Buurtplan, trekker: Gebruiker, buurt: Buurt) -> None:
    schrijf(plan, trekker, titel="Iets heel anders")
    with CaptureQueriesContext(connection) as eerste:
        stap(buurt, trekker, Fase.BUURTPLAN)
    with CaptureQueriesContext(connection) as daarna:
        stap(buurt, trekker, Fase.BUURTPLAN)
    assert len(daarna) < len(eerste)


def test_who_stopped_was_under_way_as_well(plan: Buurtplan, trekker: Gebruiker, buurt: Buurt) -> None:
    schrijf(plan, trekker, stand=Uitvoerstand.GESTOPT, stopreden="Niemand kwam")
    schrijf(plan, trekker, aangepast="Wij deden het op dinsdag")
    assert stap(buurt, trekker, Fase.BUURTPLAN).staat == Stapstaat.KLAAR


@pytest.mark.parametrize(
    ("dag", "jaar"), [("2026-10-31", 2026), ("2026-11-01", 2027), ("2026-11-30", 2027), ("2027-01-01", 2027)]
)
def test_a_plan_written_at_years_end_is_for_the_next(
    monkeypatch: pytest.MonkeyPatch, dag: str, jaar: int, db: None
) -> None:
    """It is to be judged and signed first: one of 30 November began with a quarter that was nearly over."""
    monkeypatch.setattr(timezone, "localdate", lambda *_wat: dt.date.fromisoformat(dag))
    plan = begonnen_plan(buurt=mensen.buurt("jaareinde"))
    assert (plan.van, plan.tot) == (jaar, jaar + 1)
