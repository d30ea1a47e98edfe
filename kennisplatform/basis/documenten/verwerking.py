"""Which documents wait to be read, and reading them: claimed, so that two processes never read the same one."""

from __future__ import annotations

import datetime as dt
import logging
from typing import Final

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from kennisplatform.basis import losse_rijen
from kennisplatform.basis.documenten.proces import WACHT, Lezing, lees
from kennisplatform.basis.models.bestandstekst import Bestandstekst, Leesstand, RedenOnleesbaar
from kennisplatform.basis.models.media import Bestand
from kennisplatform.zoeken.wachtrij import zet_in_wachtrij

log = logging.getLogger(__name__)
MAX_POGINGEN: Final = 3
VERLAAT: Final = dt.timedelta(seconds=WACHT + 60)  # a claim older than this is of a process that died
STAND: Final = {
    "": Leesstand.KLAAR,
    RedenOnleesbaar.DEEL: Leesstand.KLAAR,
    RedenOnleesbaar.LEEG: Leesstand.LEEG,
    RedenOnleesbaar.TE_GROOT: Leesstand.TE_GROOT,
}


def meld(bestand: Bestand) -> bool:
    """In the transaction that saves the document: is there a new file to read? Then it waits from now on."""
    if bestand.is_geluid:
        return False
    rij = Bestandstekst.objects.filter(pk=bestand.pk).defer("tekst").first()
    naam, hash_ = bestand.file.name or "", bestand.file_hash
    if rij and rij.bestandsnaam == naam and (not hash_ or not rij.vingerafdruk or hash_ == rij.vingerafdruk):
        return False
    nieuw = {
        "tekst": "",
        "stand": Leesstand.WACHT,
        "reden": "",
        "bestandsnaam": naam,
        "vingerafdruk": hash_,
        "pogingen": 0,
        "geprobeerd_op": None,
    }
    Bestandstekst.objects.update_or_create(pk=bestand.pk, defaults=nieuw)
    return True


def verwerk_wachtende() -> int:
    """Read everything that waits; returns how many were read. One that fails is logged and does not stop the others."""
    for bestand in Bestand.objects.filter(gelezen=None):  # from before there was reading
        meld(bestand)
    gedaan = 0
    while rij := _claim():
        _lees_een(rij)
        gedaan += 1
    return gedaan


def _claim() -> Bestandstekst | None:
    """The oldest that waits, marked as ours: of two processes that see it, one changes the row."""
    nu = timezone.now()
    vrij = Q(geprobeerd_op=None) | Q(geprobeerd_op__lt=nu - VERLAAT)
    wachtend = Bestandstekst.objects.filter(vrij, stand=Leesstand.WACHT)
    for rij in wachtend.defer("tekst").order_by("pogingen", "pk")[:20]:
        if wachtend.filter(pk=rij.pk, pogingen=rij.pogingen).update(geprobeerd_op=nu, pogingen=F("pogingen") + 1):
            rij.geprobeerd_op, rij.pogingen = nu, rij.pogingen + 1
            return rij
    return None


def _lees_een(rij: Bestandstekst) -> None:
    try:
        _bewaar(rij, _lezing(rij))
    except Exception as fout:  # a storage or a machine that fails, not the file: another time may go well
        log.warning("document %s could not be read, attempt %s", rij.pk, rij.pogingen)
        losse_rijen.meld("een document lezen", rij, fout)
        if rij.pogingen >= MAX_POGINGEN:
            _bewaar(rij, Lezing(reden=RedenOnleesbaar.STORING))


def _lezing(rij: Bestandstekst) -> Lezing:
    if rij.pogingen > MAX_POGINGEN:  # the process died each time, before it could say so
        return Lezing(reden=RedenOnleesbaar.STORING)
    bestand = Bestand.objects.filter(pk=rij.pk).first()
    if bestand is None:
        return Lezing(reden=RedenOnleesbaar.WEG)
    try:
        bron = bestand.file.storage.open(bestand.file.name, "rb")
    except (FileNotFoundError, ValueError):
        return Lezing(reden=RedenOnleesbaar.WEG)
    with bron:
        return lees(bron)


def _bewaar(rij: Bestandstekst, lezing: Lezing) -> None:
    """Only when the row is still ours: an editor may have put another file there meanwhile."""
    stand = STAND.get(lezing.reden, Leesstand.MISLUKT)
    if stand != Leesstand.KLAAR:
        log.warning("document %s (%s): %s", rij.pk, rij.bestandsnaam, lezing.reden)
    velden = {"tekst": lezing.tekst, "stand": stand, "reden": lezing.reden}
    if lezing.vingerafdruk:
        velden["vingerafdruk"] = lezing.vingerafdruk
    with transaction.atomic():
        if not Bestandstekst.objects.filter(pk=rij.pk, geprobeerd_op=rij.geprobeerd_op).update(**velden):
            return
        if lezing.grootte is not None:
            Bestand.objects.filter(pk=rij.pk, file_size=None).update(file_size=lezing.grootte)
        zet_in_wachtrij([f"bestand:{rij.pk}"])
