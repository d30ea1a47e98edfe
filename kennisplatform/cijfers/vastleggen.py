"""Figures are written: new ones added, equal ones left, other ones kept as an earlier version with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from django.db import transaction

from kennisplatform.cijfers.afschermen import scherm_af
from kennisplatform.cijfers.keuzes import Cijferstand
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Gebied, Indicator
from kennisplatform.deelnemers.keuzes import Zichtbaarheid

TEGELIJK: Final = 2000  # rows in one statement: a national file of 250,000 figures stays small in memory
TOON: Final = 100


@dataclass(frozen=True, slots=True)
class Nieuwcijfer:
    """One figure out of a file, by codes."""

    gebied: str
    indicator: str
    periode: str
    waarde: float
    laag: float | None = None
    hoog: float | None = None
    n: int | None = None
    groep: str = ""
    bron: str = ""
    bronrij: str = ""
    zichtbaarheid: str = Zichtbaarheid.OPENBAAR
    stand: str = Cijferstand.VAST

    @property
    def inhoud(self) -> tuple[float | None, ...]:
        return (self.waarde, self.laag, self.hoog, self.n)


@dataclass(frozen=True, slots=True)
class Cijferverschil:
    indicator: str
    gebied: str
    periode: str
    was: float
    wordt: float


@dataclass
class Vastgelegd:
    nieuw: int = 0
    gelijk: int = 0
    gecorrigeerd: int = 0
    overgeslagen: list[str] = field(default_factory=list)
    verschillen: list[Cijferverschil] = field(default_factory=list)  # the first, to show

    def anders(self, cijfer: Nieuwcijfer, was: float) -> None:
        self.gecorrigeerd += 1
        if len(self.verschillen) < TOON:
            self.verschillen.append(Cijferverschil(cijfer.indicator, cijfer.gebied, cijfer.periode, was, cijfer.waarde))


@transaction.atomic
def leg_vast(
    rij: Iterable[Nieuwcijfer], *, reden: str, ook_gecorrigeerd: bool = True, extra: dict[str, Any] | None = None
) -> Vastgelegd:
    """`ook_gecorrigeerd=False`: what somebody corrected since stays, and is named. `extra`: fields of every new row."""
    uitkomst = Vastgelegd()
    indicatoren = dict(Indicator.objects.values_list("code", "pk"))
    bronnen = dict(Cijferbron.objects.values_list("code", "pk"))
    besloten = set(Cijferbron.objects.filter(open=False).values_list("code", flat=True))
    klein = False
    rest = iter(rij)
    while deel := tuple(islice(rest, TEGELIJK)):
        gebieden = dict(Gebied.objects.filter(code__in={c.gebied for c in deel}).values_list("code", "pk"))
        eerder = _eerder(deel, gebieden, indicatoren)
        nieuw: list[Cijfer] = []
        weg: list[int] = []
        for cijfer in deel:
            oud = eerder.get((gebieden[cijfer.gebied], indicatoren[cijfer.indicator], cijfer.periode, cijfer.groep))
            if oud is None:
                uitkomst.nieuw += 1
            elif oud.inhoud == cijfer.inhoud:
                uitkomst.gelijk += 1
                continue
            elif oud.stand == Cijferstand.GECORRIGEERD and not ook_gecorrigeerd:
                uitkomst.overgeslagen.append(f"{cijfer.indicator} {cijfer.gebied} {cijfer.periode}")
                continue
            else:
                uitkomst.anders(cijfer, oud.inhoud[0] or 0)
                weg.append(oud.pk)
            sleutels = {
                "gebied_id": gebieden[cijfer.gebied],
                "indicator_id": indicatoren[cijfer.indicator],
                "bron_id": bronnen[cijfer.bron],
            }
            klein |= cijfer.bron in besloten
            nieuw.append(_rij(cijfer, oud, reden, {**sleutels, **(extra or {})}))
        Cijfer.objects.filter(pk__in=weg).update(huidig=False)
        Cijfer.objects.bulk_create(nieuw)
    if klein:
        scherm_af()
    return uitkomst


@dataclass(frozen=True, slots=True)
class _Oud:
    pk: int
    versie: int
    stand: str
    inhoud: tuple[float | None, ...]


_Sleutel = tuple[int, int, str, str]


def _eerder(
    deel: tuple[Nieuwcijfer, ...], gebieden: dict[str, int], indicatoren: dict[str, int]
) -> dict[_Sleutel, _Oud]:
    velden = ("gebied_id", "indicator_id", "periode", "groep", "pk", "versie", "stand", "waarde", "laag", "hoog", "n")
    rijen: Iterator[Any] = (
        Cijfer.objects.huidig()
        .filter(
            gebied__in=gebieden.values(),
            indicator__in={indicatoren[c.indicator] for c in deel},
            periode__in={c.periode for c in deel},
        )
        .values_list(*velden)
        .iterator()
    )
    return {(g, i, p, gr): _Oud(pk, versie, stand, tuple(rest)) for g, i, p, gr, pk, versie, stand, *rest in rijen}


def _rij(cijfer: Nieuwcijfer, oud: _Oud | None, reden: str, erbij: dict[str, Any]) -> Cijfer:
    return Cijfer(
        periode=cijfer.periode,
        groep=cijfer.groep,
        waarde=cijfer.waarde,
        laag=cijfer.laag,
        hoog=cijfer.hoog,
        n=cijfer.n,
        bronrij=cijfer.bronrij,
        zichtbaarheid=cijfer.zichtbaarheid,
        stand=Cijferstand.GECORRIGEERD if oud else cijfer.stand,
        versie=oud.versie + 1 if oud else 1,
        reden=reden if oud else "",
        **erbij,
    )
