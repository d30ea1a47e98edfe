"""Drains the outbox: claim a few rows, send them over one connection, note each by itself.

Neither lost: a row is open until somebody notes 'sent' or 'failed', and a claim ends by itself. Nor twice: a row is
claimed by one, and asked for once more right before it is sent. What nobody can close is the moment between the
server's 'ok' and our note of it; dagboek.py makes it some microseconds, the folder transport (spool.py) closes it,
and over SMTP a message that falls into it goes again with the same Message-ID.
"""

from __future__ import annotations

import logging
import smtplib
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from . import dagboek
from .brief import als_mail
from .models import Bericht, Berichten
from .oordeel import MAX_POGINGEN, UITSTEL, Foutsoort, Oordeel, oordeel

logger = logging.getLogger(__name__)

MAX_VERBROKEN: Final = 3  # connections that broke in one drain; then the server is left alone until the next
MAX_BEGONNEN: Final = 20  # begun so often and never ended: each try took the whole process with it


@dataclass
class Uitslag:
    verstuurd: int = 0
    later: int = 0
    mislukt: int = 0
    onbereikbaar: bool = False


def verwerk(*, hoe_lang: float | None = None) -> Uitslag:
    """Send what is due. Never raises for what a mail server does; the rows stay for the next call."""
    uitslag = Uitslag()
    einde = None if hoe_lang is None else time.monotonic() + hoe_lang
    verbroken = 0
    while (einde is None or time.monotonic() < einde) and (rijen := neem()):
        if _verstuur_partij(rijen, uitslag):
            continue
        verbroken += 1
        if uitslag.onbereikbaar or verbroken == MAX_VERBROKEN:
            break
    return uitslag


def neem() -> list[Bericht]:
    """Claim a batch. PostgreSQL skips what another is claiming; SQLite lets one write at a time, so nothing is shared."""
    nu = timezone.now()
    if not Bericht.objects.aan_de_beurt(nu).exists():
        return []  # without asking for SQLite's one write lock
    wie = uuid.uuid4().hex
    with transaction.atomic():
        vrij = Bericht.objects.aan_de_beurt(nu).order_by("volgende", "pk").select_for_update(skip_locked=True)
        pks = list(vrij.values_list("pk", flat=True)[: settings.POST["PARTIJ"]])
        Bericht.objects.filter(pk__in=pks).update(vast_tot=_claim(), vast_door=wie)
    return list(Bericht.objects.filter(vast_door=wie).order_by("volgende", "pk"))


def _claim() -> datetime:
    return timezone.now() + timedelta(seconds=settings.POST["CLAIM_S"])


def _verstuur_partij(rijen: Sequence[Bericht], uitslag: Uitslag) -> bool:
    """False when the connection could not be made or was lost; what was not begun is let go of, its tries unspent."""
    rijen = _zonder_gedane(rijen, uitslag)
    if not rijen:
        return True
    verbinding = vervoer()
    try:
        verbinding.open()
    except OSError as fout:  # smtplib's own are too
        logger.warning("the mail server is away, %d messages wait: %s", len(rijen), fout)
        uitslag.onbereikbaar = True
        _laat_los(rijen)
        return False
    try:
        with dagboek.Dagboek() as boek:
            for nummer, bericht in enumerate(rijen, start=1):
                if _begin(bericht) and not _een(verbinding, bericht, boek, uitslag):
                    _laat_los(rijen[nummer:])
                    return False
    finally:
        _sluit(verbinding)
    return True


def vervoer() -> BaseEmailBackend:
    """What really carries mail. Never the letterbox: the outbox would fill itself for ever."""
    naam = settings.POST["VERVOER"]
    if naam.startswith(f"{__package__}.brievenbus."):
        raise ImproperlyConfigured("POST['VERVOER'] is the outbox itself; name what carries its mail")
    return get_connection(naam)


