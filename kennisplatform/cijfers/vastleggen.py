"""Figures are written: new ones added, equal ones left, other ones kept as an earlier version with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from kennisplatform.cijfers.afschermen import scherm_af
from kennisplatform.cijfers.keuzes import Cijferstand
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Gebied, Indicator
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt

TEGELIJK: Final = 2000  # rows in one statement: a national file of 250,000 figures stays small in memory
PER_SLOT: Final = 500  # rows that wait, written under one lock: with SQLite nobody else writes meanwhile
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
    zichtbaarheid: str = Zichtbaarheid.OPENBAAR  # '': as it was, and of a new one what is usual
    stand: str = Cijferstand.VAST  # the same

    @property
    def inhoud(self) -> tuple[float | None, ...]:
        return (self.waarde, self.laag, self.hoog, self.n)


@dataclass(frozen=True, slots=True)
class Cijferverschil:
    indicator: str
    gebied: str
    periode: str
    was: float | str
    wordt: float | str


@dataclass
class Vastgelegd:
    nieuw: int = 0
    gelijk: int = 0
    gecorrigeerd: int = 0
    tekenwissels: int = 0  # of what is other: from below 0 to above, or back
    overgeslagen: list[str] = field(default_factory=list)
    verschillen: list[Cijferverschil] = field(default_factory=list)  # to show: those that change sign, and the first

    def anders(self, cijfer: Nieuwcijfer, oud: _Oud) -> None:
        self.gecorrigeerd += 1
        wisselt = (oud.inhoud[0] or 0) * cijfer.waarde < 0
        self.tekenwissels += wisselt
        if wisselt or len(self.verschillen) < TOON:
            verschil = Cijferverschil(cijfer.indicator, cijfer.gebied, cijfer.periode, *oud.verschil_met(cijfer))
            self.verschillen.insert(self.tekenwissels - 1 if wisselt else len(self.verschillen), verschil)
            del self.verschillen[TOON:]


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
    besloten: set[str] = field(
        default_factory=lambda: set(Cijferbron.objects.filter(open=False).values_list("code", flat=True))
    )

    def zoek(self, deel: tuple[Nieuwcijfer, ...]) -> None:
        """Areas of this part only: there are thousands."""
        codes = {cijfer.gebied for cijfer in deel}
        self.gebieden = dict(Gebied.objects.filter(code__in=codes).values_list("code", "pk"))
        if eigen := {code.removeprefix(EIGEN) for code in codes if code.startswith(EIGEN)}:
            self.buurten |= dict(Buurt.objects.filter(slug__in=eigen).values_list("slug", "pk"))

    def sleutel(self, cijfer: Nieuwcijfer) -> _Sleutel:
        gebied = self.gebieden.get(cijfer.gebied, 0)  # 0: not made yet, by who only looks
        return (gebied, self.indicatoren[cijfer.indicator], cijfer.periode, cijfer.groep)

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
    rij: Iterable[Nieuwcijfer],
    *,
    reden: str,
    ook_gecorrigeerd: bool = True,
    extra: dict[str, Any] | None = None,
    stap: Callable[[int], object] = int,
) -> Vastgelegd:
    """`ook_gecorrigeerd=False`: what somebody corrected since stays, and is named. `extra`: fields of every new row.
    `stap` is told how many are done.
    """
    uitkomst, boek = Vastgelegd(), _Boek(reden, ook_gecorrigeerd, extra or {})
    klein, rest, gedaan = False, iter(rij), 0
    while deel := tuple(islice(rest, TEGELIJK)):
        klein |= any(cijfer.bron in boek.besloten for cijfer in deel)
        _schrijf(deel, boek, uitkomst)
        stap(gedaan := gedaan + len(deel))
    if klein:
        scherm_af()
    return uitkomst


def zet_in_wacht(
    rij: Iterable[Nieuwcijfer],
    *,
    reden: str,
    extra: dict[str, Any],
    slot: Callable[[], AbstractContextManager[object]],
    stap: Callable[[int], object] = int,
) -> tuple[Vastgelegd, list[int]]:
    """As `leg_vast`, of rows that nobody reads yet; and the keys of what they come in the place of. A lock for each part."""
    uitkomst, boek, vervangt = Vastgelegd(), _Boek(reden, True, {**extra, "huidig": False}), list[int]()
    rest, gedaan = iter(rij), 0
    while deel := tuple(islice(rest, TEGELIJK)):
        rijen = list(_anders(deel, boek, uitkomst))
        vervangt += [oud.pk for _cijfer, oud in rijen if oud]
        for begin in range(0, len(rijen), PER_SLOT):
            with slot():
                Cijfer.objects.bulk_create(boek.rij(*paar) for paar in rijen[begin : begin + PER_SLOT])
        stap(gedaan := gedaan + len(deel))
    return uitkomst, vervangt


def vergelijk(rij: Iterable[Nieuwcijfer]) -> Vastgelegd:
    """What `leg_vast` would do. Only reads: who looks keeps nobody waiting."""
    uitkomst, boek, rest = Vastgelegd(), _Boek("", True, {}), iter(rij)
    while deel := tuple(islice(rest, TEGELIJK)):
        for _cijfer, _oud in _anders(deel, boek, uitkomst):
            pass
    return uitkomst


def _schrijf(deel: tuple[Nieuwcijfer, ...], boek: _Boek, uitkomst: Vastgelegd) -> None:
    rijen = list(_anders(deel, boek, uitkomst))
    Cijfer.objects.filter(pk__in=[oud.pk for _cijfer, oud in rijen if oud]).update(huidig=False)
    Cijfer.objects.bulk_create(boek.rij(cijfer, oud) for cijfer, oud in rijen)


def _anders(
    deel: tuple[Nieuwcijfer, ...], boek: _Boek, uitkomst: Vastgelegd
) -> Iterator[tuple[Nieuwcijfer, _Oud | None]]:
    """Those that are to be written, each with what it comes in the place of; all are counted."""
    boek.zoek(deel)
    eerder = _eerder(deel, boek.gebieden, boek.indicatoren)
    for cijfer in deel:
        oud = eerder.get(boek.sleutel(cijfer))
        if oud is None:
            uitkomst.nieuw += 1
        elif oud.is_gelijk_aan(cijfer, ook_wie=cijfer.bron in boek.besloten):
            uitkomst.gelijk += 1
            continue
        elif oud.stand == Cijferstand.GECORRIGEERD and not boek.ook_gecorrigeerd:
            uitkomst.overgeslagen.append(f"{cijfer.indicator} {cijfer.gebied} {cijfer.periode}")
            continue
        else:
            uitkomst.anders(cijfer, oud)
        yield cijfer, oud


@dataclass(frozen=True, slots=True)
class _Oud:
    pk: int
    versie: int
    stand: str
    zichtbaarheid: str
    inhoud: tuple[float | None, ...]

    def is_gelijk_aan(self, cijfer: Nieuwcijfer, *, ook_wie: bool) -> bool:
        """`ook_wie`: who may see what was handed in, and whether it is final, are said in its file as well."""
        gelijk = self.inhoud == cijfer.inhoud
        return gelijk and not (ook_wie and (self.zicht_na(cijfer) != self.zichtbaarheid or self.stand_na(cijfer)))

    def zicht_na(self, cijfer: Nieuwcijfer) -> str:
        return cijfer.zichtbaarheid or self.zichtbaarheid

    def stand_na(self, cijfer: Nieuwcijfer) -> str:
        """'' where the same number keeps its state: what was corrected stays so."""
        houdt = self.stand == Cijferstand.GECORRIGEERD or cijfer.stand in ("", self.stand)
        return "" if houdt else cijfer.stand

    def verschil_met(self, cijfer: Nieuwcijfer) -> tuple[float | str, float | str]:
        """Was and becomes: the number, or what else is other."""
        if self.inhoud[0] != cijfer.waarde:
            return self.inhoud[0] or 0, cijfer.waarde
        if self.inhoud != cijfer.inhoud:
            return _ook(self.inhoud), _ook(cijfer.inhoud)
        if (zicht := self.zicht_na(cijfer)) != self.zichtbaarheid:
            return str(Zichtbaarheid(self.zichtbaarheid).label), str(Zichtbaarheid(zicht).label)
        return str(Cijferstand(self.stand).label), str(Cijferstand(cijfer.stand).label)


def _ook(inhoud: tuple[float | None, ...]) -> str:
    """A number with its margin and its people: '12,5 (van 10 tot 15; 120 mensen)'."""
    waarde, laag, hoog, n = inhoud
    grenzen = _("%(laag)s tot %(hoog)s") % {"laag": _kort(laag), "hoog": _kort(hoog)}
    return _("%(w)s (marge %(marge)s; %(n)s mensen)") % {"w": _kort(waarde), "marge": grenzen, "n": _kort(n)}


def _kort(waarde: float | None) -> str:
    return "?" if waarde is None else f"{waarde:.10g}".replace(".", ",")


_Sleutel = tuple[int, int, str, str]


def _eerder(
    deel: tuple[Nieuwcijfer, ...], gebieden: dict[str, int], indicatoren: dict[str, int]
) -> dict[_Sleutel, _Oud]:
    velden = ("gebied_id", "indicator_id", "periode", "groep", "pk", "versie", "stand", "zichtbaarheid")
    rijen: Iterator[Any] = (
        Cijfer.objects.huidig()
        .filter(
            gebied__in=gebieden.values(),
            indicator__in={indicatoren[c.indicator] for c in deel},
            periode__in={c.periode for c in deel},
        )
        .values_list(*velden, "waarde", "laag", "hoog", "n")
        .iterator()
    )
    return {
        (g, i, p, gr): _Oud(pk, versie, stand, zicht, tuple(inhoud))
        for g, i, p, gr, pk, versie, stand, zicht, *inhoud in rijen
    }


def _rij(cijfer: Nieuwcijfer, oud: _Oud | None, reden: str, erbij: dict[str, Any]) -> Cijfer:
    return Cijfer(
        periode=cijfer.periode,
        groep=cijfer.groep,
        waarde=cijfer.waarde,
        laag=cijfer.laag,
        hoog=cijfer.hoog,
        n=cijfer.n,
        bronrij=cijfer.bronrij,
        zichtbaarheid=oud.zicht_na(cijfer) if oud else cijfer.zichtbaarheid or Zichtbaarheid.NETWERKEN,
        stand=_stand(cijfer, oud),
        versie=oud.versie + 1 if oud else 1,
        reden=reden if oud else "",
        **erbij,
    )


def _stand(cijfer: Nieuwcijfer, oud: _Oud | None) -> str:
    """Another number is a correction; the same number that is final now, or that others may see, is none."""
    if oud is None:
        return cijfer.stand or Cijferstand.VAST
    return (oud.stand_na(cijfer) or oud.stand) if oud.inhoud == cijfer.inhoud else Cijferstand.GECORRIGEERD
