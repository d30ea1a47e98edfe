from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kennisplatform.inhoudlader.controle import uitslagen


class Command(BaseCommand):
    help = "Zegt wat de inhoud mist, over wat nu gepubliceerd is. Eindigt met 1 als iets fout is."

    def handle(self, *args: Any, **options: Any) -> None:
        fout = []
        for controle, uitslag in uitslagen():
            mis = controle.faalt and uitslag.aantal != 0
            self.stdout.write(f"{controle.naam}: {uitslag.aantal}{'  FOUT' if mis else ''}")
            for regel in uitslag.regels:
                self.stdout.write(f"  {regel}")
            if mis:
                fout.append(controle.naam)
        if fout:
            raise CommandError(f"De inhoud is niet in orde: {', '.join(fout)}.")
