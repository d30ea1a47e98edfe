from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kennisplatform.volgen.overzichten import stuur_alles


class Command(BaseCommand):
    help = (
        "Mailt berichten over wat mensen volgen: wat meteen moest en bleef liggen, en met --dag ook de overzichten van "
        "de dag en de week. Wie al mail kreeg, krijgt die niet nog eens."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dag", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{stuur_alles(met_dag=options['dag'])} mails geschreven")
