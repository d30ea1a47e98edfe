"""Mail 'at once', beside the request, the way the outbox itself does it (POST['DIRECT'])."""

from __future__ import annotations

import logging
import threading

from django.conf import settings
from django.db import connection

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.volgen.models import Hoe, Melding

logger = logging.getLogger(__name__)


def stuur(gebeurtenis: int) -> None:
    """After the commit. What does not get done here is still marked as to be mailed: `manage.py meldingen` has it."""
    rij = Melding.objects.filter(gebeurtenis=gebeurtenis, persoon__volgvoorkeur__hoe=Hoe.METEEN)
    mensen = list(rij.values_list("persoon", flat=True))
    if not mensen or settings.POST["DIRECT"] == "nee":
        return
    if settings.POST["DIRECT"] == "meteen":
        _doe(mensen)
        return
    try:
        threading.Thread(target=_los, args=(mensen,), name="meldingen").start()
    except RuntimeError as fout:  # the interpreter is on its way out
        logger.warning("no thread for notices, they wait: %s", fout)


def _doe(mensen: list[int]) -> None:
    from kennisplatform.volgen.overzichten import stuur_aan  # noqa: PLC0415  it asks 'melden', which asks this module

    voor_elk("bericht dat meteen gaat", Gebruiker.objects.filter(pk__in=mensen), lambda wie: stuur_aan(wie.pk))


def _los(mensen: list[int]) -> None:
    try:
        _doe(mensen)
    except Exception:  # the rows are safe, the next run has them
        logger.exception("notices could not be mailed at once, they wait")
    finally:
        connection.close()  # this thread's own
