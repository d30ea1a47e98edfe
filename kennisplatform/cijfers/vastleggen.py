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
from kennisplatform.deelnemers.models import Buurt

TEGELIJK: Final = 2000  # rows in one statement: a national file of 250,000 figures stays small in memory
TOON: Final = 100
EIGEN: Final = "eigen-"  # before the address of a neighbourhood: its own area, as its network sees it


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


@dataclass
class _Boek:
    """Codes → keys, for one run; and what a changed figure is told to be."""

    reden: str
    ook_gecorrigeerd: bool
    extra: dict[str, Any]
    indicatoren: dict[str, int] = field(default_factory=lambda: dict(Indicator.objects.values_list("code", "pk")))
    bronnen: dict[str, int] = field(default_factory=lambda: dict(Cijferbron.objects.values_list("code", "pk")))
    gebieden: dict[str, int] = field(default_factory=dict)
    buurten: dict[str, int] = field(default_factory=dict)

    def zoek(self, deel: tuple[Nieuwcijfer, ...]) -> None:
        """Areas of this part only: there are thousands."""
        codes = {cijfer.gebied for cijfer in deel}
        self.gebieden = dict(Gebied.objects.filter(code__in=codes).values_list("code", "pk"))
        if eigen := {code.removeprefix(EIGEN) for code in codes if code.startswith(EIGEN)}:
            self.buurten |= dict(Buurt.objects.filter(slug__in=eigen).values_list("slug", "pk"))

    def sleutel(self, cijfer: Nieuwcijfer) -> _Sleutel:
        return (self.gebieden[cijfer.gebied], self.indicatoren[cijfer.indicator], cijfer.periode, cijfer.groep)

    def rij(self, cijfer: Nieuwcijfer, oud: _Oud | None) -> Cijfer:
        sleutels = {
            "gebied_id": self.gebieden[cijfer.gebied],
            "indicator_id": self.indicatoren[cijfer.indicator],
            "bron_id": self.bronnen[cijfer.bron],
            "buurt_id": self.buurten.get(cijfer.gebied.removeprefix(EIGEN)),
        }
        return _rij(cijfer, oud, self.reden, {**sleutels, **self.extra})


@transaction.atomic
def leg_vast(
    rij: Iterable[Nieuwcijfer], *, reden: str, ook_gecorrigeerd: bool = True, extra: dict[str, Any] | None = None
) -> Vastgelegd:
    """`ook_gecorrigeerd=False`: what somebody corrected since stays, and is named. `extra`: fields of every new row."""
    uitkomst, boek = Vastgelegd(), _Boek(reden, ook_gecorrigeerd, extra or {})
    besloten = set(Cijferbron.objects.filter(open=False).values_list("code", flat=True))
    klein, rest = False, iter(rij)
    while deel := tuple(islice(rest, TEGELIJK)):
        klein |= any(cijfer.bron in besloten for cijfer in deel)
        _schrijf(deel, boek, uitkomst)
    if klein:
        scherm_af()
    return uitkomst


def _schrijf(deel: tuple[Nieuwcijfer, ...], boek: _Boek, uitkomst: Vastgelegd) -> None:
    boek.zoek(deel)
    eerder = _eerder(deel, boek.gebieden, boek.indicatoren)
    nieuw: list[Cijfer] = []
    weg: list[int] = []
    for cijfer in deel:
        oud = eerder.get(boek.sleutel(cijfer))
        if oud is None:
            uitkomst.nieuw += 1
        elif oud.inhoud == cijfer.inhoud:
            uitkomst.gelijk += 1
            continue
        elif oud.stand == Cijferstand.GECORRIGEERD and not boek.ook_gecorrigeerd:
            uitkomst.overgeslagen.append(f"{cijfer.indicator} {cijfer.gebied} {cijfer.periode}")
            continue
        else:
            uitkomst.anders(cijfer, oud.inhoud[0] or 0)
            weg.append(oud.pk)
        nieuw.append(boek.rij(cijfer, oud))
    Cijfer.objects.filter(pk__in=weg).update(huidig=False)
    Cijfer.objects.bulk_create(nieuw)


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
