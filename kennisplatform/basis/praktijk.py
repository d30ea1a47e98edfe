"""The third figure: how many places work with a page. Higher rooms bring it: what was told in examples, and what plans
really began and stopped. A place counts once, and what was done comes before what was told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import ngettext

from kennisplatform.basis.inzet import Inzet
from kennisplatform.basis.keuzes import Maat, Opgave
from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Praktijk:
    plekken: int = 0  # places that work or worked with it
    gestopt: int = 0  # of those, stopped
    loopt: int = 0  # of those, known from their plan to go on today
    verzonnen: bool = False  # with a plan that was made up for the demo


@dataclass(frozen=True)
class Praktijkplek:
    """One place that works with a page, as one source knows it. `echt`: from a plan that is carried out, not from a story."""

    pagina: int
    plek: object  # key of the neighbourhood, or the name of a place elsewhere
    gestopt: bool
    echt: bool = False
    loopt: bool = False
    verzonnen: bool = False


def plek_van(plaats: str, buurt: int | None) -> object:
    """Two stories of one neighbourhood may spell its place in two ways."""
    return buurt or plaats.casefold()


@dataclass(frozen=True)
class Praktijkinzet:
    """What one place says that it took: so many hours or euros per unit, in which year, and how it knows."""

    plaats: str
    buurt: int | None  # of ours
    inzet: Inzet
    jaar: int | None
    bron: str
    opgave: str = Opgave.VERTELD
    verzonnen: bool = False  # made up for the demo
    met_naam: bool = True  # False: from a plan, which its network did not publish; only in a range of several

    @property
    def plek(self) -> object:
        return plek_van(self.plaats, self.buurt)


@dataclass(frozen=True)
class Verhaal:
    """A public example that works with a page: as little as the figures and a card's address need."""

    pagina: int
    plaats: str
    staat: str
    inzet: tuple[Praktijkinzet, ...] = ()
    buurt: int | None = None  # of ours


@dataclass(frozen=True)
class Inzetreeks:
    """The same unit in several places, as a range. Never mixed with what a study says."""

    plekken: int
    buurten: bool  # all of them are neighbourhoods of ours
    inzet: Inzet
    bronnen: tuple[Praktijkinzet, ...]

    @property
    def verzonnen(self) -> bool:
        return any(p.verzonnen for p in self.bronnen)

    @property
    def genoemd(self) -> list[Praktijkinzet]:
        return [p for p in self.bronnen if p.met_naam]

    @property
    def naamloos(self) -> int:
        return len(self.bronnen) - len(self.genoemd)

    @property
    def wie(self) -> str:
        n = self.plekken
        if self.buurten:
            return ngettext("%(n)s buurt", "%(n)s buurten", n) % {"n": n}
        return ngettext("%(n)s plek", "%(n)s plekken", n) % {"n": n}

    def __str__(self) -> str:
        return f"{self.wie}: {self.inzet}"


@dataclass(frozen=True)
class Planverhaal:
    """What the plan of one neighbourhood says of a page: for who may read how others fare, never for everybody."""

    buurt: int
    staat: str  # in words
    gestopt: bool
    sinds: dt.date | None
    tot: dt.date | None
    waarom: str  # it stopped
    aangepast: str
    verzonnen: bool


@dataclass(frozen=True)
class Praktijkbron:
    """`plekken(page ids)` in one query for all of them; `voorbeelden(page id)`: public examples, newest first;
    `inzet(page id)`: what plans really took, which no example tells; `plannen(page id)`: how it went in plans, by name.
    """

    plekken: Callable[[Collection[int]], Iterable[Praktijkplek]]
    voorbeelden: Callable[[int], list[Verhaal]] = lambda pagina: []
    inzet: Callable[[int], list[Praktijkinzet]] = lambda pagina: []
    plannen: Callable[[int], list[Planverhaal]] = lambda pagina: []


def tel(pagina_ids: Iterable[int]) -> dict[int, Praktijk]:
    """Figures per page id; an id without practice gets zeros."""
    ids = list(pagina_ids)
    per: dict[int, dict[object, list[Praktijkplek]]] = {pk: {} for pk in ids}
    for bron in gebracht(Praktijkbron) if ids else ():
        for een in bron.plekken(ids):
            per[een.pagina].setdefault(een.plek, []).append(een)
    return {pk: _getal(list(plekken.values())) for pk, plekken in per.items()}


def _getal(plekken: list[list[Praktijkplek]]) -> Praktijk:
    gestopt = loopt = 0
    for meldingen in plekken:
        echt = [m for m in meldingen if m.echt]
        # A plan stopped when nothing of it goes on; a story, when one says so.
        gestopt += all(m.gestopt for m in echt) if echt else any(m.gestopt for m in meldingen)
        loopt += any(m.loopt for m in echt)
    return Praktijk(len(plekken), gestopt, loopt, any(m.verzonnen for meldingen in plekken for m in meldingen))


def inzet_uit_plannen(pagina_id: int) -> list[Praktijkinzet]:
    return [inzet for bron in gebracht(Praktijkbron) for inzet in bron.inzet(pagina_id)]


def voorbeelden(pagina_id: int) -> list[Verhaal]:
    """Public practice examples that work with this page, newest first."""
    return [verhaal for bron in gebracht(Praktijkbron) for verhaal in bron.voorbeelden(pagina_id)]


def planverhalen(pagina_id: int) -> list[Planverhaal]:
    """By name: ask first whether the reader may (`deelnemers.positie.leest_netwerken`)."""
    return [verhaal for bron in gebracht(Praktijkbron) for verhaal in bron.plannen(pagina_id)]


def inzetreeksen(verhalen: Iterable[Verhaal], uit_plannen: Iterable[Praktijkinzet] = ()) -> list[Inzetreeks]:
    """Ranges of hours and cost by unit, most places first. A place counts once: what was realised before what was told."""
    per: dict[tuple[str, str, object], Praktijkinzet] = {}
    for opgave in chain((p for verhaal in verhalen for p in verhaal.inzet), uit_plannen):
        sleutel = (opgave.inzet.maat, opgave.inzet.per, opgave.plek)
        if sleutel not in per or _telt_meer(opgave, per[sleutel]):
            per[sleutel] = opgave
    groepen: dict[tuple[str, str], list[Praktijkinzet]] = {}
    for (maat, eenheid, _plaats), opgave in per.items():
        groepen.setdefault((maat, eenheid), []).append(opgave)
    reeksen = [_reeks(maat, eenheid, lijst) for (maat, eenheid), lijst in groepen.items()]
    return sorted(reeksen, key=lambda reeks: (-reeks.plekken, reeks.inzet.maat != Maat.UREN, reeks.inzet.per))


def _telt_meer(nieuw: Praktijkinzet, oud: Praktijkinzet) -> bool:
    def rang(p: Praktijkinzet) -> tuple[bool, int]:
        return p.opgave == Opgave.GEREALISEERD, p.jaar or 0

    return rang(nieuw) > rang(oud)


def _reeks(maat: str, eenheid: str, lijst: list[Praktijkinzet]) -> Inzetreeks:
    van, tot = min(p.inzet.van for p in lijst), max(p.inzet.tot for p in lijst)
    return Inzetreeks(len(lijst), all(p.buurt is not None for p in lijst), Inzet(maat, van, tot, eenheid), tuple(lijst))
