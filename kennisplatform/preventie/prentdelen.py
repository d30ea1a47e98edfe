"""Parts of simple pictures: people, furniture, things. See prenten.py.

All stand on one floor, 160 wide and 110 high.
"""

from __future__ import annotations

from typing import Final

BREED: Final = 160
HOOG: Final = 110
VLOER: Final = 96
LUCHT, GROND, INKT, WIT = "#F6E9D8", "#D8CBB4", "#33302A", "#FFFDF8"
BAKSTEEN, BLAUW, GRAS, ZON, PAARS, HOUT = "#9C3A26", "#2C608C", "#1C5A43", "#F2B53A", "#5A4A8C", "#A8642A"
LICHT, MIDDEN, DONKER = "#E8B58C", "#B97C50", "#7A4B30"  # skin
GRIJS, ZWART, BROEK = "#B9B2A6", "#2B211B", "#4A4F57"  # hair, hair, trousers
Punt = tuple[float, float]


def lijn(punten: list[Punt], kleur: str, dik: float) -> str:
    pad = "L".join(f"{x:g} {y:g}" for x, y in punten)
    return (
        f'<path d="M{pad}" fill="none" stroke="{kleur}" stroke-width="{dik:g}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def vlak(x: float, y: float, b: float, h: float, kleur: str, rond: float = 2) -> str:  # noqa: PLR0917  as SVG has them
    return f'<rect x="{x:g}" y="{y:g}" width="{b:g}" height="{h:g}" rx="{rond:g}" fill="{kleur}"/>'


def bol(x: float, y: float, straal: float, kleur: str) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{straal:g}" fill="{kleur}"/>'


def hoofd(x: float, y: float, huid: str, haar: str) -> str:
    return bol(x, y, 9, huid) + f'<path d="M{x - 9.5:g} {y:g}a9.5 9.5 0 0 1 19 0q-9.5-7-19 0z" fill="{haar}"/>'


def arm(van: Punt, naar: Punt, kleur: str, huid: str) -> str:
    return lijn([van, naar], kleur, 6) + bol(*naar, 3.4, huid)


def staat(
    x: float, kleur: str, huid: str = LICHT, haar: str = ZWART, *handen: Punt, stap: float = 4, vloer: float = VLOER
) -> str:
    """Somebody on both feet; `handen`: where they are, seen from the shoulder."""
    benen = lijn([(x - 3, vloer - 28), (x - stap, vloer - 2)], BROEK, 6.5)
    benen += lijn([(x + 3, vloer - 28), (x + stap, vloer - 2)], BROEK, 6.5)
    schouder = vloer - 50
    armen = "".join(
        arm((x + (7 if dx > 0 else -7), schouder), (x + dx, schouder + dy), kleur, huid)
        for dx, dy in handen or ((-12, 22), (12, 22))
    )
    return benen + vlak(x - 10, schouder - 6, 20, 32, kleur, 8) + armen + hoofd(x, schouder - 16, huid, haar)


def zit(x: float, kleur: str, huid: str = LICHT, haar: str = GRIJS, *handen: Punt, kant: int = 1) -> str:
    """Somebody on a chair, knees to the right (`kant` 1) or to the left (-1)."""
    stoel = lijn([(x - 12 * kant, VLOER), (x - 12 * kant, 40)], HOUT, 4)
    stoel += lijn([(x - 12 * kant, 74), (x + 14 * kant, 74), (x + 14 * kant, VLOER)], HOUT, 4)
    benen = lijn([(x, 69), (x + 17 * kant, 69), (x + 18 * kant, VLOER - 2)], BROEK, 7)
    armen = "".join(arm((x + 4 * kant, 50), (x + dx, 50 + dy), kleur, huid) for dx, dy in handen or ((14 * kant, 14),))
    return stoel + benen + vlak(x - 9, 42, 18, 30, kleur, 8) + armen + hoofd(x, 32, huid, haar)


def ligt(x: float, y: float, kleur: str, huid: str = LICHT, haar: str = GRIJS) -> str:
    """Somebody lying, head to the left."""
    lijf = lijn([(x + 26, y), (x + 58, y), (x + 78, y)], BROEK, 8)
    return lijf + vlak(x + 8, y - 8, 30, 15, kleur, 7) + hoofd(x, y - 2, huid, haar)


def bed(x: float = 18, b: float = 124) -> str:
    poten = vlak(x, 50, 5, 46, HOUT) + vlak(x + b - 5, 64, 5, 32, HOUT)
    return poten + vlak(x + 4, 76, b - 8, 12, WIT, 4) + vlak(x + 7, 69, 24, 9, BLAUW, 4)


def tafel(x: float, b: float = 50, y: float = 66) -> str:
    poten = "".join(lijn([(px, y), (px, VLOER)], HOUT, 4) for px in (x + 5, x + b - 5))
    return poten + vlak(x, y - 2, b, 5, HOUT)


def glas(x: float, y: float) -> str:
    return vlak(x, y - 13, 9, 13, WIT, 1.5) + vlak(x + 1.5, y - 9, 6, 8, "#8DB9D6", 1)


def kan(x: float, y: float) -> str:
    oor = f'<path d="M{x + 15:g} {y - 18:g}q8 3 0 12" fill="none" stroke="{BLAUW}" stroke-width="2.5"/>'
    return vlak(x, y - 22, 15, 22, "#8DB9D6", 3) + oor


def bord(x: float, y: float) -> str:
    rand = f'<ellipse cx="{x:g}" cy="{y:g}" rx="15" ry="3.4" fill="{WIT}"/>'
    return rand + bol(x - 4, y - 3, 4, GRAS) + bol(x + 5, y - 3, 4, BAKSTEEN)


def telefoon(x: float, y: float) -> str:
    return vlak(x, y, 11, 19, INKT, 2.5) + vlak(x + 1.8, y + 2.4, 7.4, 12.6, "#8DB9D6", 1)


def blad(x: float, y: float, vinkjes: int = 3) -> str:
    uit = vlak(x, y, 34, 42, WIT, 3) + vlak(x + 10, y - 3, 14, 6, HOUT, 2)
    for n in range(4):
        regel = y + 10 + n * 8
        uit += lijn([(x + 13, regel), (x + 29, regel)], "#B9B2A6", 2)
        if n < vinkjes:
            uit += lijn([(x + 4, regel), (x + 6, regel + 2.4), (x + 10, regel - 3)], GRAS, 2)
    return uit


def ballon(x: float, y: float, b: float = 46, kant: int = -1, kleur: str = WIT) -> str:
    staart = f'<path d="M{x + b / 2:g} {y + 22:g}l{10 * kant:g} 11l{-2 * kant:g}-12z" fill="{kleur}"/>'
    stippen = "".join(bol(x + b / 2 + d, y + 12, 2.4, INKT) for d in (-9, 0, 9))
    return vlak(x, y, b, 24, kleur, 11) + staart + stippen


def klok(x: float, y: float) -> str:
    rand = f'<circle cx="{x:g}" cy="{y:g}" r="15" fill="{WIT}" stroke="{INKT}" stroke-width="3"/>'
    return rand + lijn([(x, y - 9), (x, y), (x + 7, y + 4)], INKT, 2.6)


def kalender(x: float, y: float) -> str:
    uit = vlak(x, y, 42, 38, WIT, 3) + vlak(x, y, 42, 10, BAKSTEEN, 3)
    hokken = [(kolom, rij) for rij in range(3) for kolom in range(4)]
    return uit + "".join(
        vlak(x + 5 + k * 9, y + 14 + r * 8, 5, 5, ZON if (k, r) == (2, 1) else GROND, 1) for k, r in hokken
    )


def zon(x: float, y: float) -> str:
    stralen = "".join(
        lijn([(x + dx * 15, y + dy * 15), (x + dx * 20, y + dy * 20)], ZON, 3)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
    )
    return bol(x, y, 11, ZON) + stralen


def raam(x: float, y: float, dicht: float = 0) -> str:
    uit = vlak(x, y, 44, 46, HOUT, 2) + vlak(x + 3, y + 3, 38, 40, "#BFE0EE", 1)
    return uit + vlak(x + 1, y + 1, 42, 44 * dicht, BAKSTEEN, 2) if dicht else uit


def deur(x: float, kleur: str = GRAS) -> str:
    return vlak(x, 34, 34, 62, HOUT, 2) + vlak(x + 3, 37, 28, 59, kleur, 1) + bol(x + 26, 68, 2.2, ZON)


def huis(x: float, kleur: str = BAKSTEEN, vloer: float = VLOER) -> str:
    dak = f'<path d="M{x:g} {vloer - 34:g}l17-18l17 18v34h-34z" fill="{kleur}"/>'
    return dak + vlak(x + 12, vloer - 18, 10, 18, ZON, 1) + vlak(x + 12, vloer - 34, 10, 9, "#FFF1CF", 1)


def boom(x: float) -> str:
    return vlak(x - 2, 70, 5, 26, HOUT) + bol(x, 60, 16, GRAS)


def hart(x: float, y: float, kleur: str = BAKSTEEN) -> str:
    return f'<path d="M{x:g} {y + 13:g}c-22-14-14-30 0-19c14-11 22 5 0 19z" fill="{kleur}"/>'


def pillen(x: float, y: float) -> str:
    doos = vlak(x, y - 16, 50, 16, WIT, 3)
    return doos + "".join(
        vlak(x + 3 + n * 11.5, y - 13, 9, 10, kleur, 2) for n, kleur in enumerate((ZON, BLAUW, BAKSTEEN, GRAS))
    )


def meter(x: float, y: float) -> str:
    return vlak(x, y - 18, 28, 18, INKT, 3) + vlak(x + 4, y - 14, 20, 9, "#BFE0EE", 1.5)


def kussen(x: float, y: float) -> str:
    return vlak(x, y, 30, 11, ZON, 5)


def groter(deel: str, maal: float, x: float = BREED / 2, y: float = HOOG / 2) -> str:
    """One thing alone, larger round its middle."""
    schuif = f"translate({x * (1 - maal):g} {y * (1 - maal):g})"
    return f'<g transform="{schuif} scale({maal:g})">{deel}</g>'
