"""The events that fill the outbox for pages, and the check that stops a page type without its declaration."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from kennisplatform.zoeken import checks, signalen
from kennisplatform.zoeken import wachtrij as rij
from kennisplatform.zoeken.models import Wachtrij
from kennisplatform.zoeken.paginabron import openbare_paginas

from .conftest import gevonden, wachtend

pytestmark = pytest.mark.usefixtures("bronnen")

Vang = Callable[..., object]


# --- pages


def test_publish_unpublish_and_delete(wortel: Page) -> None:
    pagina = wortel.add_child(title="Tulpen", slug="tulpen")
    sleutel = f"pagina:{pagina.pk}"
    pagina.save_revision().publish()
    rij.verwerk()
    assert gevonden("tulpen") == [sleutel]
    pagina.refresh_from_db()
    pagina.title = "Narcissen"
    pagina.save_revision()
    rij.verwerk()
    assert gevonden("narcissen") == [], "a draft is not found"
    pagina.unpublish()
    rij.verwerk()
    assert gevonden("tulpen") == []
    pagina.save_revision().publish()
    rij.verwerk()
    assert gevonden("narcissen") == [sleutel]
    pagina.delete()
    assert f"wis {sleutel}" in wachtend()
    rij.verwerk()
    assert gevonden("narcissen") == []


def test_a_branch_follows_move_slug_restriction_and_delete(
    wortel: Page, django_capture_on_commit_callbacks: Vang
) -> None:
    boven = wortel.add_child(title="Tulpen", slug="tulpen")
    onder = boven.add_child(title="Tulpen rood", slug="bol")
    anders = wortel.add_child(title="Anders", slug="anders")
    rij.verwerk()
    tak = {f"zet pagina:{boven.pk}", f"zet pagina:{onder.pk}"}

    beperking = PageViewRestriction.objects.create(page=boven, restriction_type="login")
    assert tak <= wachtend()
    rij.verwerk()
    assert gevonden("tulpen") == []
    beperking.delete()
    assert tak <= wachtend()
    rij.verwerk()
    assert set(gevonden("tulpen")) >= {f"pagina:{boven.pk}", f"pagina:{onder.pk}"}

    boven.refresh_from_db()
    boven.slug = "narcissen"
    with django_capture_on_commit_callbacks(execute=False) as taken:
        boven.save()
    Wachtrij.objects.all().delete()
    for taak in taken:
        taak()
    boven.refresh_from_db()
    Wachtrij.objects.all().delete()
    boven.move(anders, pos="last-child")
    assert tak <= wachtend()

    rij.verwerk()
    Page.objects.get(pk=anders.pk).delete()
    assert {f"wis pagina:{p.pk}" for p in (boven, onder, anders)} <= wachtend()
    rij.verwerk()
    assert gevonden("tulpen") == []


def test_a_new_address_takes_the_branch_along(wortel: Page) -> None:
    boven = wortel.add_child(title="Tulpen", slug="tulpen")
    onder = boven.add_child(title="Tulpen rood", slug="bol")
    Wachtrij.objects.all().delete()
    signalen.page_slug_changed.send(sender=Page, instance=boven, instance_before=boven)
    assert {f"zet pagina:{boven.pk}", f"zet pagina:{onder.pk}"} == wachtend()


def test_expired_pages_are_no_source(wortel: Page) -> None:
    nu = timezone.now()
    wortel.add_child(title="Tulpen", slug="t1", expire_at=nu - timedelta(days=1))
    straks = wortel.add_child(title="Tulpen", slug="t2", expire_at=nu + timedelta(days=1))
    concept = wortel.add_child(title="Tulpen", slug="t3", live=False)
    rij.verwerk()
    assert gevonden("tulpen") == [f"pagina:{straks.pk}"]
    assert concept.pk not in openbare_paginas().values_list("pk", flat=True)


# --- the check


def test_a_page_type_must_say_whether_it_can_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    class Neplabel:
        abstract = False
        label = "tuin.Blad"

    class Vergeten:
        _meta = Neplabel
        is_creatable = True

    class Nee(Vergeten):
        zoekbaar = False

    class Ja(Vergeten):
        def zoekdocument(self) -> None: ...

    class Verborgen(Vergeten):
        is_creatable = False

    monkeypatch.setattr(checks, "get_page_models", lambda: [Page, Vergeten, Nee, Ja, Verborgen])
    fouten = checks.zoekbaarheid(None)
    assert [(f.id, f.obj) for f in fouten] == [("zoeken.E001", Vergeten)]
    assert "zoekdocument" in str(fouten[0].hint)
