"""Knocking on other websites at night: politely, within a budget, never from a page that somebody reads."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from kennisplatform.basis.losse_rijen import los
from kennisplatform.redactie.models import Buitenlink

HOOGSTENS_S: Final = 1500.0
RUST_S: Final = 2.0  # between two knocks on one door
WACHT_S: Final = 10
OPNIEUW_NA: Final = dt.timedelta(days=7)
DOOD_NA: Final = dt.timedelta(days=2)  # a website may be away for a night
NIET_TE_ZEGGEN: Final = frozenset({401, 403, 405, 406, 429, 451, 503, 999})  # refuses programs; a reader may get in
GEEN_HEAD: Final = frozenset({403, 404, 405, 406, 501})


@dataclass(frozen=True)
class Klopuitkomst:
    stand: str
    tekst: str


def proef(*, klop: Callable[[str], Klopuitkomst] | None = None, slaap: Callable[[float], None] = time.sleep) -> str:
    """The longest unseen first. A link that failed before is tried each night, until it is sure."""
    klop, begin, laatst, gedaan = klop or klop_aan, time.monotonic(), dict[str, float](), 0
    oud = Q(gekeken_op=None) | Q(gekeken_op__lt=timezone.now() - OPNIEUW_NA) | Q(mis_sinds__isnull=False)
    Buitenlink.objects.filter(plekken=None).delete()
    for link in Buitenlink.objects.filter(oud).order_by(F("gekeken_op").asc(nulls_first=True), "pk")[
        : settings.LINKS_PER_NACHT
    ]:
        if time.monotonic() - begin > HOOGSTENS_S:
            break
        with los("link naar buiten", link):
            deur = link.adres.split("/")[2].lower()
            if (rust := laatst.get(deur, -RUST_S) + RUST_S - time.monotonic()) > 0:
                slaap(rust)
            _schrijf(link, klop(link.adres))
            laatst[deur] = time.monotonic()
            gedaan += 1
    return f"{gedaan} links geprobeerd"


def _schrijf(link: Buitenlink, uitkomst: Klopuitkomst) -> None:
    nu, stand = timezone.now(), uitkomst.stand
    link.mis_sinds = None if stand == Buitenlink.Stand.GOED else link.mis_sinds or nu
    if stand == Buitenlink.Stand.DOOD and link.mis_sinds and nu - link.mis_sinds < DOOD_NA:
        stand = Buitenlink.Stand.ONZEKER  # not in the report before it failed more than one night
    link.stand, link.uitkomst, link.gekeken_op = stand, uitkomst.tekst[:80], nu
    link.save()


def klop_aan(adres: str) -> Klopuitkomst:
    """Asks for the head only; where that is refused for the first bytes. Never on a door inside the house."""
    try:
        if not is_buiten(adres):
            return Klopuitkomst(Buitenlink.Stand.ONZEKER, "geen openbaar adres")
        return _vraag(adres)
    except ValueError:  # 'http://[half': what no program can go to
        return Klopuitkomst(Buitenlink.Stand.DOOD, "geen geldig adres")


def _vraag(adres: str) -> Klopuitkomst:
    kop = {"User-Agent": f"kennisplatform-linkcontrole (+{settings.WAGTAILADMIN_BASE_URL})", "Accept": "*/*"}
    try:
        antwoord = requests.head(adres, headers=kop, timeout=WACHT_S, allow_redirects=False)
        if antwoord.status_code in GEEN_HEAD:
            with requests.get(adres, headers=kop, timeout=WACHT_S, allow_redirects=False, stream=True) as antwoord:
                return beoordeel(antwoord.status_code)
        return beoordeel(antwoord.status_code)
    except requests.Timeout:
        return Klopuitkomst(Buitenlink.Stand.ONZEKER, "antwoordt niet op tijd")
    except requests.RequestException as fout:
        return Klopuitkomst(Buitenlink.Stand.DOOD, type(fout).__name__)


def beoordeel(code: int) -> Klopuitkomst:
    if code < 400:  # one that leads on has somewhere to lead to
        return Klopuitkomst(Buitenlink.Stand.GOED, str(code))
    return Klopuitkomst(Buitenlink.Stand.ONZEKER if code in NIET_TE_ZEGGEN else Buitenlink.Stand.DOOD, str(code))


def is_buiten(adres: str) -> bool:
    """http or https to an address of the internet: an editor's link must not look into our own network."""
    delen = urlsplit(adres)
    if delen.scheme not in {"http", "https"} or not delen.hostname:
        return False
    try:
        nummers = {str(info[4][0]) for info in socket.getaddrinfo(delen.hostname, None)}
    except (OSError, UnicodeError):
        return True  # a name that does not exist is for the knock itself to tell
    return all(ipaddress.ip_address(nummer).is_global for nummer in nummers)
