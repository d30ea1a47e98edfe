from __future__ import annotations

from functools import partial
from typing import Any, Final

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kennisplatform.basis.models import Nachtgang
from kennisplatform.basis.nachtwerk import Nachtwerk, doe_alles
from kennisplatform.zoeken.wachtrij import ruim_rijen_op

# In this order: what was published tonight is in the index that is built tonight.
EERST: Final = (
    Nachtwerk("gepland publiceren", partial(call_command, "publish_scheduled")),
    Nachtwerk("zoekwachtrij", partial(call_command, "verwerkwachtrij")),
    Nachtwerk("zoekindex", partial(call_command, "herindex", verbosity=0)),
    Nachtwerk("oude rijen van de zoekwachtrij", ruim_rijen_op),
)


class Command(BaseCommand):
    help = (
        "Voor de nacht: publiceert en verbergt wat gepland is, herbouwt de zoekindex ('verlopen' hangt van de dag af) "
        "en ruimt op wat niet langer bewaard mag worden. Wat mislukt, houdt de rest niet tegen."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        gang = Nachtgang.objects.create()
        mis = doe_alles(EERST)
        gang.klaar, gang.mislukt = timezone.now(), ", ".join(mis)
        gang.save()
        if mis:
            raise CommandError(f"niet gelukt: {', '.join(mis)}; zie het log")
        self.stdout.write("dagelijks: klaar")
