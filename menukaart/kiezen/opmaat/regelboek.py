"""What regels.toml says: the rules in their order, and what a neighbourhood can answer, with the words it is known by."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

BESTAND: Final = Path(__file__).with_name("regels.toml")


@dataclass(frozen=True)
class Opmaatregel:
    code: str
    vraag: str
    trap: tuple[str, ...]
    weg: bool = False


@dataclass(frozen=True)
class Menssoort:
    """People, a kind of neighbourhood, or something that is there: known in a description by these words."""

    code: str
    naam: str
    woorden: tuple[str, ...]


@dataclass(frozen=True)
class Krachtsoort:
    """What may go well somewhere, and by what a plan builds on it: where it is done, or who does it."""

    code: str
    naam: str
    omdat: str
    waar: frozenset[str]
    mensen: frozenset[str]


@dataclass(frozen=True)
class Regelboek:
    regels: tuple[Opmaatregel, ...]
    mensen: tuple[Menssoort, ...]
    aarden: tuple[Menssoort, ...]
    middelen: tuple[Menssoort, ...]
    krachten: tuple[Krachtsoort, ...]
    ziekten: tuple[str, ...]  # codes of topics

    @cached_property
    def namen(self) -> dict[str, str]:
        return _namen(self.mensen)

    @cached_property
    def aardnamen(self) -> dict[str, str]:
        return _namen(self.aarden)

    @cached_property
    def middelnamen(self) -> dict[str, str]:
        return _namen(self.middelen)

    @cached_property
    def krachtnamen(self) -> dict[str, str]:
        return _namen(self.krachten)


def _namen(rij: Iterable[Menssoort | Krachtsoort]) -> dict[str, str]:
    return {een.code: een.naam for een in rij}


def _soorten(rijen: Iterable[dict[str, Any]]) -> tuple[Menssoort, ...]:
    return tuple(Menssoort(m["code"], m["naam"], tuple(m["woorden"])) for m in rijen)


@lru_cache(maxsize=1)
def regelboek() -> Regelboek:
    """Raises KeyError for a key that is missing: a typing mistake must not pass in silence."""
    rauw = tomllib.loads(BESTAND.read_text(encoding="utf-8"))
    return Regelboek(
        tuple(Opmaatregel(r["code"], r["vraag"], tuple(r["trap"]), r.get("weg", False)) for r in rauw["regel"]),
        _soorten(rauw["mens"]),
        _soorten(rauw["aard"]),
        _soorten(rauw["middel"]),
        tuple(
            Krachtsoort(k["code"], k["naam"], k["omdat"], frozenset(k.get("waar", ())), frozenset(k.get("mensen", ())))
            for k in rauw["kracht"]
        ),
        tuple(rauw["ziekte"]["onderwerpen"]),
    )
