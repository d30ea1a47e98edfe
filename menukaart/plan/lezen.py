"""A version that was laid down, for people: themes by name, money as it is written, sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kennisplatform.cijfers.laden import themas
from menukaart.plan.bevriezen import lees
from menukaart.plan.models import Planversie


@dataclass(frozen=True)
class Gelezenthema:
    code: str
    naam: str
    doel: str
    reden: str  # why not now; '' when it has activities
    activiteiten: list[Mapping[str, Any]] = field(default_factory=list)
    bedrag: Decimal = Decimal(0)


@dataclass(frozen=True)
class Gelezenplan:
    van: int
    tot: int
    themas: list[Gelezenthema]

    @property
    def bedrag(self) -> Decimal:
        return sum((thema.bedrag for thema in self.themas), Decimal(0))

    @property
    def aantal(self) -> int:
        return sum(len(thema.activiteiten) for thema in self.themas)


def gelezen(versie: Planversie) -> Gelezenplan:
    """One query, for today's names of the themes."""
    inhoud, namen = lees(versie), themas()
    per: dict[str, list[Mapping[str, Any]]] = {}
    for activiteit in inhoud["activiteiten"]:
        per.setdefault(activiteit["thema"], []).append(activiteit)
    return Gelezenplan(
        inhoud["van"],
        inhoud["tot"],
        [
            Gelezenthema(
                code=(code := rij["thema"]),
                naam=namen[code].label if code in namen else code,
                doel=rij["doel"],
                reden=rij["reden"] if rij["niet_nu"] else "",
                activiteiten=per.get(code, []),
                bedrag=_som(per.get(code, [])),
            )
            for rij in inhoud["themas"]
        ],
    )


def _som(activiteiten: list[Mapping[str, Any]]) -> Decimal:
    return sum((Decimal(regel["bedrag"]) for a in activiteiten for regel in a["begroting"]), Decimal(0))
