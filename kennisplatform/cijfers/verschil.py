"""Difference-in-difference: did it change more here than there? Pure, and simple enough to do again in a spreadsheet.

Both series are put at 100 for the base year. d = ours − theirs, per period.
effect = AVERAGE(d after) − AVERAGE(d before)
margin = T.INV.2T(0.05; min(n before, n after) − 1) × SQRT(VAR.S(d before)/n before + VAR.S(d after)/n after)
Periods follow each other and are alike, so the true margin is rather wider than this one; the page says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import fmean, variance
from typing import Final

from kennisplatform.cijfers.perioden import is_na

BASIS: Final = "2024"
MINSTENS: Final = 3  # periods on each side
EVENWIJDIG: Final = 4  # periods before, to say anything of parallel lines
SCHOMMELING: Final = 0.2  # share by which the number of people may change
# Two-sided 95 % of Student's t by degrees of freedom; as T.INV.2T(0.05; df).
_T: Final = (
    12.7062047, 4.3026527, 3.1824463, 2.7764451, 2.5705818, 2.4469119, 2.3646243, 2.3060041, 2.2621572, 2.2281389,
    2.2009852, 2.1788128, 2.1603687, 2.1447867, 2.1314495, 2.1199053, 2.1098156, 2.1009220, 2.0930241, 2.0859634,
)  # fmt: skip  # a table
_Z: Final = 1.9599640  # the same of the normal distribution
_VERDER: Final = (2.3722712, 2.8224986, 2.5558497, 1.5895341)  # how t comes nearer to it, by powers of 1 / df


class Toetsuitslag(StrEnum):
    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Meetpunt:
    """One period of both."""

    periode: str
    ons: float
    zij: float
    n: int | None = None  # people with us


@dataclass(frozen=True, slots=True)
class Aannametoets:
    """An assumption: whether it holds, and the number that says so."""

    code: str  # parallel, omvang, samenstelling
    uitslag: Toetsuitslag
    getal: float | None = None


@dataclass(frozen=True, slots=True)
class Verschilschatting:
    """In points of the index; negative: ours went down more (or up less)."""

    effect: float
    laag: float
    hoog: float
    voor: int
    na: int
    hier: float  # how much it changed with us alone
    toetsen: tuple[Aannametoets, ...]

    @property
    def raakt_nul(self) -> bool:
        return self.laag <= 0 <= self.hoog


def t_waarde(vrijheid: int) -> float:
    """As a spreadsheet has it, to six decimals: who works an estimate out again comes to the same number."""
    if vrijheid <= len(_T):
        return _T[vrijheid - 1]
    return _Z + sum(maal / vrijheid**macht for macht, maal in enumerate(_VERDER, 1))


def index(waarden: Sequence[float], perioden: Sequence[str], basis: str = BASIS) -> list[float] | None:
    """At 100 for the mean of the base year; None without it, or where it is not above 0."""
    van = [waarde for waarde, periode in zip(waarden, perioden, strict=True) if periode.startswith(basis)]
    if not van or fmean(van) <= 0:
        return None
    return [100 * waarde / fmean(van) for waarde in waarden]


def schat(punten: Sequence[Meetpunt], start: str, basis: str = BASIS) -> Verschilschatting | None:
    """`start` is the first period that counts as after. None: too few periods, or no base year."""
    perioden = [punt.periode for punt in punten]
    ons = index([punt.ons for punt in punten], perioden, basis)
    zij = index([punt.zij for punt in punten], perioden, basis)
    if ons is None or zij is None:
        return None
    verschil = [a - b for a, b in zip(ons, zij, strict=True)]
    voor = [d for d, periode in zip(verschil, perioden, strict=True) if not is_na(periode, start)]
    na = [d for d, periode in zip(verschil, perioden, strict=True) if is_na(periode, start)]
    if len(voor) < MINSTENS or len(na) < MINSTENS:
        return None
    effect = fmean(na) - fmean(voor)
    marge = t_waarde(min(len(voor), len(na)) - 1) * sqrt(variance(voor) / len(voor) + variance(na) / len(na))
    toetsen = (_parallel(voor), _omvang(punten, start), Aannametoets("samenstelling", Toetsuitslag.ONBEKEND))
    hier = fmean(ons[len(voor) :]) - fmean(ons[: len(voor)])
    return Verschilschatting(effect, effect - marge, effect + marge, len(voor), len(na), hier, toetsen)


def _parallel(voor: Sequence[float]) -> Aannametoets:
    """Before, the difference has no slope: its 95 % holds 0."""
    n = len(voor)
    if n < EVENWIJDIG:
        return Aannametoets("parallel", Toetsuitslag.ONBEKEND)
    tijd = range(n)
    mt, md = fmean(tijd), fmean(voor)
    spreiding = sum((t - mt) ** 2 for t in tijd)
    helling = sum((t - mt) * (d - md) for t, d in zip(tijd, voor, strict=True)) / spreiding
    rest = sum((d - md - helling * (t - mt)) ** 2 for t, d in zip(tijd, voor, strict=True))
    fout = sqrt(rest / (n - 2) / spreiding)
    binnen = abs(helling) <= t_waarde(n - 2) * fout + 1e-9
    return Aannametoets("parallel", Toetsuitslag.JA if binnen else Toetsuitslag.NEE, helling)


def _omvang(punten: Sequence[Meetpunt], start: str) -> Aannametoets:
    """About as many people after as before."""
    if any(punt.n is None for punt in punten):
        return Aannametoets("omvang", Toetsuitslag.ONBEKEND)
    voor = fmean(punt.n or 0 for punt in punten if not is_na(punt.periode, start))
    na = fmean(punt.n or 0 for punt in punten if is_na(punt.periode, start))
    if voor <= 0:
        return Aannametoets("omvang", Toetsuitslag.ONBEKEND)
    groei = na / voor - 1
    return Aannametoets("omvang", Toetsuitslag.JA if abs(groei) <= SCHOMMELING else Toetsuitslag.NEE, groei)
