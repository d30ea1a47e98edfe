"""A small library of toy documents: gardening, so that nothing here leans on the site's own domain."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page

from kennisplatform.zoeken import bron
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.models import Wachtrij
from kennisplatform.zoeken.motor import Motor
from kennisplatform.zoeken.motor import motor as kies_motor
from kennisplatform.zoeken.motoren.tantivy import TantivyMotor
from kennisplatform.zoeken.paginabron import openbare_paginas
from kennisplatform.zoeken.vraag import Vraag

MOTOREN: dict[str, Callable[[Path], Motor]] = {"tantivy": TantivyMotor}


def doc(sleutel: str, titel: str, samenvatting: str = "", tekst: str = "", **rest: object) -> Document:
    return Document(sleutel, str(rest.pop("soort", "blad")), titel, samenvatting, tekst, **rest)  # type: ignore[arg-type]


GEEL_ROOD, GEEL = {"kleur": ("geel", "rood")}, {"kleur": ("geel",)}
ROOD_KLEIN = {"kleur": ("rood",), "maat": ("klein",)}
TUIN = (
    doc("a:1", "Tuinonderhoud in de herfst", "Groen snoeien en harken", facetten=GEEL_ROOD, nieuw=30, sterkte=1),
    doc("a:2", "Onderhoud van tuinen", "Groen en gevallen bladeren", facetten=GEEL, nieuw=10, sterkte=5),
    doc("a:3", "Rozen planten", "Een gids over rozen in het groen", facetten=ROOD_KLEIN, nieuw=20, sterkte=5),
    doc("a:4", "Appelbomen", "Groen en fruit uit eigen tuin", "Snoei.", soort="boom", facetten={"maat": ("groot",)}),
)


@pytest.fixture(params=sorted(MOTOREN))
def motor(request: pytest.FixtureRequest, tmp_path: Path) -> Motor:
    """An engine with the garden in it; every engine passes the same suite."""
    uit = MOTOREN[request.param](tmp_path / "index")
    uit.herbouw(TUIN)
    return uit


def sleutels(motor: Motor, tekst: str = "", **rest: object) -> list[str]:
    return [t.sleutel for t in motor.zoek(Vraag(tekst=tekst, **rest)).treffers]  # type: ignore[arg-type]


@pytest.fixture
def bronnen(db: None, monkeypatch: pytest.MonkeyPatch, settings: object, tmp_path: Path) -> None:
    """Only groups whose name is no secret, and every public page; an index of this test alone."""
    settings.ZOEK = {"MOTOR": "tantivy", "MAP": str(tmp_path / "index"), "DIRECT": True}  # type: ignore[attr-defined]
    monkeypatch.setattr(bron, "_bronnen", {})
    bron.registreer(
        "groep",
        model=Group,
        openbaar=lambda: Group.objects.exclude(name__startswith="geheim"),
        document=lambda g: Document(f"groep:{g.pk}", "groep", g.name) if g.name != "niets" else None,
    )
    bron.registreer(
        "pagina", model=Page, openbaar=openbare_paginas,
        document=lambda p: Document(f"pagina:{p.pk}", "pagina", p.title) if p.depth > 2 else None,
    )  # fmt: skip
    kies_motor().leeg()
    Wachtrij.objects.all().delete()


@pytest.fixture
def wortel() -> Page:
    uit = Page.objects.filter(depth=2).first() or Page.objects.get(depth=1).add_child(title="Thuis", slug="thuis-zoek")
    Wachtrij.objects.all().delete()
    return uit


def wachtend() -> set[str]:
    return {str(r) for r in Wachtrij.objects.all()}


def gevonden(tekst: str) -> list[str]:
    return [t.sleutel for t in kies_motor().zoek(Vraag(tekst)).treffers]
