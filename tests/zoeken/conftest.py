"""A small library of toy documents: gardening, so that nothing here leans on the site's own domain."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page

from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.bron import Zoekbron
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.models import Wachtrij
from kennisplatform.zoeken.motor import motor as kies_motor
from kennisplatform.zoeken.motor import motoren
from kennisplatform.zoeken.motoren.elasticsearch import ElasticMotor
from kennisplatform.zoeken.motoren.tantivy import TantivyMotor
from kennisplatform.zoeken.paginabron import openbare_paginas
from kennisplatform.zoeken.poort import Motor
from kennisplatform.zoeken.taal.aanvulling import zonder
from tests import brengen


def elastic(plek: Path) -> ElasticMotor:
    """Under a name of its own; `motor` takes it all away afterwards."""
    return ElasticMotor(os.environ["ZOEK_URL"], f"proef-{uuid.uuid4().hex[:12]}", antwoord_s=10.0)


# The cluster's engine passes the same suite where `make test-services` started a server.
MOTOREN: dict[str, Callable[[Path], Motor]] = {"tantivy": TantivyMotor}
if os.environ.get("ZOEK_URL"):
    MOTOREN["elasticsearch"] = elastic


def doc(sleutel: str, titel: str, samenvatting: str = "", tekst: str = "", **rest: object) -> Document:
    return Document(sleutel, str(rest.pop("soort", "blad")), titel, samenvatting, tekst, **rest)


GEEL_ROOD, GEEL = {"kleur": ("geel", "rood")}, {"kleur": ("geel",)}
ROOD_KLEIN = {"kleur": ("rood",), "maat": ("klein",)}
TUIN = (
    doc("a:1", "Tuinonderhoud in de herfst", "Groen snoeien en harken", facetten=GEEL_ROOD, nieuw=30, sterkte=1),
    doc("a:2", "Onderhoud van tuinen", "Groen en gevallen bladeren", facetten=GEEL, nieuw=10, sterkte=5),
    doc("a:3", "Rozen planten", "Een gids over rozen in het groen", facetten=ROOD_KLEIN, nieuw=20, sterkte=5),
    doc("a:4", "Appelbomen", "Groen en fruit uit eigen tuin", "Snoei.", soort="boom", facetten={"maat": ("groot",)}),
)


@pytest.fixture(autouse=True)
def _alleen_wat_meegeleverd_is() -> Iterator[None]:
    """The library by itself: no rules of a site, which live in its database."""
    with zonder():
        yield


@pytest.fixture(params=sorted(MOTOREN))
def motor(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Motor]:
    """An engine with the garden in it; every engine passes the same suite."""
    uit = MOTOREN[request.param](tmp_path / "index")
    uit.herbouw(TUIN)
    yield uit
    if isinstance(uit, ElasticMotor):
        uit.beheer.wis_alles()


def sleutels(motor: Motor, tekst: str = "", **rest: object) -> list[str]:
    return [t.sleutel for t in motor.zoek(Vraag(tekst=tekst, **rest)).treffers]


@pytest.fixture(params=sorted(MOTOREN))
def bronnen(
    db: None, monkeypatch: pytest.MonkeyPatch, settings: object, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[None]:
    """Only groups whose name is no secret, and every public page; an index of this test alone."""
    keuze = {"URL": os.environ.get("ZOEK_URL", ""), "INDEX": f"proef-{uuid.uuid4().hex[:12]}"}
    settings.ZOEK = {"MAP": str(tmp_path / "index"), "DIRECT": "meteen"} | (
        keuze if request.param == "elasticsearch" else {}
    )
    groepen = Zoekbron(
        "groep",
        model=Group,
        openbaar=lambda: Group.objects.exclude(name__startswith="geheim"),
        document=lambda g: Document(f"groep:{g.pk}", "groep", g.name) if g.name != "niets" else None,
    )
    paginas = Zoekbron(
        "pagina",
        model=Page,
        openbaar=openbare_paginas,
        document=lambda p: Document(f"pagina:{p.pk}", "pagina", p.title) if p.depth > 2 else None,
    )
    brengen.alleen(monkeypatch, Zoekbron, groepen, paginas)
    for motor in motoren():
        motor.leeg()
    Wachtrij.objects.all().delete()
    yield
    for motor in motoren():
        if isinstance(motor, ElasticMotor):
            motor.beheer.wis_alles()


@pytest.fixture
def wortel() -> Page:
    uit = Page.objects.filter(depth=2).first() or Page.objects.get(depth=1).add_child(title="Thuis", slug="thuis-zoek")
    Wachtrij.objects.all().delete()
    return uit


def wachtend() -> set[str]:
    """What waits for the engine that answers; the one behind it has the same rows."""
    return {str(r) for r in Wachtrij.objects.filter(motor=kies_motor().naam)}


def gevonden(tekst: str) -> list[str]:
    return [t.sleutel for t in kies_motor().zoek(Vraag(tekst)).treffers]


def telling(motor: Motor, vraag: Vraag) -> dict[str, dict[str, int]]:
    return {n: {w.code: w.aantal for w in f.waarden} for n, f in motor.zoek(vraag).facetten.items()}
