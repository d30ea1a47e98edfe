"""manage.py zoekproef: measure the site's own search on a foreign corpus. No database, no live index."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...antwoord.vraag import Vraag, schone_tekst
from ...document import Document
from ...poort import Motor, ZoekFout
from ...taal import synoniemen
from ...taal.aanvulling import zonder
from ...wegwerp import MOTOREN, wegwerpmotor

PER_VRAAG = 20
PER_BEGIN = 10


class Command(BaseCommand):
    help = "Index CORPUS in a throw-away index, run QUERIES through the site's own plan, write qid<TAB>docid."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("corpus", type=Path, help="JSON lines: id type title summary body theme ses evidence")
        parser.add_argument("queries", type=Path, help="header, then qid<TAB>kind<TAB>query")
        parser.add_argument("--uit", type=Path, required=True, help="qid<TAB>docid, best first, 20 a query")
        parser.add_argument("--motor", choices=MOTOREN, default="tantivy")
        parser.add_argument("--synoniemen", type=Path, help="use this file instead of the shipped one")
        parser.add_argument("--aanvullen", type=Path, help="header, then qid<TAB>…<TAB>prefix")
        parser.add_argument("--aanvullen-uit", type=Path, help="qid<TAB>text<TAB>docid (empty for a word)")

    def handle(self, *args: Any, **opties: Any) -> None:
        if bool(opties["aanvullen"]) != bool(opties["aanvullen_uit"]):
            raise CommandError("--aanvullen en --aanvullen-uit horen bij elkaar")
        try:
            with zonder(), wegwerpmotor(opties["motor"]) as motor, _synoniemen(opties["synoniemen"]):
                begin = time.perf_counter()
                aantal = motor.herbouw(_documenten(opties["corpus"]))
                self.stdout.write(f"{aantal} documenten in {time.perf_counter() - begin:.1f} s")
                self._vragen(motor, opties["queries"], opties["uit"])
                if opties["aanvullen"]:
                    self._aanvullen(motor, opties["aanvullen"], opties["aanvullen_uit"])
        except ZoekFout as fout:
            raise CommandError(str(fout)) from fout

    def _vragen(self, motor: Motor, queries: Path, uit: Path) -> None:
        duur, regels = [], []
        for qid, *_, tekst in _tabel(queries, 3):
            begin = time.perf_counter()
            antwoord = motor.zoek(Vraag(tekst=schone_tekst(tekst), per_pagina=PER_VRAAG))
            duur.append((time.perf_counter() - begin) * 1000)
            regels += [f"{qid}\t{treffer.sleutel}\n" for treffer in antwoord.treffers]
        uit.write_text("".join(regels), "utf-8")
        self._tijden("vragen", duur)

    def _aanvullen(self, motor: Motor, begins: Path, uit: Path) -> None:
        duur, regels = [], []
        for qid, *_, tekst in _tabel(begins, 2):
            begin = time.perf_counter()
            gevonden = motor.suggereer(tekst, "nl", PER_BEGIN)
            duur.append((time.perf_counter() - begin) * 1000)
            regels += [f"{qid}\t{s.tekst}\t{s.sleutel}\n" for s in gevonden]
        uit.write_text("".join(regels), "utf-8")
        self._tijden("aanvullingen", duur)

    def _tijden(self, wat: str, duur: list[float]) -> None:
        rij = sorted(duur) or [0.0]
        p50, p95 = rij[len(rij) // 2], rij[min(len(rij) - 1, int(len(rij) * 0.95))]
        self.stdout.write(f"{len(duur)} {wat}: p50 {p50:.1f} ms, p95 {p95:.1f} ms")


@contextlib.contextmanager
def _synoniemen(bestand: Path | None) -> Iterator[None]:
    try:
        with synoniemen.tijdelijk(bestand.read_text("utf-8") if bestand else None):
            yield
    except (OSError, UnicodeDecodeError, synoniemen.SynoniemFout) as fout:
        raise CommandError(f"{bestand}: {fout}") from fout


def _tabel(bestand: Path, kolommen: int) -> Iterator[list[str]]:
    """Rows after the header; a row with too few columns is an error with its line."""
    for nummer, regel in enumerate(_regels(bestand), start=1):
        if nummer == 1 or not regel.strip():
            continue
        delen = regel.split("\t")
        if len(delen) < kolommen:
            raise CommandError(f"{bestand}:{nummer}: {kolommen} kolommen verwacht")
        yield delen


def _regels(bestand: Path) -> list[str]:
    try:
        # Not splitlines(): a text may hold U+2028, which is no end of a line in JSON lines or a table.
        return [regel.rstrip("\r") for regel in bestand.read_text("utf-8-sig").split("\n")]
    except (OSError, UnicodeDecodeError) as fout:
        raise CommandError(f"{bestand}: {fout}") from fout


def _documenten(bestand: Path) -> Iterator[Document]:
    for nummer, regel in enumerate(_regels(bestand), start=1):
        if not regel.strip():
            continue
        try:
            yield _document(json.loads(regel))
        except (ValueError, KeyError, AttributeError) as fout:
            raise CommandError(f"{bestand}:{nummer}: {fout!r}") from fout


def _document(rij: dict[str, Any]) -> Document:
    soort = str(rij.get("type") or "")
    ses = [waarde if "ses" in waarde.lower().split() else f"{waarde} ses" for waarde in _in_woorden(rij.get("ses"))]
    labels = [*_in_woorden(soort), *_in_woorden(rij.get("theme")), *ses, *_in_woorden(rij.get("evidence"))]
    tekst = {naam: str(rij.get(naam) or "") for naam in ("title", "summary", "body")}
    return Document(
        str(rij["id"]),
        soort,
        tekst["title"],
        tekst["summary"],
        tekst["body"],
        labels=tuple(labels),
        facetten={n: tuple(_lijst(rij.get(n))) for n in ("theme", "ses", "evidence")},
    )


def _lijst(waarde: Any) -> list[str]:
    return [str(w) for w in (waarde if isinstance(waarde, list) else [waarde]) if w not in (None, "")]


def _in_woorden(waarde: Any) -> list[str]:
    """'goede-aanwijzingen' → 'goede aanwijzingen'."""
    return [w.replace("-", " ").replace("_", " ").strip() for w in _lijst(waarde)]
