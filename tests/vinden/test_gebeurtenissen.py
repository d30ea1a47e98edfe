"""What editors change is found at once; what they take away is not. Real pages, real terms, the engine that answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from kennisplatform.basis.models import Begrip
from kennisplatform.preventie.models import Artikel, PreventiePagina
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.motor import motor
from kennisplatform.zoeken.wachtrij import verwerk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
Vang = Callable[..., Any]


def gevonden(q: str) -> set[str]:
    return {t.sleutel for t in motor().zoek(Vraag(q, per_pagina=100)).treffers}


@pytest.fixture
def artikel() -> Artikel:
    return Artikel.objects.get(slug="bang-om-te-vallen")


def test_a_published_change_is_found_without_a_worker(
    artikel: Artikel, django_capture_on_commit_callbacks: Vang
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        artikel.title = "Over fnorxqaz"
        artikel.save_revision()
    assert gevonden("fnorxqaz") == set(), "a draft is not"
    with django_capture_on_commit_callbacks(execute=True):
        artikel.get_latest_revision().publish()
    assert gevonden("fnorxqaz") == {f"pagina:{artikel.pk}"}


def test_a_term_with_another_name_is_found_under_it(artikel: Artikel, django_capture_on_commit_callbacks: Vang) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        term = Begrip.objects.get(soort="onderwerp", code="vallen", locale__language_code="nl")
        term.label = "Fnorxqaz"
        term.save()
    assert f"pagina:{artikel.pk}" in gevonden("fnorxqaz")


def test_what_is_planned_appears_and_disappears_on_its_day(artikel: Artikel) -> None:
    artikel.title = "Over fnorxqaz"
    artikel.go_live_at = timezone.now() + dt.timedelta(hours=1)
    artikel.save_revision(approved_go_live_at=artikel.go_live_at)
    Artikel.objects.filter(pk=artikel.pk).update(live=False)
    verwerk()
    assert gevonden("fnorxqaz") == set()
    revisie = artikel.get_latest_revision()
    revisie.approved_go_live_at = timezone.now() - dt.timedelta(minutes=1)
    revisie.content["go_live_at"] = (timezone.now() - dt.timedelta(minutes=1)).isoformat()
    revisie.save()
    call_command("publish_scheduled", verbosity=0)
    verwerk()
    assert gevonden("fnorxqaz") == {f"pagina:{artikel.pk}"}
    Artikel.objects.filter(pk=artikel.pk).update(expire_at=timezone.now() - dt.timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    verwerk()
    assert gevonden("fnorxqaz") == set()


def test_another_address_is_shown_at_once(
    client: Client, artikel: Artikel, django_capture_on_commit_callbacks: Vang
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        artikel.slug = "fnorxqaz"
        artikel.save_revision().publish()
    assert "/preventie/fnorxqaz/" in client.get("/zoeken/", {"q": "bang om te vallen"}).content.decode()


def test_a_whole_branch_goes_with_its_parent(django_capture_on_commit_callbacks: Vang) -> None:
    assert motor().zoek(Vraag("vallen", soorten=("artikel",))).totaal
    with django_capture_on_commit_callbacks(execute=True):
        PreventiePagina.objects.filter(locale__language_code="nl").first().delete()
    assert motor().zoek(Vraag("vallen", soorten=("artikel",))).totaal == 0
