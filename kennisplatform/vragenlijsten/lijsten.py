"""The lists of questions, from inhoud/: each in six languages, and the words around them. Read once a process."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

MAP: Final = Path(__file__).resolve().parent / "inhoud"
TALEN: Final = ("nl", "en", "tr", "ar", "pl", "uk")
ANTWOORDEN: Final[dict[str, tuple[str, ...]]] = {
    "nps": tuple(map(str, range(11))),
    "drie": ("ja", "beetje", "nee"),
}


@dataclass(frozen=True)
class Lijstvraag:
    code: str
    soort: str  # a key of ANTWOORDEN
    prent: str  # a picture of the lessons, or ''
    teksten: Mapping[str, str]

    @property
    def antwoorden(self) -> tuple[str, ...]:
        return ANTWOORDEN[self.soort]

    def tekst(self, taal: str) -> str:
        return self.teksten.get(taal) or self.teksten["nl"]


@dataclass(frozen=True)
class Vragenlijst:
    code: str
    naam: str  # for who starts a round
    uitleg: str
    titels: Mapping[str, str]
    makkelijk: bool  # pictures, large, read aloud
    indicator: str  # of the plan, when its first question measures one
    vragen: tuple[Lijstvraag, ...]

    def titel(self, taal: str) -> str:
        return self.titels.get(taal) or self.titels["nl"]


def _lees(data: Mapping[str, Any]) -> Vragenlijst:
    vragen = tuple(Lijstvraag(v["code"], v["soort"], v.get("prent", ""), v["tekst"]) for v in data["vraag"])
    velden = {naam: data.get(naam, leeg) for naam, leeg in (("makkelijk", False), ("indicator", ""))}
    return Vragenlijst(data["code"], data["naam"], data["uitleg"], data["titel"], vragen=vragen, **velden)


@cache
def lijsten() -> dict[str, Vragenlijst]:
    bestanden = sorted((MAP / "lijsten").glob("*.toml"))
    rij = [_lees(tomllib.loads(bestand.read_text(encoding="utf-8"))) for bestand in bestanden]
    return {lijst.code: lijst for lijst in rij}


@cache
def woorden(taal: str) -> dict[str, str]:
    """Everything around the questions, in a reader's language: the site's own words are Dutch."""
    alle = tomllib.loads((MAP / "woorden.toml").read_text(encoding="utf-8"))
    return alle["nl"] | alle.get(taal, {})
