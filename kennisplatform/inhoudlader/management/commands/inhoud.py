from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kennisplatform.basis.inrichting import richt_in
from kennisplatform.inhoudlader.lader import Inhoudsfout, laad


class Command(BaseCommand):
    help = "Laadt de inhoud (TOML) van alle kamers. Nog eens laden verandert niets wat gelijk bleef."

    def handle(self, *args: Any, **options: Any) -> None:
        begin = time.monotonic()
        richt_in()
        try:
            verslag = laad()
        except Inhoudsfout as fout:
            raise CommandError(f"{len(fout.fouten)} fout(en) in de inhoud; er is niets veranderd.\n{fout}") from None
        self.stdout.write(
            f"inhoud: {verslag.nieuw} nieuw, {verslag.bijgewerkt} bijgewerkt, {verslag.gelijk} gelijk "
            f"in {time.monotonic() - begin:.1f} s"
        )
        for naam in verslag.overgeslagen:
            self.stdout.write(f"  overgeslagen, want op de site bewerkt: {naam}")
        for naam in verslag.opgeruimd.weg:
            self.stdout.write(f"  weg, want niet meer in de bestanden: {naam}")
        for naam in verslag.opgeruimd.gebleven:
            self.stdout.write(f"  gebleven, want op de site gewijzigd of nog in gebruik: {naam}")
