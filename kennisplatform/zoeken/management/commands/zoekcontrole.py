"""manage.py zoekcontrole: compare every index with the site, and with --herstel put right what differs."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...controle import vergelijk
from ...motor import motoren
from ...poort import ZoekFout
from ...wachtrij import verwerk, zet_in_wachtrij

TOON = 20


class Command(BaseCommand):
    help = (
        "Compare every search index with the site: what is lost, old, or should not be there. Exit 1 on a difference."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--herstel", action="store_true", help="index again what differs")

    def handle(self, *args: Any, **options: Any) -> None:
        anders: set[str] = set()
        try:
            for motor in motoren():
                verschil = vergelijk(motor)
                anders.update(verschil.sleutels)
                aantallen = [len(verschil.verloren), len(verschil.verouderd), len(verschil.te_veel)]
                self.stdout.write("{}: {} verloren, {} verouderd, {} te veel".format(motor.naam, *aantallen))
                for sleutel in verschil.sleutels[:TOON]:
                    self.stdout.write(f"  {sleutel}")
            if anders and options["herstel"]:
                zet_in_wachtrij(sorted(anders))
                verwerk()
                self.stdout.write(f"{len(anders)} opnieuw opgenomen")
                return
        except ZoekFout as fout:
            raise CommandError(str(fout)) from fout
        if anders:
            raise CommandError("de index verschilt van de site; met --herstel komt het goed")
