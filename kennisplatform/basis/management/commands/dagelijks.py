from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from kennisplatform.basis import nachtwerk
from kennisplatform.zoeken.wachtrij import ruim_rijen_op


class Command(BaseCommand):
    help = (
        "Voor de nacht: publiceert en verbergt wat gepland is, herbouwt de zoekindex ('verlopen' hangt van de dag af) "
        "en ruimt op wat niet langer bewaard mag worden."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("publish_scheduled")
        call_command("verwerkwachtrij")
        call_command("herindex", verbosity=0)
        ruim_rijen_op()
        if mis := nachtwerk.doe_alles():
            raise CommandError(f"niet gelukt: {', '.join(mis)}; zie het log")
        self.stdout.write("dagelijks: klaar")
