"""Why does this rank here: the analysis, the plan and the points of one query, for editors who steer the search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..taal.analyse import is_etiket
from ..taal.synoniemen import synoniemen
from ..taal.woorden import stam, stopwoorden, woorden
from .beantwoorden import beantwoord, maak_plan
from .knopen import AllOf, BestOf, Knoop, Term
from .lezer import BRON, Lezer
from .plan import Plan
from .vraag import Antwoord, Grond, Vraag

AANTAL: Final = 10  # hits that are explained
SOORT: Final = {"x": "letterlijk", "s": "stam", "p": "deel van een samenstelling", "n": "lettergroep"}
SAMEN: Final = {AllOf: "alles van", BestOf: "het beste van"}


@dataclass(frozen=True)
class Woorduitleg:
    woord: str
    stopwoord: bool
    stam: str
    delen: tuple[str, ...]
    documenten: int  # that hold the word itself
    correctie: str
    synoniemen: tuple[str, ...]


@dataclass(frozen=True)
class Punten:
    sleutel: str
    titel: str  # safe HTML
    soort: str
    totaal: float
    per_deel: tuple[float, ...]  # in the order of Uitleg.delen
    fragment: str  # safe HTML
    waarom: tuple[Grond, ...]


@dataclass(frozen=True)
class Uitleg:
    antwoord: Antwoord
    woorden: tuple[Woorduitleg, ...]
    delen: tuple[str, ...]  # names of the parts of the plan
    boom: tuple[tuple[int, str], ...]  # (depth, line)
    treffers: tuple[Punten, ...]


def leg_uit(lezer: Lezer, vraag: Vraag) -> Uitleg:
    """One plan is explained: that of the language in which the first hit was found, and the hits in that language."""
    antwoord = beantwoord(lezer, vraag)
    taal = antwoord.treffers[0].taal if antwoord.treffers else vraag.taal
    gemaakt = maak_plan(lezer, vraag, taal)
    boom = gemaakt.boom
    delen = tuple(getattr(boom, "delen", ())) if boom else ()
    treffers = [treffer for treffer in antwoord.treffers if treffer.taal == taal][:AANTAL]
    punten = [lezer.scores(deel, [treffer.sleutel for treffer in treffers]) for deel in delen]
    return Uitleg(
        antwoord=antwoord,
        woorden=tuple(_woorden(lezer, vraag, gemaakt, taal)),
        delen=tuple(naam(deel) for deel in delen),
        boom=tuple(regels(boom)) if boom else (),
        treffers=tuple(
            Punten(
                t.sleutel, t.titel, t.soort, t.score, tuple(p.get(t.sleutel, 0.0) for p in punten), t.fragment, t.waarom
            )
            for t in treffers
        ),
    )


def _woorden(lezer: Lezer, vraag: Vraag, gemaakt: Plan, taal: str) -> Iterator[Woorduitleg]:
    """What was typed, and the Dutch words that it stands for; corrected as the plan did, not as it might have."""
    getypt = [deel for delen in woorden(vraag.tekst) for deel in delen]
    for woord in dict.fromkeys([*getypt, *gemaakt.woorden]):
        correctie = gemaakt.correcties.get(woord, "")
        stammen = (stam(correctie or woord),)
        yield Woorduitleg(
            woord=woord,
            stopwoord=woord in stopwoorden() and taal == BRON,
            stam=stam(woord, taal),
            delen=lezer.splitser.splits(woord) if taal == BRON else (),
            documenten=lezer.aantal(woord),
            correctie=correctie,
            synoniemen=tuple(" ".join(term) for term in synoniemen().zoek(stammen)) if taal == BRON else (),
        )


def naam(knoop: Knoop) -> str:
    """A part by the word that it stands for, a phrase by its stems."""
    if isinstance(knoop, AllOf):
        return "alle woorden bij elkaar"
    termen = list(_termen(knoop))
    letterlijk = [term.tekst for term in termen if term.veld.endswith("_x")]
    if letterlijk:
        return f"label {letterlijk[0][1:]}" if is_etiket(letterlijk[0]) else letterlijk[0]
    return " + ".join(dict.fromkeys(term.tekst for term in termen if not term.veld.endswith("_n"))) or "lettergroepen"


def _termen(knoop: Knoop) -> Iterator[Term]:
    if isinstance(knoop, Term):
        yield knoop
        return
    for deel in knoop.delen:
        yield from _termen(deel)


def regels(knoop: Knoop, diep: int = 0) -> Iterator[tuple[int, str]]:
    """The tree, a line a node; n-grams are one line together."""
    if isinstance(knoop, Term):
        if is_etiket(knoop.tekst) and knoop.veld.endswith("_x"):
            yield diep, f"{knoop.tekst[1:]} (als label) × {knoop.gewicht:g}"
            return
        plek = "titel" if knoop.veld.startswith("title") else "tekst"
        yield diep, f"{knoop.tekst} ({SOORT[knoop.veld[-1]]}, {plek}) × {knoop.gewicht:g}"
        return
    termen = list(_termen(knoop))
    if termen and all(term.veld.endswith("_n") for term in termen):
        yield diep, f"{len(termen)} lettergroepen × {knoop.gewicht:g}"
        return
    yield diep, f"{SAMEN.get(type(knoop), 'som van')} × {knoop.gewicht:g}"
    for deel in knoop.delen:
        yield from regels(deel, diep + 1)
