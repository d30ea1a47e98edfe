"""A row of Dutch house fronts as SVG, drawn from a slug: same slug, same street, for ever. Decoration only."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import NamedTuple

HOOGTE, GROND = 120, 104
BREEDTES = (120, 320, 1600)  # the mark, a card, the band under the header


class Palet(NamedTuple):
    lucht: str
    ver: str
    gevels: tuple[str, str, str]
    deur: str
    boom: str


PALETTEN = {
    "preventie-als-mindset": Palet("#FFF1CF", "#F3DFA8", ("#C98A1B", "#A8642A", "#E3B04B"), "#7A3B16", "#2F6B4F"),
    "integrale-eerste-lijn": Palet("#E3EDF5", "#C9DBE9", ("#2C608C", "#55809F", "#88A9C0"), "#F2B53A", "#9C3A26"),
    "behandeling-dichtbij": Palet("#DFF0F0", "#C1DFE0", ("#0F6B74", "#3F8C90", "#7FB3B2"), "#9C3A26", "#F2B53A"),
    "zorgzame-buurt": Palet("#F9E6DE", "#EFCFC1", ("#9C3A26", "#B8573D", "#CF8467"), "#1C5A43", "#F2B53A"),
    "lerende-buurt": Palet("#EAE6F5", "#D3CCE9", ("#5A4A8C", "#7F70AC", "#A498C8"), "#F2B53A", "#1C5A43"),
}


class Dobbelsteen:
    """Dice from a hash, so that no drawing depends on a machine or a day."""

    def __init__(self, zaad: str) -> None:
        self._zaad, self._n, self._rest = zaad.encode(), 0, b""

    def __call__(self, onder: int, boven: int) -> int:
        if not self._rest:
            self._rest = hashlib.sha256(self._zaad + bytes([self._n % 256, self._n // 256])).digest()
            self._n += 1
        worp, self._rest = self._rest[0], self._rest[1:]
        return onder + worp % (boven - onder + 1)


def _trapgevel(x: float, b: float, top: float) -> str:
    trede = b / 8
    return (
        f"M{x:g} {GROND}V{top + 18:g}" + f"h{trede:g}v-6" * 3 + f"h{2 * trede:g}" + f"v6h{trede:g}" * 3 + f"V{GROND}Z"
    )


def _klokgevel(x: float, b: float, top: float) -> str:
    kwart = b / 4
    op = f"c{kwart * 0.7:g} 0 {kwart * 0.6:g}-14 {kwart:g}-16q{kwart * 0.2:g}-6 {kwart:g}-6"
    af = f"q{kwart * 0.8:g} 0 {kwart:g} 6c{kwart * 0.4:g} 2 {kwart * 0.3:g} 16 {kwart:g} 16"
    return f"M{x:g} {GROND}V{top + 22:g}{op}{af}V{GROND}Z"


def _tuitgevel(x: float, b: float, top: float) -> str:
    return f"M{x:g} {GROND}V{top + 18:g}L{x + b * 0.4:g} {top + 3:g}v-5h{b * 0.2:g}v5L{x + b:g} {top + 18:g}V{GROND}Z"


def _zadeldak(x: float, b: float, top: float) -> str:
    return f"M{x:g} {GROND}V{top + 20:g}L{x + b / 2:g} {top:g}L{x + b:g} {top + 20:g}V{GROND}Z"


def _platdak(x: float, b: float, top: float) -> str:
    return f"M{x:g} {GROND}V{top + 8:g}h{b:g}V{GROND}Z"


VORMEN = (_trapgevel, _klokgevel, _tuitgevel, _zadeldak, _platdak)


def _ramen(worp: Dobbelsteen, x: float, b: float, top: float, deur: str) -> str:
    kolommen = 2 if b < 50 else 3
    stap = b / kolommen
    delen = []
    for rij in range(2 if top < 40 else 1):
        for kolom in range(kolommen):
            licht = ".92" if worp(0, 3) else ".45"
            delen.append(
                f'<path d="M{x + (kolom + 0.27) * stap:.1f} {52 + 20 * rij}h{stap * 0.46:.1f}v12h-{stap * 0.46:.1f}z" fill="#fff" opacity="{licht}"/>'
            )
    links = x + worp(0, kolommen - 1) * stap + stap * 0.24
    delen.append(f'<path d="M{links:.1f} {GROND}v-15q0-4 4-4h{stap * 0.52 - 8:.1f}q4 0 4 4v15z" fill="{deur}"/>')
    return "".join(delen)


def _achtergrond(worp: Dobbelsteen, palet: Palet, breed: int) -> str:
    delen = [f'<rect width="{breed}" height="{HOOGTE}" fill="{palet.lucht}"/>']
    delen.append(
        f'<circle cx="{worp(20, max(21, min(breed - 20, 250)))}" cy="{worp(20, 32)}" r="{worp(9, 13)}" fill="#fff" opacity=".75"/>'
    )
    x = -10
    while x < breed + 10:
        b = worp(26, 46)
        delen.append(f'<path d="{VORMEN[worp(3, 4)](x, b, worp(40, 56))}" fill="{palet.ver}"/>')
        x += b
    return "".join(delen)


def _huizen(worp: Dobbelsteen, palet: Palet, breed: int) -> str:
    delen, x, nummer = [], -worp(2, 20), 0
    while x < breed:
        b, top = worp(40, 60), worp(24, 46)
        delen.append(f'<path d="{VORMEN[worp(0, 4)](x, b, top)}" fill="{palet.gevels[(nummer + worp(0, 1)) % 3]}"/>')
        delen.append(_ramen(worp, x, b, top, palet.deur))
        x += b
        nummer += 1
        if not worp(0, 2):  # a gap with a tree
            delen.append(
                f'<path d="M{x + 11} {GROND}V88" stroke="{palet.deur}" stroke-width="3"/><circle cx="{x + 11}" cy="83" r="{worp(9, 12)}" fill="{palet.boom}"/>'
            )
            x += 22
    return "".join(delen)


@lru_cache(maxsize=2048)
def teken(slug: str, palet: str, breed: int) -> str:
    """An SVG of 120 high; `palet` is a theme code, `breed` one of BREEDTES. About 4 kB for a card."""
    kleuren, worp = PALETTEN[palet], Dobbelsteen(f"{slug}/{palet}/{breed}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breed} {HOOGTE}" preserveAspectRatio="xMidYMax slice">'
        f"{_achtergrond(worp, kleuren, breed)}{_huizen(worp, kleuren, breed)}"
        f'<path d="M0 {GROND}h{breed}v16H0z" fill="{kleuren.deur}" opacity=".18"/>'
        f'<path d="M0 {GROND}h{breed}v2H0z" fill="{kleuren.deur}" opacity=".5"/></svg>'
    )
