"""manage.py verstuurnieuwsbrief: goes on with a newsletter that is on its way. The night does the same."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from leernetwerk.podium.verzenden import hervat


class Command(BaseCommand):
    help = "Gaat verder met een nieuwsbrief die onderweg is. Niemand krijgt hem twee keer."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{hervat()} mails klaargezet.")
