"""`manage.py haalcijfers FILE --bron CODE`: a file of figures is looked at (`--proef`) or taken in; `--terug N` undoes one."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kennisplatform.cijfers.invoer.lezing import Onleesbaar, Opdracht, Stapsoort
from kennisplatform.cijfers.invoer.opnemen import Invoerverslag, Terugbezwaar, neem_op, neem_terug
from kennisplatform.cijfers.models import Cijferinvoer


class Command(BaseCommand):
    help = "Haalt cijfers uit een bestand van CBS, RIVM, Vektis, PDOK of ons sjabloon."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", nargs="?", type=Path)
        parser.add_argument("--bron", default="", help="code van de bron, zoals 85984NED")
        parser.add_argument("--periode", default="", help="2024, als het niet in het bestand staat")
        parser.add_argument("--groep", default="", choices=["", "18plus", "65plus"])
        parser.add_argument("--proef", action="store_true", help="alleen kijken")
        parser.add_argument("--terug", type=int, metavar="NUMMER", help="neem een eerder bestand in zijn geheel terug")

    def handle(self, *args: Any, **opties: Any) -> None:
        if opties["terug"]:
            return self.terug(opties["terug"])
        if not opties["bestand"] or not opties["bron"]:
            raise CommandError("Geef een bestand en --bron.")
        pad: Path = opties["bestand"]
        opdracht = Opdracht(pad.name, opties["bron"], opties["periode"], opties["groep"])
        begin = time.perf_counter()
        try:
            verslag = neem_op(pad.read_bytes(), opdracht, proef=opties["proef"], stap=self.stap)
        except (OSError, Onleesbaar) as fout:
            raise CommandError(str(fout)) from fout
        self.vertel(verslag, time.perf_counter() - begin, proef=opties["proef"])

    def stap(self, wat: Stapsoort, gedaan: int, totaal: int) -> None:
        """How far it is, for who sits in front of it."""
        if self.stderr.isatty():
            woord = "gelezen" if wat == Stapsoort.LEZEN else "geschreven"
            self.stderr.write(f"\r{gedaan:,} van {totaal:,} {woord}" if totaal else f"\r{gedaan:,} {woord}", ending="")

    def vertel(self, verslag: Invoerverslag, seconden: float, *, proef: bool) -> None:
        wat = verslag.vastgelegd
        self.stdout.write(
            f"{verslag.formaat}: {wat.nieuw} nieuw, {wat.gecorrigeerd} anders, {wat.gelijk} gelijk, "
            f"{verslag.nieuwe_gebieden} nieuwe gebieden in {seconden:.1f} s"
        )
        for regel in verslag.let_op:
            self.stdout.write(f"  let op: {regel}")
        for v in verslag.verschillen[:20]:
            self.stdout.write(f"  {v.gebied} {v.indicator} {v.periode}: {v.was} → {v.wordt}")
        for fout in verslag.fouten[:20]:
            self.stdout.write(f"  rij {fout.rij}, {fout.kolom}: {fout.melding}")
        if verslag.aantal_fouten:
            raise CommandError(f"{verslag.aantal_fouten} fouten: niets opgenomen.")
        self.stdout.write("Alleen gekeken." if proef else "Opgenomen." if verslag.geschreven else "Niets nieuws.")

    def terug(self, nummer: int) -> None:
        invoer = Cijferinvoer.objects.filter(pk=nummer).first()
        if invoer is None:
            raise CommandError(f"Invoer {nummer} bestaat niet.")
        try:
            aantal = neem_terug(invoer=invoer, reden="vanaf de opdrachtregel")
        except Terugbezwaar as bezwaar:
            raise CommandError(str(bezwaar)) from bezwaar
        self.stdout.write(f"{aantal} cijfers teruggenomen.")
