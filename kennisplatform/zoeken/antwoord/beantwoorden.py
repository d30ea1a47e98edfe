"""A Vraag to an Antwoord on any reader: the same cut, counts, order and snippets for every engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from ..taal.synoniemen import synoniemen
from ..taal.taalherkenning import getypte_taal
from ..taal.vertaalwoorden import vertaling
from .dekking import schiet_tekort
from .fragment import Herkenner, maak_fragment, markeer, schoon
from .lezer import BRON, VOLGORDES, Bewaard, Lezer, Plek, Snede, Zicht, talen
from .plan import Plan, plan, vangnet
from .spelling import MAX_SLIPS
from .telling import SOORT, bij_elkaar, filters, maak_facetten
from .voorrang import Kandidaat, is_alledaags, volgorde
from .vormen import NABIJ
from .vraag import Antwoord, Grond, Treffer, Vraag

MAGER: Final = 0.4  # of the best score of all: what the filters leave is hardly about this


class Vondst(NamedTuple):
    """A hit before it is shown."""

    plek: Plek
    score: float = 0.0
    herkenner: Herkenner | None = None
    plan: Plan | None = None


def beantwoord(lezer: Lezer, vraag: Vraag) -> Antwoord:
    return _met_tekst(lezer, vraag) if vraag.tekst.strip() else _zonder_tekst(lezer, vraag)


def maak_plan(lezer: Lezer, vraag: Vraag, taal: str) -> Plan:
    vertaald = vertaling(vraag.tekst, taal_van(vraag))
    return plan(
        vraag.tekst,
        lezer,
        taal=taal,
        synoniemen=synoniemen() if taal == BRON else None,
        splitser=lezer.splitser,
        letterlijk=vraag.letterlijk,
        # Dutch words find what is in Dutch; in the reader's own language they only say what is no slip.
        vertaling=vertaald if taal == BRON else replace(vertaald, woorden=()),
        slips=_slips(vraag, taal),
        half=taal_van(vraag) == taal or len(vraag.tekst.split()) == 1,
    )


def taal_van(vraag: Vraag) -> str:
    """The language that the text was typed in: mostly the reader's."""
    return getypte_taal(vraag.tekst, vraag.taal, synoniemen())


def _slips(vraag: Vraag, taal: str) -> int:
    """How far the text may be from words in `taal`. What shows to be of another language has none of its slips."""
    getypt = taal_van(vraag)
    if getypt != vraag.taal:
        return MAX_SLIPS if getypt == taal else 0
    return MAX_SLIPS if taal == vraag.taal else 1


# --- with text: everything that matches, cut at a part of the top score


def _met_tekst(lezer: Lezer, vraag: Vraag) -> Antwoord:
    sneden: list[Snede] = []
    vondsten: list[Vondst] = []
    verbeterd, geraden, totaal = "", False, 0
    for taal in talen(vraag.taal):
        gemaakt = maak_plan(lezer, vraag, taal)
        snede, via_net = _snede(lezer, vraag, taal, gemaakt, max(0, _begin(vraag) - totaal), len(vondsten))
        if snede.beste and not any(eerder.beste for eerder in sneden):
            verbeterd, geraden = gemaakt.verbeterd, via_net
        herkenner = Herkenner(gemaakt.vormen, taal, lezer.splitser)
        vondsten += [Vondst(plek, score, herkenner, gemaakt) for score, plek in snede.hits]
        totaal += snede.totaal
        sneden.append(snede)
    tellers = bij_elkaar((snede.tellers for snede in sneden), (*vraag.tel, SOORT))
    # The best of all that was found says how well this question can be answered here at all.
    mager = 0 < max(snede.beste_over for snede in sneden) < MAGER * max(snede.beste for snede in sneden)
    gelezen = lezer.lees([vondst.plek for vondst in vondsten])
    tekort = _tekort(lezer, vraag, vondsten, gelezen)  # of the best, before residents go first
    vondsten, gelezen, gegroepeerd = _bewoners_eerst(lezer, vraag, verbeterd, vondsten, gelezen)
    return Antwoord(
        vraag,
        totaal,
        tuple(map(_treffer, vondsten, gelezen)),
        maak_facetten(tellers, vraag),
        tellers[SOORT],
        verbeterd,
        lezer.naam,
        zwak=geraden or mager or tekort,
        getypt=taal_van(vraag),
        alledaags=gegroepeerd,
    )


