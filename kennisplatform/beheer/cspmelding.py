"""Browsers tell here what the policy kept from loading: a line in the log, of which a flood stays small."""

from __future__ import annotations

import json
import logging
from typing import Any, Final
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kennisplatform.basis.tempo import PerAdres, te_vaak
from kennisplatform.beheer import maskeren, metingen

log = logging.getLogger(__name__)
MAX_BYTES: Final = 8 * 1024
PER_MINUUT: Final = 60  # of everybody together: more tells nothing more
TEMPO: Final = PerAdres("csp", 10)


@csrf_exempt  # a browser sends it by itself, without a cookie; a made-up one is a line in the log
@require_POST
def ontvang(request: HttpRequest) -> HttpResponse:
    lengte = request.META.get("CONTENT_LENGTH") or "0"
    if lengte.isdecimal() and int(lengte) <= MAX_BYTES and TEMPO.allow_request(request):
        melding = _lees(request.body)
        if melding and not te_vaak("csp", "allen", PER_MINUUT):
            metingen.CSP.inc()
            log.warning("a browser kept something from loading: %s", json.dumps(melding, ensure_ascii=False))
    return HttpResponse(status=204)


def _lees(inhoud: bytes) -> dict[str, str]:
    """What was blocked and where; no question of an address, and of another site only its name."""
    try:
        rapport: Any = json.loads(inhoud)["csp-report"]
        blad, wat = (str(rapport.get(naam, ""))[:500] for naam in ("document-uri", "blocked-uri"))
        regel = str(rapport.get("effective-directive") or rapport.get("violated-directive", ""))[:60]
        elders = urlsplit(wat)
        return {
            "pad": maskeren.pad(urlsplit(blad).path)[:200],
            "regel": regel,
            "wat": (elders.netloc or elders.path)[:80],
        }
    except (ValueError, KeyError, TypeError, AttributeError, UnicodeDecodeError):
        return {}
