"""The third figure: how many neighbourhoods work with a page. The learning network, a higher room, brings it.

So a card in any room can show the figure, and no room below the learning network has to know it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import ngettext

from kennisplatform.basis.inzet import Inzet
from kennisplatform.basis.keuzes import Maat, Opgave, Praktijkstaat
from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Praktijk:
    plekken: int = 0  # places with a published example that works with it
    gestopt: int = 0  # of those, stopped


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

    @property
    def plek(self) -> object:
        """Two stories of one neighbourhood may spell its place in two ways."""
        return self.buurt or self.plaats.casefold()


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
    def wie(self) -> str:
        n = self.plekken
        if self.buurten:
            return ngettext("%(n)s buurt", "%(n)s buurten", n) % {"n": n}
        return ngettext("%(n)s plek", "%(n)s plekken", n) % {"n": n}

    def __str__(self) -> str:
        return f"{self.wie}: {self.inzet}"


@dataclass(frozen=True)
class Praktijkbron:
    """`tel(page ids)` counts in one query for all of them; `voorbeelden(page id)`: public examples, newest first."""

    tel: Callable[[Iterable[int]], dict[int, Praktijk]]
    voorbeelden: Callable[[int], list[Verhaal]]


def tel(pagina_ids: Iterable[int]) -> dict[int, Praktijk]:
    """Figures per page id; an id without examples gets zeros."""
    ids = list(pagina_ids)
    gevonden: dict[int, Praktijk] = {}
    for bron in gebracht(Praktijkbron) if ids else ():
        gevonden |= bron.tel(ids)
    return {pk: gevonden.get(pk, Praktijk()) for pk in ids}


def voorbeelden(pagina_id: int) -> list[Verhaal]:
    """Public practice examples that work with this page, newest first."""
    return [verhaal for bron in gebracht(Praktijkbron) for verhaal in bron.voorbeelden(pagina_id)]


def inzetreeksen(verhalen: Iterable[Verhaal]) -> list[Inzetreeks]:
    """Ranges of hours and cost by unit, most places first. A place counts once: what was realised before what was told."""
    per: dict[tuple[str, str, object], Praktijkinzet] = {}
    for opgave in (p for verhaal in verhalen for p in verhaal.inzet):
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


def uit(verhalen: list[Verhaal]) -> Praktijk:
    """The figures of one page from its examples that are at hand already."""
    gestopt = {v.plaats for v in verhalen if v.staat == Praktijkstaat.GESTOPT}
    return Praktijk(len({v.plaats for v in verhalen}), len(gestopt))
