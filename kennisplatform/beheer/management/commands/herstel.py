from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from kennisplatform.beheer.kopie import archief, terugzetten
from kennisplatform.beheer.management.commands.bewaar import in_woorden, niet_te_doen


class Command(BaseCommand):
    help = (
        "Zet een kopie van manage.py bewaar terug, op deze of een andere database, en bewijst dat alles gelijk is. Stop "
        "eerst de site. Een gevulde site wordt niet overschreven, tenzij u dat zegt."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("archief")
        parser.add_argument("--overschrijf", action="store_true", help="wat er nu staat, gaat weg")
        parser.add_argument("--andere-sleutel", action="store_true", help="SECRET_KEY is hier met opzet anders")
        parser.add_argument("--kijk", action="store_true", help="kijk de kopie na en zet niets terug")

    def handle(self, *args: Any, **options: Any) -> None:
        pad = Path(options["archief"])
        try:
            if options["kijk"]:
                manifest = archief.Kopielezer(pad).manifest
                self.stdout.write(f"Heel, van {manifest['gemaakt']}: {in_woorden(manifest)}")
                return
            manifest = terugzetten.herstel(
                pad,
                overschrijf=options["overschrijf"],
                andere_sleutel=options["andere_sleutel"],
                zeg=self.stdout.write,
            )
        except (archief.GeenHeleKopie, terugzetten.Geweigerd) as fout:
            raise CommandError(str(fout)) from fout
        except OSError as fout:
            raise CommandError(niet_te_doen(fout)) from fout
        self.stdout.write(f"Teruggezet en gelijk aan de kopie van {manifest['gemaakt']}: {in_woorden(manifest)}")
        self.stdout.write("Start nu de site weer (alle processen: die van voor het herstel kennen het niet).")
