"""How often a page is opened, per page and day: a number and nothing else. No address, no browser, no time of day, no order
in which somebody reads; what is counted is thrown together before it is written down.

Counted at the very door, since most pages never reach Django, in the memory of this process; once a minute a thread
writes what came together. A process that is stopped in between loses a minute of numbers: nobody waits for them.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Final

from django.conf import settings
from django.db import DatabaseError
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.haast import kort_slot
from kennisplatform.ernaast import Ernaast
from kennisplatform.redactie.models import Bezoekdag

log = logging.getLogger(__name__)

Omgeving = dict[str, Any]
Wsgi = Callable[[Omgeving, Callable[..., Any]], Iterable[bytes]]
ELKE_S: Final = 60.0
MEESTE: Final = 2_000  # different addresses between two writings; more is no reader's doing
WACHT_MS: Final = 2_000  # for a database that somebody else writes: this is a thread of its own
BEWAAR: Final = dt.timedelta(days=730)
GEEN_PAGINA: Final = ("/static/", "/media/", "/admin/", "/account/", "/api/", "/documenten/")
ROBOTS: Final = ("bot", "crawl", "spider", "preview", "curl", "python-", "monitor")


class Bezoekteller:
    def __init__(self) -> None:
        self._slot = threading.Lock()
        self._telling: Counter[tuple[dt.date, str]] = Counter()
        self._sinds = time.monotonic()
        self._ernaast = Ernaast("bezoek tellen", self.schrijf)

    def tel(self, pad: str) -> None:
        with self._slot:
            if len(self._telling) < MEESTE:
                self._telling[timezone.localdate(), pad] += 1
            if toe := time.monotonic() - self._sinds >= ELKE_S:
                self._sinds = time.monotonic()
        if toe:
            self._ernaast.wek()

    def schrijf(self) -> int:
        """What came together, added to the days. A busy database keeps it for the next minute."""
        with self._slot:
            telling, self._telling = self._telling, Counter()
        if not telling:
            return 0
        try:
            return _schrijf(telling)
        except DatabaseError as fout:
            log.warning("visits were not written yet: %s", fout)
            with self._slot:
                self._telling.update(telling)
            return 0


def _schrijf(telling: Counter[tuple[dt.date, str]]) -> int:
    paginas = _paginas({pad for _dag, pad in telling})
    per = Counter({(paginas[pad], dag): n for (dag, pad), n in telling.items() if pad in paginas})
    with kort_slot(WACHT_MS):
        for (pk, dag), aantal in sorted(per.items()):
            rij, _nieuw = Bezoekdag.objects.get_or_create(pagina_id=pk, dag=dag)
            Bezoekdag.objects.filter(pk=rij.pk).update(aantal=F("aantal") + aantal)
    return per.total()


def _paginas(paden: set[str]) -> dict[str, int]:
    """Address → page, of those that are a page the public may see; whatever else was asked is no page and is forgotten."""
    gezocht: dict[str, str] = {}
    for wortel, taal in Page.objects.filter(depth=2).values_list("url_path", "locale__language_code"):
        begin = pad_op_site(wortel, taal)
        gezocht |= {wortel + pad[len(begin) :]: pad for pad in paden if pad.startswith(begin)}
    rijen = Page.objects.filter(url_path__in=gezocht, live=True).values_list("url_path", "pk")
    return {gezocht[url_path]: pk for url_path, pk in rijen}


teller: Final = Bezoekteller()


class Teldeur:
    """Around the front door: counts what a reader without account was given."""

    def __init__(self, huis: Wsgi) -> None:
        self.huis = huis
        self.sessie = settings.SESSION_COOKIE_NAME

    def __call__(self, omgeving: Omgeving, begin: Callable[..., Any]) -> Iterable[bytes]:
        if not self._lezer(omgeving):
            return self.huis(omgeving, begin)

        def geteld(status: str, koppen: list[tuple[str, str]], *rest: Any) -> Any:
            soort = next((w for naam, w in koppen if naam.lower() == "content-type"), "text/html")  # 304 has none
            if status[:3] in {"200", "304"} and soort.startswith("text/html"):
                teller.tel(omgeving["PATH_INFO"])
            return begin(status, koppen, *rest)

        return self.huis(omgeving, geteld)

    def _lezer(self, omgeving: Omgeving) -> bool:
        naam = omgeving.get("HTTP_USER_AGENT", "").lower()
        return (
            omgeving["REQUEST_METHOD"] == "GET"
            and self.sessie not in omgeving.get("HTTP_COOKIE", "")
            and "prefetch" not in omgeving.get("HTTP_SEC_PURPOSE", "")
            and not omgeving.get("PATH_INFO", "").startswith(GEEN_PAGINA)
            and bool(naam)
            and not any(deel in naam for deel in ROBOTS)
        )


def ruim_op(vandaag: dt.date | None = None) -> int:
    """Nightly."""
    return Bezoekdag.objects.filter(dag__lt=(vandaag or timezone.localdate()) - BEWAAR).delete()[0]
