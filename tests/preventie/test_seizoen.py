"""What people ask at this time of the year stands on the overview."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from kennisplatform.basis import schil
from kennisplatform.preventie import seizoen
from kennisplatform.preventie.models import Artikel
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_each_month_has_one_season_and_each_season_articles_that_exist() -> None:
    maanden = [maand for s in seizoen.seizoenen() for maand in s.maanden]
    assert sorted(maanden) == list(range(1, 13))
    slugs = {slug for s in seizoen.seizoenen() for slug in s.slugs}
    assert not slugs - set(Artikel.objects.filter(live=True, locale__language_code="nl").values_list("slug", flat=True))
    assert not {s.naam for s in seizoen.seizoenen()} - set(schil.woorden())


def test_in_summer_it_is_about_hot_days_and_in_winter_about_the_flu() -> None:
    zomer, winter = (seizoen.nu(Artikel.objects.all(), dt.date(2027, maand, 1)) for maand in (7, 1))
    assert zomer and zomer.vragen[0].url_path.endswith("/hete-dagen/")
    assert winter and winter.vragen[0].url_path.endswith("/verkouden-en-griep/")


def test_what_is_not_published_is_left_out(client: Client) -> None:
    Artikel.objects.filter(slug__in=seizoen.seizoenen()[0].slugs[1:]).update(live=False)
    blok = seizoen.nu(Artikel.objects.all(), dt.date(2027, 1, 1))
    assert blok and len(blok.vragen) == 1
    Artikel.objects.filter(slug=seizoen.seizoenen()[0].slugs[0]).update(live=False)
    assert seizoen.nu(Artikel.objects.all(), dt.date(2027, 1, 1)) is None


def test_it_stands_on_the_overview(client: Client) -> None:
    blok = seizoen.nu(Artikel.objects.all())
    blad = pagina(client.get("/preventie/"))
    assert blok and blad.tekst("#seizoen") == blok.naam
    assert list(blad.links("section[aria-labelledby=seizoen] a")) == [vraag.title for vraag in blok.vragen]
