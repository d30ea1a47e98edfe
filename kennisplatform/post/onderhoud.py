"""What may not be kept, and a second chance for what failed."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.crypto import salted_hmac

from kennisplatform.naderhand import na_commit

from . import dagboek, draad, spool
from .models import Bericht, Berichten

LEEG_NA: Final = dt.timedelta(days=14)  # as long as an invitation is valid
WEG_NA: Final = dt.timedelta(days=90)
_PARTIJ: Final = 500


def afgedaan(voor: dt.datetime) -> Berichten:
    return Bericht.objects.annotate(klaar=Coalesce("verstuurd", "mislukt")).filter(klaar__lt=voor)


def ruim_op() -> None:
    """Every night. Only what was sent or given up ages: a message that waits stays whole, however long it waits."""
    nu = timezone.now()
    afgedaan(nu - WEG_NA).delete()
    while rijen := list(afgedaan(nu - LEEG_NA).filter(leeg__isnull=True).order_by("pk")[:_PARTIJ]):
        for rij in rijen:
            _maak_leeg(rij, nu)
        Bericht.objects.bulk_update(rijen, ["aan", "onderwerp", "tekst", "html", "koppen", "leeg"])
    dagboek.ruim_op()
    if settings.DEMO:  # elsewhere the files in the folder belong to whatever collects them
        _ruim_map_op()


def _maak_leeg(rij: Bericht, nu: dt.datetime) -> None:
    """That there was a mail stays, and whether two went to one address; what it said and to whom does not."""
    rij.aan = salted_hmac("kennisplatform.post.aan", rij.aan.lower(), algorithm="sha256").hexdigest()[:40]
    rij.onderwerp = rij.tekst = rij.html = ""  # subjects name people
    rij.koppen = {}  # the link to unsubscribe is a key
    rij.leeg = nu


def _ruim_map_op() -> None:
    for bestand in spool.postmap().glob("*.eml"):
        if spool.ouder_dan(bestand, LEEG_NA.total_seconds()):
            bestand.unlink(missing_ok=True)
    for half in spool.postmap().glob(".*.half"):  # of a process that was killed while it wrote
        if spool.ouder_dan(half, 3_600):
            half.unlink(missing_ok=True)


def probeer_opnieuw(pk: int) -> bool:
    """False when there is nothing to try: it did not fail, or its text is gone."""
    mag = Bericht.objects.filter(pk=pk, mislukt__isnull=False, verstuurd__isnull=True, leeg__isnull=True)
    with transaction.atomic():
        # One, not none: the journal is only asked about messages that were begun before.
        gelukt = bool(mag.update(mislukt=None, poging=1, volgende=timezone.now(), fout=""))
        if gelukt:
            na_commit(draad.begin, "sending mail")
    return gelukt
