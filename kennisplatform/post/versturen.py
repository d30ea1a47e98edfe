"""The one way to send a mail: write it in the transaction of what it tells about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kennisplatform.naderhand import na_commit
from kennisplatform.tekst import schoon

from . import brief, draad
from .models import Bericht, berichtid, nieuw_kenmerk


def verstuur(
    *,
    aan: str,
    onderwerp: str,
    tekst: str,
    html: str = "",
    koppen: Mapping[str, str] | None = None,
    kenmerk: str = "",
    niet_voor: dt.datetime | None = None,
    geheim: bool = False,
) -> Bericht:
    """Write a message to one address; it leaves once the caller's transaction commits, and not when that rolls back.

    `kenmerk` names what the mail is about ('uitnodiging:12:1'): the same one twice gives the row that is there, so who
    does the same thing again does not mail again. Without one every call is a new message. What no mail may hold (a
    second recipient, a subject over 200 characters, no address) is a ValueError here and now: shorten a name that
    somebody chose before it goes into a subject. Nothing personal in `kenmerk`: that is kept longest.
    """
    koppen = dict(koppen or {})
    onderwerp, tekst, html = schoon.regel(onderwerp), schoon.tekst(tekst), schoon.tekst(html)
    brief.keur(aan=aan, onderwerp=onderwerp, tekst=tekst, html=html, koppen=koppen)
    nu, kenmerk = timezone.now(), _gekeurd(kenmerk) or nieuw_kenmerk()
    velden = {"aan": aan, "onderwerp": onderwerp, "tekst": tekst, "html": html, "koppen": koppen, "geheim": geheim}
    tijden = {"gemaakt": nu, "niet_voor": niet_voor, "volgende": max(nu, niet_voor) if niet_voor else nu}
    bericht, nieuw = Bericht.objects.get_or_create(
        kenmerk=kenmerk, defaults={**velden, **tijden, "berichtid": berichtid(kenmerk)}
    )
    if nieuw:
        na_commit(draad.begin, "sending mail")
    return bericht


def _gekeurd(kenmerk: str) -> str:
    if len(kenmerk) > 120 or "\x00" in kenmerk:
        raise ValueError("kenmerk: at most 120 characters")
    return kenmerk


@transaction.atomic
def herschrijf(*, begin: str, maak: Callable[[Mapping[str, str]], tuple[str, str]]) -> int:
    """Text and HTML anew for what still waits under a `kenmerk` that begins so: what it told may not be told any more.

    `maak` gets a message's own headers. What is being sent this very moment is past mending.
    """
    nu = timezone.now()
    vrij = Bericht.objects.open().filter(Q(vast_tot__isnull=True) | Q(vast_tot__lte=nu), kenmerk__startswith=begin)
    rijen = list(vrij.select_for_update(skip_locked=True))
    for bericht in rijen:
        bericht.tekst, bericht.html = maak(bericht.koppen)
        brief.keur(
            aan=bericht.aan, onderwerp=bericht.onderwerp, tekst=bericht.tekst, html=bericht.html, koppen=bericht.koppen
        )
    return Bericht.objects.bulk_update(rijen, ["tekst", "html"], batch_size=200)
