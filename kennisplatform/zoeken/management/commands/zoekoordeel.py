"""manage.py zoekoordeel: a judged set on the site's own content and synthetic neighbours, or on documents of its own, in
a throw-away index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ... import oordeel
from ...antwoord.vraag import Vraag, schone_tekst
from ...bron import alle_documenten
from ...document import Document
from ...poort import Motor, ZoekFout
from ...taal.aanvulling import zonder
from ...wegwerp import MOTOREN, wegwerpmotor
from .zoekproef import _documenten, _synoniemen

STANDAARD = Path("tests/zoeken/oordeel")


class Command(BaseCommand):
    help = "Measure search on the judged queries: nDCG@10 and share with nothing found, per kind of query."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--map",
            type=Path,
            default=STANDAARD,
            help="vragen.tsv, oordelen.tsv, and synthetisch.jsonl or corpus.jsonl",
        )
        parser.add_argument("--motor", choices=MOTOREN, default="tantivy")
        parser.add_argument("--synoniemen", type=Path, help="use this file instead of the shipped one")
        parser.add_argument("--fouten", type=int, default=0, metavar="N", help="also show the N worst queries")

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            with zonder(), wegwerpmotor(opties["motor"]) as motor, _synoniemen(opties["synoniemen"]):
                metingen = meet_map(motor, opties["map"])
        except (oordeel.OordeelFout, ZoekFout) as fout:
            raise CommandError(str(fout)) from fout
        self._tabel(metingen)
        for meting in oordeel.slechtste(metingen, opties["fouten"]):
            self._fout(meting)

    def _tabel(self, metingen: list[oordeel.Oordeelmeting]) -> None:
        self.stdout.write(f"{'soort':<15}{'nDCG@10':>8}{'aantal':>8}{'niets':>8}")
        for rij in oordeel.per_soort(metingen):
            self.stdout.write(f"{rij.soort:<15}{rij.ndcg:>8.3f}{rij.aantal:>8}{rij.niets:>8.1%}")
        p50, p95 = oordeel.tijden(metingen)
        self.stdout.write(f"p50 {p50:.1f} ms, p95 {p95:.1f} ms")

    def _fout(self, meting: oordeel.Oordeelmeting) -> None:
        self.stdout.write(f"\n{meting.ndcg:.2f}  {meting.vraag.qid} ({meting.vraag.soort}) {meting.vraag.tekst}")
        for soort, titel in meting.gevonden[: oordeel.DIEPTE]:
            self.stdout.write(f"    {meting.oordelen.get((soort, titel), '-')}  {soort}: {titel}")
        for soort, titel in meting.gemist:
            self.stdout.write(f"    mist {meting.oordelen[soort, titel]}  {soort}: {titel}")


def meet_map(motor: Motor, plek: Path) -> list[oordeel.Oordeelmeting]:
    """Fill the engine and measure; the same for the command and for the test.

    A folder with corpus.jsonl brings all of its documents; one with synthetisch.jsonl is about the site's own among these.
    """
    dingen: dict[str, oordeel.Ding] = {}
    heel = plek / "corpus.jsonl"
    bronnen = (_documenten(heel),) if heel.exists() else (alle_documenten(), _documenten(plek / "synthetisch.jsonl"))
    motor.herbouw(_genoemd(chain(*bronnen), dingen))
    vragen = oordeel.lees_vragen(plek / "vragen.tsv")
    bekend = frozenset(dingen.values())
    oordelen = oordeel.lees_oordelen(plek / "oordelen.tsv", {vraag.qid for vraag in vragen}, bekend)

    def zoek(tekst: str) -> list[oordeel.Ding]:
        antwoord = motor.zoek(Vraag(tekst=schone_tekst(tekst), per_pagina=oordeel.DIEPTE))
        return [dingen[treffer.sleutel] for treffer in antwoord.treffers]

    return oordeel.meet(zoek, vragen, oordelen)


def _genoemd(documenten: Iterable[Document], dingen: dict[str, oordeel.Ding]) -> Iterator[Document]:
    """Every document, with its kind and title noted: judgements name these."""
    for document in documenten:
        dingen[document.sleutel] = (document.soort, document.titel)
        yield document
