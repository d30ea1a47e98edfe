"""Figures for whoever watches the site: counted per worker, read together by Prometheus at /metrics with a token.

Each worker writes its own file, under the number of its place (dienst.py): one that is replaced goes on in the file of
the one before it, so that a busy day makes no thousand files.
"""

from __future__ import annotations

import logging
import os
import secrets
from functools import cache
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector

from kennisplatform.basis import standmeldingen
from kennisplatform.basis.standmeldingen import Meetwaarde
from kennisplatform.kamers import gebracht

log = logging.getLogger(__name__)
DELEN: Final = frozenset(
    [
        "account",
        "admin",
        "api",
        "buurten",
        "documenten",
        "leernetwerk",
        "media",
        "menukaart",
        "preventie",
        "professionals",
        "register",
        "static",
        "tekenen",
        "uitnodiging",
        "werkplek",
        "zoeken",
        "zorgpaden",
        "healthz",
        "readyz",
        "metrics",
    ]
)
TALEN: Final = frozenset({"en", "tr", "ar", "pl", "uk"})
TREDEN: Final = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

VERZOEKEN = Counter("kennis_verzoeken", "Requests that were answered", ("deel", "status"))
DUUR = Histogram("kennis_verzoek_seconden", "Seconds until the answer was given", ("deel",), buckets=TREDEN)
BEWAARD = Counter("kennis_bewaarde_bladen", "Answers that were drawn before")
CSP = Counter("kennis_csp_meldingen", "Browsers that kept something from loading")


@cache
def _tellers(deel: str, status: str) -> tuple[Counter, Histogram]:
    return VERZOEKEN.labels(deel, status), DUUR.labels(deel)


def deel_van(pad: str) -> str:
    """The area of an address: a short list, so that nobody can make a thousand series."""
    delen = pad.split("/", 3)[1:3]
    eerste = delen[1] if len(delen) > 1 and delen[0] in TALEN else delen[0] if delen else ""
    return eerste if eerste in DELEN else "overig" if eerste else "start"


def tel(pad: str, status: str, seconden: float, *, bewaard: bool) -> None:
    """Never in the way of an answer."""
    try:
        verzoeken, duur = _tellers(deel_van(pad), f"{status[:1]}xx")
        verzoeken.inc()
        duur.observe(seconden)
        if bewaard:
            BEWAARD.inc()
    except Exception:
        log.exception("a request could not be counted")


class Standopname(Collector):
    """What is asked now: the lines of /readyz as 1 (in order) or 0, and numbers that rooms bring."""

    def collect(self) -> list[GaugeMetricFamily]:
        goed = GaugeMetricFamily("kennis_in_orde", "What /readyz says: 1 is in order", labels=["wat"])
        for naam, zin in standmeldingen.alles().items():
            goed.add_metric([naam], float(zin == "ok"))
        uit = [goed]
        for waarde in gebracht(Meetwaarde):
            try:
                uit.append(GaugeMetricFamily(f"kennis_{waarde.naam}", waarde.uitleg, value=float(waarde.kijk())))
            except Exception:
                log.exception("%s could not be measured", waarde.naam)
        return uit


def _boek() -> CollectorRegistry:
    if not os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        return REGISTRY  # one process: a demo
    boek = CollectorRegistry()
    MultiProcessCollector(boek)  # type: ignore[no-untyped-call]
    return boek


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Without METINGEN_TOKEN this address isn't there."""
    token = settings.METINGEN_TOKEN
    if not token:
        raise Http404
    gegeven = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not secrets.compare_digest(gegeven.encode(), token.encode()):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    stand = CollectorRegistry()
    stand.register(Standopname())
    return HttpResponse(generate_latest(_boek()) + generate_latest(stand), content_type=CONTENT_TYPE_LATEST)
