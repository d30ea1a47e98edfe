"""Rates of the team: which counts in a year, and what a budget still counts with. An old line keeps its price."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from kennisplatform.deelnemers.models import Gebruiker
from menukaart.plan.models import Begrotingsregel, Tarief


@dataclass(frozen=True)
class Tariefreeks:
    """All prices of one rate, the newest first."""

    naam: str
    rijen: list[Tarief] = field(default_factory=list)


def reeksen() -> list[Tariefreeks]:
    per: dict[str, Tariefreeks] = {}
    for tarief in Tarief.objects.select_related("door"):
        per.setdefault(tarief.naam.casefold(), Tariefreeks(tarief.naam)).rijen.append(tarief)
    return list(per.values())


def in_jaar(naam: str, jaar: int, alle: Iterable[Tarief]) -> Tarief | None:
    """The last price that began in that year or before it."""
    rij = [t for t in alle if t.naam.casefold() == naam.casefold() and t.vanaf.year <= jaar]
    return max(rij, key=lambda t: t.vanaf, default=None)


def keuzes() -> list[Tarief]:
    """One of each name, for a menu: which of its prices counts follows from the year of the line."""
    return [reeks.rijen[0] for reeks in reeksen()]


@transaction.atomic
def zet_prijs(*, tarief: Tarief, door: Gebruiker) -> Tarief:
    """A new row; budgets that were written with another price keep that one."""
    tarief.door = door
    tarief.save(force_insert=True)
    return tarief


@dataclass(frozen=True)
class Tariefstand:
    """What a line has to say of its rate. `nieuwer`: another price counts for its year by now."""

    tarief: Tarief
    nieuwer: Tarief | None


def standen(regels: Iterable[Begrotingsregel], alle: Iterable[Tarief]) -> dict[int, Tariefstand]:
    """Of the lines that follow a rate; who typed another price follows none. `regels` with their rate fetched."""
    tarieven = list(alle)
    uit = {}
    for regel in regels:
        if regel.tarief is None or regel.prijs != regel.tarief.prijs:
            continue
        nu = in_jaar(regel.tarief.naam, regel.jaar, tarieven)
        uit[regel.pk] = Tariefstand(regel.tarief, nu if nu and nu.pk != regel.tarief_id else None)
    return uit
