"""A Vraag to an Antwoord on any reader: the same cut, counts, order and snippets for every engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from .fragment import Herkenner, maak_fragment, markeer, schoon
from .lezer import BRON, VOLGORDES, Bewaard, Lezer, Plek, Zicht, talen
from .plan import Plan, plan
from .synoniemen import synoniemen
from .telling import SOORT, filters, maak_facetten, tel
from .vormen import NABIJ
from .vraag import Antwoord, Grond, Treffer, Vraag

MAGER: Final = 0.4  # of the best score of all: what the filters leave is hardly about this


class Vondst(NamedTuple):
    """A hit before it is shown. There may be thousands: a tuple is made ten times as fast as a frozen dataclass."""

    plek: Plek
    score: float = 0.0
    herkenner: Herkenner | None = None


def beantwoord(lezer: Lezer, vraag: Vraag) -> Antwoord:
    return _met_tekst(lezer, vraag) if vraag.tekst.strip() else _zonder_tekst(lezer, vraag)


def maak_plan(lezer: Lezer, vraag: Vraag, taal: str) -> Plan:
    return plan(
        vraag.tekst, lezer, taal=taal, synoniemen=synoniemen() if taal == BRON else None,
        splitser=lezer.splitser, letterlijk=vraag.letterlijk,
    )  # fmt: skip


# --- with text: everything that matches, cut at a part of the top score, counted in Python


def _met_tekst(lezer: Lezer, vraag: Vraag) -> Antwoord:
    vondsten: list[Vondst] = []
    verbeterd, half = "", False
    for taal in talen(vraag.taal):
        gemaakt = maak_plan(lezer, vraag, taal)
        nieuw, via_zwak = _vondsten(lezer, vraag, taal, gemaakt)
        if nieuw and not vondsten:
            verbeterd, half = gemaakt.verbeterd, via_zwak
        vondsten += nieuw
    telling = tel(lezer.kenmerken([v.plek for v in vondsten]), vraag)
    over = [vondsten[i] for i in telling.toegelaten]
    pagina = over[_begin(vraag) : _begin(vraag) + vraag.per_pagina]
    # The best of all that was found says how well this question can be answered here at all.
    mager = bool(over) and max(v.score for v in over) < MAGER * max(v.score for v in vondsten)
    return Antwoord(
        vraag, len(over), _treffers(lezer, pagina), telling.facetten, telling.soorten, verbeterd, lezer.naam,
        zwak=half or mager,
    )  # fmt: skip


def _vondsten(lezer: Lezer, vraag: Vraag, taal: str, gemaakt: Plan) -> tuple[list[Vondst], bool]:
    """(hits in one language, in the order asked for; by the weaker plan, only when the first finds nothing?)"""
    for boom in (gemaakt.boom, gemaakt.zwak):
        if boom is None:
            continue
        if hits := lezer.boven_drempel(boom, Zicht(taal, vraag.taal)):
            herkenner = Herkenner(gemaakt.vormen, taal, lezer.splitser)
            vondsten = [Vondst(plek, score, herkenner) for score, plek in hits]
            return _op_volgorde(lezer, vraag, vondsten), boom is gemaakt.zwak
    return [], False


def _op_volgorde(lezer: Lezer, vraag: Vraag, vondsten: list[Vondst]) -> list[Vondst]:
    if vraag.volgorde not in VOLGORDES:
        return vondsten
    sleutels = lezer.ordesleutels([v.plek for v in vondsten], vraag.volgorde)
    # sorted() keeps equals as they were: best first.
    return [vondsten[i] for i in sorted(range(len(vondsten)), key=sleutels.__getitem__)]


# --- without text: a listing, counted by the engine


def _zonder_tekst(lezer: Lezer, vraag: Vraag) -> Antwoord:
    tellers = lezer.tellers(vraag)
    totaal, pagina = _pagina(lezer, vraag)
    return Antwoord(
        vraag, totaal, _treffers(lezer, pagina), maak_facetten(tellers, vraag), tellers[SOORT], "", lezer.naam
    )


def _pagina(lezer: Lezer, vraag: Vraag) -> tuple[int, list[Vondst]]:
    """(number in all, hits of this page): first the reader's language, then Dutch, each in order."""
    volgorde = vraag.volgorde if vraag.volgorde in VOLGORDES else "titel"
    totaal, vondsten = 0, []
    for taal in talen(vraag.taal):
        begin = max(0, _begin(vraag) - totaal)
        nodig = vraag.per_pagina - len(vondsten)
        aantal, plekken = lezer.lijst(Zicht(taal, vraag.taal), filters(vraag), volgorde, begin, nodig)
        totaal += aantal
        vondsten += [Vondst(plek) for plek in plekken]
    return totaal, vondsten


def _begin(vraag: Vraag) -> int:
    return (vraag.pagina - 1) * vraag.per_pagina


# --- showing


def _treffers(lezer: Lezer, vondsten: Sequence[Vondst]) -> tuple[Treffer, ...]:
    gelezen = lezer.lees([v.plek for v in vondsten])
    return tuple(_treffer(vondst, bewaard) for vondst, bewaard in zip(vondsten, gelezen, strict=True) if bewaard)


def _treffer(vondst: Vondst, bewaard: Bewaard) -> Treffer:
    titel = schoon(bewaard.titel)
    in_titel = vondst.herkenner.plekken(titel) if vondst.herkenner else []
    fragment, woorden = maak_fragment((bewaard.samenvatting, bewaard.tekst), vondst.herkenner)
    gevonden = list(dict.fromkeys([*(titel[p.begin : p.eind].lower() for p in in_titel), *woorden]))
    return Treffer(
        sleutel=bewaard.sleutel, soort=bewaard.soort, taal=bewaard.taal, titel=markeer(titel, in_titel),
        fragment=fragment, score=float(vondst.score), rubriek=bewaard.rubriek, gevonden_op=tuple(gevonden)[:8],
        waarom=_gronden(gevonden, vondst.herkenner),
    )  # fmt: skip


def _gronden(gevonden: Sequence[str], herkenner: Herkenner | None) -> tuple[Grond, ...]:
    """The plainest ground per word of the query, in the order in which the words were found."""
    beste: dict[str, tuple[int, Grond]] = {}
    for woord in gevonden if herkenner else ():
        if reden := herkenner.reden(woord):
            rang = NABIJ.index(reden.soort) * 2 + (woord != reden.woord)
            if reden.woord not in beste or rang < beste[reden.woord][0]:
                beste[reden.woord] = rang, Grond(woord, str(reden.soort), reden.woord, reden.term)
    return tuple(grond for _, grond in beste.values())
