"""Charts as SVG, drawn on the server. Rules: docs/keuzes/cijfers.md.

Text never scales: the outer <svg> has no viewBox, so letters keep their size at every width. Places along the width are
percentages; curves lie in an inner <svg> that is stretched, with strokes that are not. Colours are classes
(cijfers.css), so dark, print and contrast need nothing here. A chart is Dutch and reads from left to right everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString

from kennisplatform.cijfers.getallen import nl

STAP: Final = 54  # pixels of one bar with its name
KOP, VOET, HOOG = 30, 26, 264
NAAMHOOG: Final = 18  # of a name at the end of a line
NAAMBREED: Final = 18  # per cent that a year takes on the narrowest telephone
VEEL: Final = 7  # periods: from here on not each has its name
NAAMDEEL: Final = 62  # per cent: from here on a name may lie over the lines


@dataclass(frozen=True, slots=True)
class Staaf:
    """One bar. Without a value: a dashed box with the words of `getal`."""

    naam: str
    waarde: float | None
    getal: str
    laag: float | None = None
    hoog: float | None = None
    ref: float | None = None


@dataclass(frozen=True, slots=True)
class Merkteken:
    """One of those that are named in a strip."""

    nummer: str
    waarde: float


@dataclass(frozen=True, slots=True)
class Lijn:
    naam: str
    waarden: Sequence[float | None]
    klas: str = "ref"  # 'ons' or 'ref'
    laag: Sequence[float | None] = ()
    hoog: Sequence[float | None] = ()


def svg(hoog: float, naam: str, inhoud: str) -> SafeString:
    """`naam` is what a reader who does not see it hears: what the chart shows, in a sentence."""
    return SafeString(
        f'<svg class="grafiek" width="100%" height="{hoog:g}" role="img" aria-label="{escape(naam)}" focusable="false">'
        f"{inhoud}</svg>"
    )


def tekst(x: float, y: float, woorden: str, klas: str = "", *, anker: str = "start", dx: float = 0) -> str:
    return f'<text x="{x:.2f}%" y="{y:.1f}" dx="{dx:g}" text-anchor="{anker}" class="{klas}">{escape(woorden)}</text>'


def streep(x1: float, x2: float, y1: float, y2: float, klas: str) -> str:
    return f'<line x1="{x1:.2f}%" x2="{x2:.2f}%" y1="{y1:.1f}" y2="{y2:.1f}" class="{klas}"/>'


def vlak(hoog: float, inhoud: str) -> str:
    return (
        f'<svg x="0" y="0" width="100%" height="{hoog:g}" viewBox="0 0 100 {hoog:g}" preserveAspectRatio="none" '
        f'aria-hidden="true">{inhoud}</svg>'
    )


def balk(breed: float, y: float, klas: str, hoog: float = 18) -> str:
    return f'<rect x="0" y="{y:.1f}" width="{breed:.2f}%" height="{hoog:g}" class="{klas}"/>'


def staven(naam: str, rijen: Sequence[Staaf], top: float) -> SafeString:
    """Bars from 0 to `top`, the name above each; a stroke of brick is what it is compared with."""

    def plek(waarde: float) -> float:
        return 100 * min(max(waarde, 0), top) / top

    uit = []
    for nummer, rij in enumerate(rijen):
        y = nummer * STAP
        uit.append(tekst(0, y + 16, rij.naam, "naam"))
        if rij.waarde is None:
            uit += [balk(100, y + 24, "weinig"), tekst(0, y + 37, rij.getal, "as", dx=8)]
            continue
        uit += [balk(100, y + 24, "bak"), balk(plek(rij.waarde), y + 24, "staaf")]
        if rij.laag is not None and rij.hoog is not None:
            van, tot = plek(rij.laag), plek(rij.hoog)
            uit += [streep(van, tot, y + 33, y + 33, "marge-om"), streep(van, tot, y + 33, y + 33, "marge")]
            uit += [streep(punt, punt, y + 28, y + 38, "marge") for punt in (van, tot)]
        if rij.ref is not None:
            uit.append(streep(plek(rij.ref), plek(rij.ref), y + 20, y + 46, "refstreep"))
        uit.append(tekst(100, y + 16, rij.getal, "waarde", anker="end"))
    return svg(len(rijen) * STAP, naam, "".join(uit))


TIKKEN: Final = 100


def strip(naam: str, alle: Sequence[float], ons: float, anderen: Sequence[Merkteken]) -> SafeString:
    """Where we stand among all: a tick for each, a disc for us, a number for those that are named. Marks keep their true
    place; what would lie on another moves across the line, never along it.
    """
    van, tot = min([*alle, ons]), max([*alle, ons])
    hoog, midden = 48, 24

    def plek(waarde: float) -> float:
        return 4 + 92 * (waarde - van) / ((tot - van) or 1)

    uit = [streep(0, 100, midden, midden, "rooster")]
    plekken = [plek(w) for w in alle]
    if len(plekken) > TIKKEN:  # of a thousand many lie on each other: one tick a hundredth of the line
        plekken = sorted({float(round(x)) for x in plekken})
    uit += [streep(x, x, midden - 6, midden + 6, "tik") for x in plekken]
    boven: list[float] = []
    for merk in sorted(anderen, key=lambda m: m.waarde):
        x = plek(merk.waarde)
        is_vrij = all(abs(x - ander) >= 9 for ander in boven)
        if is_vrij:
            boven.append(x)
        y = 9 if is_vrij else hoog - 9
        uit.append(streep(x, x, y, midden, "steel"))
        uit.append(f'<circle cx="{x:.2f}%" cy="{y}" r="8.5" class="ander"/>')
        uit.append(tekst(x, y + 5, merk.nummer, "ander-t", anker="middle"))
    uit.append(f'<circle cx="{plek(ons):.2f}%" cy="{midden}" r="6.5" class="punt"/>')
    return svg(hoog, naam, "".join(uit))


def as_stappen(laagste: float, hoogste: float) -> tuple[float, float, float]:
    """Begin, end and step of an axis with three to six lines that holds both."""
    ruimte = (hoogste - laagste) or abs(hoogste) or 1
    orde = 10 ** floor(log10(ruimte / 3))
    stap = next(orde * maal for maal in (1, 2, 5, 10) if ruimte / (orde * maal) <= 4)
    return floor(laagste / stap) * stap, ceil(hoogste / stap) * stap, stap


@dataclass(frozen=True, slots=True)
class _Vlak:
    """Where a year and a value lie. Years keep their true distance."""

    momenten: Sequence[float]
    van: float
    tot: float
    voet: float = VOET

    def x(self, nummer: int) -> float:
        begin, eind = self.momenten[0], self.momenten[-1]
        return 10 + 84 * (self.momenten[nummer] - begin) / ((eind - begin) or 1)

    def y(self, waarde: float) -> float:
        return KOP + (HOOG - KOP - self.voet) * (self.tot - waarde) / (self.tot - self.van)

    def pad(self, waarden: Sequence[float | None]) -> str:
        """Breaks where a value is missing."""
        uit, los = [], True
        for nummer, waarde in enumerate(waarden):
            if waarde is None:
                los = True
                continue
            uit.append(f"{'M' if los else 'L'}{self.x(nummer):.2f} {self.y(waarde):.2f}")
            los = False
        return "".join(uit)

    def band(self, lijn: Lijn) -> str:
        paren = list(zip(lijn.laag, lijn.hoog, strict=True))
        wel = [n for n, (laag, hoog) in enumerate(paren) if laag is not None and hoog is not None]
        if len(wel) < 2:
            return ""
        heen = [f"{self.x(n):.2f} {self.y(paren[n][1] or 0):.2f}" for n in wel]
        terug = [f"{self.x(n):.2f} {self.y(paren[n][0] or 0):.2f}" for n in reversed(wel)]
        return f'<path d="M{"L".join(heen)}L{"L".join(terug)}Z" class="band"/>'


def lijnen(
    naam: str,
    perioden: Sequence[str],
    momenten: Sequence[float],
    reeksen: Sequence[Lijn],
    *,
    eenheid: str = "",
    merk: str = "",
) -> SafeString:
    """Ours with its band, others dashed; names at the ends. `merk` is written across it: 'verzonnen voorbeeld'."""
    alle = [w for r in reeksen for rij in (r.waarden, r.laag, r.hoog) for w in rij if w is not None]
    van, tot, stap = as_stappen(min(alle), max(alle))
    # Below the lines there is room for the names of all but one of them.
    meet = _Vlak(momenten, van, tot, VOET + NAAMHOOG * (len(reeksen) - 1))
    uit = []
    for nummer in range(round((tot - van) / stap) + 1):
        waarde = van + nummer * stap
        uit.append(streep(0, 100, meet.y(waarde), meet.y(waarde), "rooster nul" if nummer == 0 else "rooster"))
        uit.append(
            tekst(0, meet.y(waarde) - 4, nl(waarde, 0 if stap >= 1 else 1) + (eenheid if waarde == tot else ""), "as")
        )
    if merk:
        uit.append(tekst(50, HOOG / 2, merk, "watermerk", anker="middle"))
    uit.append(
        vlak(HOOG, "".join(meet.band(r) + f'<path d="{meet.pad(r.waarden)}" class="{r.klas}"/>' for r in reeksen))
    )
    uit += [
        f'<circle cx="{meet.x(n):.2f}%" cy="{meet.y(w):.2f}" r="3.5" class="punt"/>'
        for r in reeksen
        if r.klas == "ons"
        for n, w in enumerate(r.waarden)
        if w is not None
    ]
    uit += [
        _periodenaam(meet, n, wat, len(perioden))
        for n, wat in enumerate(perioden)
        if _krijgt_naam(meet, n, len(perioden))
    ]
    return svg(HOOG, naam, "".join(uit) + _eindnamen(meet, reeksen))


def _periodenaam(meet: _Vlak, nummer: int, wat: str, aantal: int) -> str:
    """The outer ones begin and end with the chart: in the middle of their place they would be cut off on a telephone. Which
    of the others would run into a neighbour there, is hidden there.
    """
    if nummer == 0:
        return tekst(0, HOOG - 6, wat, "as")
    if nummer == aantal - 1:
        return tekst(100, HOOG - 6, wat, "as", anker="end")
    plek = meet.x(nummer)
    voor = plek - meet.x(nummer - 1) if nummer > 1 else plek - NAAMBREED / 2
    krap = aantal < VEEL and (plek > 100 - 1.5 * NAAMBREED or voor < NAAMBREED)
    return tekst(plek, HOOG - 6, wat, "as krap" if krap else "as", anker="middle")


def _krijgt_naam(meet: _Vlak, nummer: int, aantal: int) -> bool:
    """Few periods have all their names; of many every fourth, and the last where there is room for it."""
    if aantal < VEEL:
        return True
    laatste = aantal - 1
    return nummer % 4 == 0 or (nummer == laatste and meet.x(laatste) - meet.x(laatste // 4 * 4) >= 18)


def _eindnamen(meet: _Vlak, reeksen: Sequence[Lijn]) -> str:
    """The upper line has its name above all lines at that end, the others below them: on no line, on no year and on each
    other never. How wide a name is, nobody knows here: on a telephone it takes the last third.
    """
    dicht = [
        meet.y(w)
        for r in reeksen
        for n, w in enumerate(r.waarden)
        if w is not None and meet.x(n) >= NAAMDEEL  # the last one always
    ]
    eind = [(r, next((w for w in reversed(r.waarden) if w is not None), None)) for r in reeksen]
    op_hoogte = sorted(((meet.y(w), r) for r, w in eind if w is not None), key=lambda e: e[0])
    uit = []
    for nummer, (_y, rij) in enumerate(op_hoogte):
        plek = min(dicht) - 9 if nummer == 0 else max(dicht) + 3 + NAAMHOOG * nummer
        uit.append(tekst(100, plek, rij.naam, f"eind {rij.klas}-t", anker="end"))
    return "".join(uit)