def _zonder_gedane(rijen: Sequence[Bericht], uitslag: Uitslag) -> list[Bericht]:
    """Without what an earlier try did send (the journal knows), and without what kills every process that tries it."""
    gedaan = dagboek.gelezen() if any(rij.poging for rij in rijen) else set()
    over = []
    for rij in rijen:
        if rij.poging and rij.berichtid in gedaan:
            _noteer_verstuurd(rij)
            uitslag.verstuurd += 1
        elif rij.poging >= MAX_BEGONNEN:
            _noteer_mislukt(rij, "elke poging brak af", uitslag)
        else:
            over.append(rij)
    return over


def _begin(bericht: Bericht) -> bool:
    """Count the try before it: if this process dies, the next knows. False when the claim ran out and went to another."""
    if not _mijn(bericht).update(poging=F("poging") + 1, vast_tot=_claim()):
        return False
    bericht.poging += 1
    return True


def _een(verbinding: BaseEmailBackend, bericht: Bericht, boek: dagboek.Dagboek, uitslag: Uitslag) -> bool:
    """Send one. False when the connection is lost."""
    try:
        verbinding.send_messages([als_mail(bericht, verbinding)])
    except Exception as fout:
        if not isinstance(fout, (OSError, ValueError)):
            logger.exception("mail %s: a fault of ours", bericht.berichtid)
        wat = oordeel(fout)
        _noteer_fout(bericht, wat, uitslag)
        return wat.soort is not Foutsoort.VERBROKEN
    boek.noteer(bericht.berichtid)  # nothing may stand between these two lines
    _noteer_verstuurd(bericht)
    uitslag.verstuurd += 1
    return True


def _noteer_verstuurd(bericht: Bericht) -> None:
    """Whoever holds the claim by now: it has left. A link that opens something then stands nowhere but in the mailbox."""
    weg = {"tekst": "", "html": ""} if bericht.geheim else {}
    Bericht.objects.filter(pk=bericht.pk, verstuurd__isnull=True).update(
        verstuurd=timezone.now(), mislukt=None, fout="", vast_tot=None, vast_door="", **weg
    )


def _noteer_fout(bericht: Bericht, wat: Oordeel, uitslag: Uitslag) -> None:
    reden = _zonder_adres(wat.reden, bericht.aan)
    if wat.soort is Foutsoort.NOOIT or bericht.poging >= MAX_POGINGEN:
        _noteer_mislukt(bericht, reden, uitslag)
        return
    uitslag.later += 1
    logger.warning("mail %s is tried again, try %d failed: %s", bericht.berichtid, bericht.poging, reden)
    _mijn(bericht).update(
        volgende=timezone.now() + UITSTEL[bericht.poging - 1], fout=reden[:250], vast_tot=None, vast_door=""
    )


def _noteer_mislukt(bericht: Bericht, reden: str, uitslag: Uitslag) -> None:
    uitslag.mislukt += 1
    logger.error("mail %s is given up after %d tries: %s", bericht.berichtid, bericht.poging, reden)
    _mijn(bericht).update(mislukt=timezone.now(), fout=reden[:250], vast_tot=None, vast_door="")


def _mijn(bericht: Bericht) -> Berichten:
    return Bericht.objects.open().filter(pk=bericht.pk, vast_door=bericht.vast_door)


def _zonder_adres(reden: str, aan: str) -> str:
    """Servers repeat the address in their answer; the log and the team's screen don't need it."""
    plek = reden.lower().find(aan.lower())
    while plek >= 0:
        reden = f"{reden[:plek]}…{reden[plek + len(aan) :]}"
        plek = reden.lower().find(aan.lower())
    return reden


def _laat_los(rijen: Sequence[Bericht]) -> None:
    for wie in {rij.vast_door for rij in rijen}:
        pks = [rij.pk for rij in rijen]
        Bericht.objects.open().filter(pk__in=pks, vast_door=wie).update(vast_tot=None, vast_door="")


def _sluit(verbinding: BaseEmailBackend) -> None:
    try:
        verbinding.close()
    except (OSError, smtplib.SMTPException) as fout:
        logger.info("the mail server did not say goodbye: %s", fout)
