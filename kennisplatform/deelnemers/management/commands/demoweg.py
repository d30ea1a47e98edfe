from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from kennisplatform.deelnemers.demoaccounts import maak_onbruikbaar


class Command(BaseCommand):
    help = "Sluit accounts van de demo af: niemand kan zich er nog mee aanmelden. Wat ze schreven, blijft."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{maak_onbruikbaar()} accounts afgesloten")
