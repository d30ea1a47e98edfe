"""Evidence ages by itself, and a claim needs its ground."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

import pytest
from django.core.exceptions import ValidationError

from kennisplatform.basis.keuzes import Bewijsniveau
from kennisplatform.basis.models.bewijs import verloopt_op
from menukaart.models import Interventie

pytestmark = pytest.mark.django_db  # a page that is made asks for its own type


def jaren_terug(jaren: int, dagen: int = 0) -> dt.date:
    vandaag = dt.date.today()
    laatste = monthrange(vandaag.year - jaren, vandaag.month)[1]  # 29 February has no day in most years
    return vandaag.replace(year=vandaag.year - jaren, day=min(vandaag.day, laatste)) + dt.timedelta(days=dagen)


@pytest.mark.parametrize(
    ("niveau", "treden"),
    [
        ("goed-beschreven", 1),
        ("goed-onderbouwd", 2),
        ("eerste-aanwijzingen", 3),
        ("goede-aanwijzingen", 4),
        ("sterke-aanwijzingen", 5),
    ],
)
def test_the_ladder_follows_the_level(niveau: str, treden: int) -> None:
    plan = Interventie(bewijs_niveau=niveau, bewijs_datum=jaren_terug(1))
    assert plan.ladder_treden == [True] * treden + [False] * (5 - treden)
    assert plan.bewijs_stand == niveau


def test_after_five_years_lapsed_and_the_ladder_empty() -> None:
    plan = Interventie(bewijs_niveau="sterke-aanwijzingen", bewijs_datum=jaren_terug(5, -1))
    assert plan.bewijs_stand is Bewijsniveau.VERLOPEN
    assert plan.ladder == 0 and not any(plan.ladder_treden)
    assert not Interventie(bewijs_niveau="sterke-aanwijzingen", bewijs_datum=jaren_terug(5, 3)).bewijs_verlopen


def test_lapsing_soon_shows_half_a_year_before() -> None:
    assert Interventie(bewijs_niveau="goed-onderbouwd", bewijs_datum=jaren_terug(5, 100)).bewijs_verloopt_binnenkort
    assert not Interventie(bewijs_niveau="goed-onderbouwd", bewijs_datum=jaren_terug(4)).bewijs_verloopt_binnenkort


@pytest.mark.parametrize("niveau", ["niet-beoordeeld", "richtlijn", "geen-effect", "niveau-niet-bevestigd"])
def test_states_of_our_own_have_an_empty_ladder_and_do_not_lapse(niveau: str) -> None:
    plan = Interventie(bewijs_niveau=niveau, bewijs_datum=jaren_terug(20))
    assert plan.ladder == 0 and not plan.bewijs_verlopen


def test_leap_day() -> None:
    assert verloopt_op(dt.date(2020, 2, 29)) == dt.date(2025, 2, 28)


def test_recognition_without_a_date_or_in_the_future_can_not_be() -> None:
    assert "bewijs_datum" in Interventie(bewijs_niveau="goed-onderbouwd").veldfouten()
    with pytest.raises(ValidationError) as fout:
        Interventie(
            title="x", slug="x", bewijs_niveau="goed-onderbouwd", bewijs_datum=dt.date.today() + dt.timedelta(days=1)
        ).clean()
    assert "toekomst" in str(fout.value)


def test_ses_without_ground_can_not_be() -> None:
    plan = Interventie(ses_geschiktheid="speciaal-lage-ses", verschillen="verkleint", ses_grond=" ")
    assert set(plan.veldfouten()) == {"ses_grond", "verschillen_grond"}
    met_grond = Interventie(ses_geschiktheid="speciaal-lage-ses", ses_grond="Doelgroep volgens de eigenaar")
    assert set(met_grond.veldfouten()) == {"herkomst"}  # and a ground says where it comes from
    met_grond.herkomst = [{"type": "herkomst", "value": {"velden": ["ses_grond"], "grond": "de tekst van de eigenaar"}}]
    assert not met_grond.veldfouten()
