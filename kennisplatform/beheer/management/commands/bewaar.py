from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from kennisplatform.beheer.kopie import archief, bewaren, terugzetten


class Command(BaseCommand):
    help = (
        "Maakt een kopie van database, bestanden en sleutels in één archief. Wie dat archief heeft, heeft alles: bewaar het "
        "versleuteld, en niet alleen op deze machine. Terugzetten: manage.py herstel."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("doel", nargs="?", help="bestand of map; zonder: KOPIE_MAP")
        parser.add_argument("--zonder-sleutels", action="store_true", help="SECRET_KEY gaat niet mee")
        parser.add_argument(
            "--nacht", action="store_true", help="zoals elke nacht: een erbij, de oudste weg (KOPIE_HOUD)"
        )
        parser.add_argument("--vergelijk", metavar="ARCHIEF", help="maak niets: is deze site gelijk aan die kopie?")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["vergelijk"]:
                self.vergelijk(Path(options["vergelijk"]))
            elif options["nacht"]:
                self.stdout.write(bewaren.nachtkopie())
            else:
                self.maak(Path(options["doel"] or settings.KOPIE["MAP"]), met_sleutels=not options["zonder_sleutels"])
        except archief.GeenHeleKopie as fout:
            raise CommandError(str(fout)) from fout
        except OSError as fout:
            raise CommandError(niet_te_doen(fout)) from fout

    def maak(self, doel: Path, *, met_sleutels: bool) -> None:
        if doel.is_dir() or not doel.suffix:
            doel = doel / f"kopie-{timezone.localtime():%Y-%m-%d-%H%M%S}.tar"
        if doel.exists():
            raise CommandError(f"{doel} bestaat al.")
        manifest = bewaren.bewaar(doel, met_sleutels=met_sleutels)
        archief.Kopielezer(doel)  # what can't be read back is no copy
        self.stdout.write(f"{doel} ({doel.stat().st_size // 1024} kB): {in_woorden(manifest)}")

    def vergelijk(self, pad: Path) -> None:
        manifest = archief.Kopielezer(pad).manifest
        if fouten := terugzetten.verschillen(manifest, media=Path(settings.MEDIA_ROOT)):
            raise CommandError("Niet gelijk:\n- " + "\n- ".join(fouten))
        self.stdout.write(f"Gelijk: {in_woorden(manifest)}")


def niet_te_doen(fout: OSError) -> str:
    """In words, for who gave the command: a folder of root's, a disk that is full."""
    return (
        f"Dat lukt niet ({fout.filename or 'schijf'}: {fout.strerror}). Kijk of de gebruiker van de site daar mag lezen en "
        "schrijven, en of er plaats is."
    )


def in_woorden(manifest: dict[str, Any]) -> str:
    return ", ".join(f"{aantal} {naam}" for naam, aantal in manifest["hoofdzaken"].items())
