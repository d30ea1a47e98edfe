"""A small library of toy documents: gardening, so that nothing here leans on the site's own domain."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.motor import Motor
from kennisplatform.zoeken.motoren.tantivy import TantivyMotor

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