def _bewoners_eerst(
    lezer: Lezer, vraag: Vraag, verbeterd: str, vondsten: list[Vondst], gelezen: Sequence[Bewaard]
) -> tuple[list[Vondst], Sequence[Bewaard], bool]:
    """(hits, what is kept of them, was the question an everyday one?) Readers who order or choose a kind know the way."""
    getypt = verbeterd or vraag.tekst
    # What a reader of another language asks stands in titles in the Dutch words that it is searched with.
    vertaald = " ".join(vertaling(getypt, vraag.taal).woorden)
    tekst = next((t for t in (getypt, vertaald) if t and is_alledaags(t, synoniemen(), lezer.splitser)), "")
    if vraag.volgorde in VOLGORDES or vraag.soorten or not tekst:
        return vondsten, gelezen, False
    # Hits in the reader's language stay before those in Dutch.
    rij: list[int] = []
    for taal in talen(vraag.taal):
        deel = [i for i, hit in enumerate(gelezen) if hit.taal == taal]
        plekken = volgorde([Kandidaat(gelezen[i].soort, gelezen[i].titel, vondsten[i].score) for i in deel], tekst)
        rij += [deel[i] for i in plekken]
    return [vondsten[i] for i in rij], [gelezen[i] for i in rij], True


def _tekort(lezer: Lezer, vraag: Vraag, vondsten: Sequence[Vondst], gelezen: Sequence[Bewaard]) -> bool:
    """Do the first hits hardly say what was asked? Only of the best ones can that be said."""
    if not vondsten or vraag.pagina > 1 or vraag.volgorde in VOLGORDES:
        return False
    eerste = vondsten[0]
    if eerste.plan is None or eerste.herkenner is None:
        return False
    samen = [hit for vondst, hit in zip(vondsten, gelezen, strict=True) if vondst.plan is eerste.plan]
    return schiet_tekort(lezer, eerste.plan, eerste.herkenner, samen)


def _snede(  # noqa: PLR0917  a step of the above, cut out for its length
    lezer: Lezer, vraag: Vraag, taal: str, gemaakt: Plan, begin: int, al: int
) -> tuple[Snede, bool]:
    """(hits in one language; by the safety net, because the plan finds nothing?)"""
    if gemaakt.boom is None:
        return Snede(), False
    zicht, aantal = Zicht(taal, vraag.taal), vraag.per_pagina - al
    snede = lezer.snede(gemaakt.boom, zicht, vraag, begin, aantal)
    if snede.beste or not (net := vangnet(gemaakt, lezer)):
        return snede, False
    return lezer.snede(net, zicht, vraag, begin, aantal), True


# --- without text: a listing, counted by the engine


def _zonder_tekst(lezer: Lezer, vraag: Vraag) -> Antwoord:
    tellers = lezer.tellers(vraag)
    totaal, pagina = _pagina(lezer, vraag)
    return Antwoord(
        vraag,
        totaal,
        tuple(map(_treffer, pagina, lezer.lees([vondst.plek for vondst in pagina]))),
        maak_facetten(tellers, vraag),
        tellers[SOORT],
        "",
        lezer.naam,
    )


def _pagina(lezer: Lezer, vraag: Vraag) -> tuple[int, list[Vondst]]:
    """(number in all, hits of this page): first the reader's language, then Dutch, each in order."""
    volgorde = vraag.volgorde if vraag.volgorde in VOLGORDES else "titel"
    totaal = 0
    vondsten: list[Vondst] = []
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


def _treffer(vondst: Vondst, bewaard: Bewaard) -> Treffer:
    titel = schoon(bewaard.titel)
    in_titel = vondst.herkenner.plekken(titel) if vondst.herkenner else []
    fragment, woorden = maak_fragment((bewaard.samenvatting, bewaard.tekst), vondst.herkenner)
    gevonden = list(dict.fromkeys([*(titel[p.begin : p.eind].lower() for p in in_titel), *woorden]))
    return Treffer(
        sleutel=bewaard.sleutel,
        soort=bewaard.soort,
        taal=bewaard.taal,
        titel=markeer(titel, in_titel),
        fragment=fragment,
        score=float(vondst.score),
        rubriek=bewaard.rubriek,
        gevonden_op=tuple(gevonden)[:8],
        waarom=_gronden(gevonden, vondst.herkenner),
    )


def _gronden(gevonden: Sequence[str], herkenner: Herkenner | None) -> tuple[Grond, ...]:
    """The plainest ground per word of the query, in the order in which the words were found."""
    if herkenner is None:
        return ()
    beste: dict[str, tuple[int, Grond]] = {}
    for woord in gevonden:
        if reden := herkenner.reden(woord):
            rang = NABIJ.index(reden.soort) * 2 + (woord != reden.woord)
            if reden.woord not in beste or rang < beste[reden.woord][0]:
                beste[reden.woord] = rang, Grond(woord, str(reden.soort), reden.woord, reden.term)
    return tuple(grond for _, grond in beste.values())
