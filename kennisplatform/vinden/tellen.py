"""Counts what was asked, so that editors see what is missing. Nobody is counted, only texts.

- A text that looks like a person is not kept at all (`privacy.telbaar`).
- A text is shown only when DREMPEL different visitors asked it in one week. To know that they differ, a mark is kept:
  a hash of address and browser with a secret of that week. With enough of them the marks go; a week later the secret
  goes, and every text that did not get there.
- After BEWAAR days everything goes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import logging
import secrets
from enum import StrEnum
from typing import Any, Final

from django.conf import settings
from django.db import DatabaseError
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from kennisplatform.basis.haast import kort_slot
from kennisplatform.basis.tempo import adres
from kennisplatform.vinden.models import Weekgeheim, Zoekterm
from kennisplatform.vinden.privacy import telbaar
from kennisplatform.zoeken.antwoord.vraag import Antwoord, Vraag

log = logging.getLogger(__name__)

DREMPEL: Final = 3  # visitors
BEWAAR: Final = dt.timedelta(days=90)
MAX_PLEK: Final = 50
_ROBOTS: Final = ("bot", "crawl", "spider", "preview", "curl", "python-", "monitor")


class Zoekuitkomst(StrEnum):
    NIETS = "niets"
    ZWAK = "zwak"
    RAAK = "raak"

    @classmethod
    def van(cls, antwoord: Antwoord) -> Zoekuitkomst:
        if not antwoord.totaal:
            return cls.NIETS
        return cls.ZWAK if antwoord.zwak else cls.RAAK


def maandag(dag: dt.date) -> dt.date:
    return dag - dt.timedelta(days=dag.weekday())


def is_eerste(vraag: Vraag) -> bool:
    """A question as it is first asked: not its later pages, not its filters."""
    return not (vraag.pagina > 1 or vraag.aantal_gekozen or vraag.soorten)


def tel_vraag(request: HttpRequest, vraag: Vraag, uitkomst: Zoekuitkomst) -> None:
    if not settings.ZOEKTELLING or not is_eerste(vraag) or _robot(request):
        return
    if not (tekst := telbaar(vraag.tekst)):
        return
    try:
        with kort_slot():
            _tel(request, tekst, vraag.taal, uitkomst)
    except DatabaseError as fout:  # a busy database must not take the answer away
        log.warning("a search text was not counted: %s", fout)


def _tel(request: HttpRequest, tekst: str, taal: str, uitkomst: Zoekuitkomst) -> None:
    week = maandag(timezone.localdate())
    rij, _nieuw = Zoekterm.objects.get_or_create(week=week, tekst=tekst, taal=taal)
    wijzig: dict[str, Any] = {"keren": F("keren") + 1}
    if uitkomst is not Zoekuitkomst.RAAK:
        wijzig[uitkomst.value] = F(uitkomst.value) + 1
    if rij.bezoekers < DREMPEL:
        merk = _merk(request, week)
        if merk not in rij.merken:
            genoeg = rij.bezoekers + 1 >= DREMPEL
            wijzig |= {"bezoekers": rij.bezoekers + 1, "merken": [] if genoeg else [*rij.merken, merk]}
    Zoekterm.objects.filter(pk=rij.pk).update(**wijzig)


def tel_klik(tekst: str, taal: str, plek: int) -> None:
    """Which place was chosen, for a text that is counted already this week."""
    if not settings.ZOEKTELLING_KLIKKEN or not 1 <= plek <= MAX_PLEK or not (tekst := telbaar(tekst)):
        return
    try:
        with kort_slot():
            week = maandag(timezone.localdate())
            rij = Zoekterm.objects.select_for_update().filter(week=week, tekst=tekst, taal=taal).first()
            if rij:
                rij.klikken[str(plek)] = rij.klikken.get(str(plek), 0) + 1
                rij.save(update_fields=["klikken"])
    except DatabaseError as fout:
        log.warning("a choice was not counted: %s", fout)


def _merk(request: HttpRequest, week: dt.date) -> str:
    wie = f"{adres(request)}|{request.headers.get('User-Agent', '')}"
    return hmac.new(_geheim(week).encode(), wie.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:16]


def _geheim(week: dt.date) -> str:
    rij, _nieuw = Weekgeheim.objects.get_or_create(week=week, defaults={"geheim": secrets.token_hex(32)})
    return rij.geheim


def _robot(request: HttpRequest) -> bool:
    naam = request.headers.get("User-Agent", "").lower()
    return not naam or any(deel in naam for deel in _ROBOTS)


def ruim_op(vandaag: dt.date | None = None) -> int:
    """Nightly: what is old, what did not get enough visitors in its week, and the secrets of past weeks."""
    week = maandag(vandaag or timezone.localdate())
    Weekgeheim.objects.filter(week__lt=week).delete()
    weg = Zoekterm.objects.filter(week__lt=week, bezoekers__lt=DREMPEL).delete()[0]
    return weg + Zoekterm.objects.filter(week__lt=week - BEWAAR).delete()[0]
