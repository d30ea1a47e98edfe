"""How good is search: judged queries, nDCG per query and the mean per kind. Knows no engine and no site."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DIEPTE: Final = 10  # places that count
MAX_OORDEEL: Final = 3  # 1: touches on it, 2: good, 3: what was asked for

Ding = tuple[str, str]  # kind and title: a number of the database would not survive a rebuild


class OordeelFout(ValueError):
    """A file of the judged set is wrong; says file and line."""


@dataclass(frozen=True)
class Oordeelvraag:
    qid: str
    soort: str
    tekst: str


@dataclass(frozen=True)
class Oordeelmeting:
    vraag: Oordeelvraag
    oordelen: Mapping[Ding, int]
    gevonden: tuple[Ding, ...]
    ms: float

    @property
    def ndcg(self) -> float:
        return ndcg([self.oordelen.get(ding, 0) for ding in self.gevonden], self.oordelen.values())

    @property
    def gemist(self) -> list[Ding]:
        """What should have been among the first, best first."""
        rest = (ding for ding in self.oordelen if ding not in self.gevonden[:DIEPTE])
        return sorted(rest, key=lambda ding: (-self.oordelen[ding], ding))


@dataclass(frozen=True)
class Oordeelrij:
    soort: str
    aantal: int
    ndcg: float
    niets: float  # share of queries with nothing found


def ndcg(gevonden: Sequence[int], alle: Iterable[int]) -> float:
    """Grades in the order found, against the best order of all grades there are."""
    best = _som(sorted(alle, reverse=True))
    return _som(gevonden) / best if best else 0.0


def _som(oordelen: Sequence[int]) -> float:
    return sum((2**oordeel - 1) / math.log2(plaats + 2) for plaats, oordeel in enumerate(oordelen[:DIEPTE]))


def lees_vragen(bestand: Path) -> list[Oordeelvraag]:
    uit: dict[str, Oordeelvraag] = {}
    for nummer, (qid, soort, tekst) in _tabel(bestand, 3):
        if qid in uit:
            raise OordeelFout(f"{bestand}:{nummer}: {qid} staat er twee keer")
        uit[qid] = Oordeelvraag(qid, soort, tekst)
    return list(uit.values())


def lees_oordelen(bestand: Path, vragen: Collection[str], dingen: Collection[Ding]) -> dict[str, dict[Ding, int]]:
    """Per query the grade of each thing. What is not there is an error: a title that changed would lower the score."""
    uit: dict[str, dict[Ding, int]] = defaultdict(dict)
    for nummer, (qid, soort, titel, oordeel) in _tabel(bestand, 4):
        if fout := _fout(qid, (soort, titel), oordeel, uit, vragen, dingen):
            raise OordeelFout(f"{bestand}:{nummer}: {fout}")
        uit[qid][soort, titel] = int(oordeel)
    if zonder := sorted(set(vragen) - set(uit)):
        raise OordeelFout(f"{bestand}: zonder oordeel: {', '.join(zonder)}")
    return dict(uit)


def _fout(  # noqa: PLR0917  a check of one row against all there is
    qid: str,
    ding: Ding,
    oordeel: str,
    gelezen: Mapping[str, Mapping[Ding, int]],
    vragen: Collection[str],
    dingen: Collection[Ding],
) -> str:
    if qid not in vragen:
        return f"onbekende vraag {qid}"
    if ding not in dingen:
        return f"onbekend: {ding[0]} ‘{ding[1]}’"
    if ding in gelezen.get(qid, ()):
        return f"‘{ding[1]}’ is bij {qid} al beoordeeld"
    if oordeel not in {str(n) for n in range(1, MAX_OORDEEL + 1)}:
        return f"oordeel {oordeel!r} is niet 1–{MAX_OORDEEL}"
    return ""


def _tabel(bestand: Path, kolommen: int) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of each row after the header."""
    try:
        regels = bestand.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as fout:
        raise OordeelFout(f"{bestand}: {fout}") from fout
    for nummer, regel in enumerate(regels, start=1):
        cellen = regel.rstrip("\r").split("\t")
        if nummer == 1 or not regel.strip():
            continue
        if len(cellen) != kolommen:
            raise OordeelFout(f"{bestand}:{nummer}: {kolommen} kolommen verwacht")
        yield nummer, cellen


def meet(
    zoek: Callable[[str], Sequence[Ding]], vragen: Iterable[Oordeelvraag], oordelen: Mapping[str, Mapping[Ding, int]]
) -> list[Oordeelmeting]:
    uit = []
    for vraag in vragen:
        begin = time.perf_counter()
        gevonden = tuple(zoek(vraag.tekst))
        uit.append(Oordeelmeting(vraag, oordelen[vraag.qid], gevonden, (time.perf_counter() - begin) * 1000))
    return uit


def per_soort(metingen: Sequence[Oordeelmeting]) -> list[Oordeelrij]:
    """A row for each kind, in the order of the file, and one for all."""
    groepen: dict[str, list[Oordeelmeting]] = defaultdict(list)
    for meting in metingen:
        groepen[meting.vraag.soort].append(meting)
    return [_rij(soort, groep) for soort, groep in (*groepen.items(), ("alles", list(metingen)))]


def _rij(soort: str, groep: Sequence[Oordeelmeting]) -> Oordeelrij:
    aantal = len(groep) or 1
    return Oordeelrij(
        soort, len(groep), sum(m.ndcg for m in groep) / aantal, sum(not m.gevonden for m in groep) / aantal
    )


def tijden(metingen: Sequence[Oordeelmeting]) -> tuple[float, float]:
    """Milliseconds at the middle and at 95 %."""
    rij = sorted(m.ms for m in metingen) or [0.0]
    return rij[len(rij) // 2], rij[min(len(rij) - 1, int(len(rij) * 0.95))]


def slechtste(metingen: Iterable[Oordeelmeting], aantal: int) -> list[Oordeelmeting]:
    return sorted(metingen, key=lambda m: (m.ndcg, m.vraag.qid))[:aantal]
