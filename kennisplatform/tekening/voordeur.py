"""Before Django: a stranger who asks for a page that is kept gets it here, for less than a view that does nothing.

Whatever is not plainly that goes on: a cookie of ours, a form, an address that Django would read otherwise than it is
written. A key that is made here names a kept page only if Django accepted the same host and scheme before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final
from urllib.parse import quote

from django.conf import settings

from kennisplatform.tekening.lezer import kale_vraag
from kennisplatform.tekening.uitgifte import BESTANDEN, NOOIT, RAAK, kent

Omgeving = dict[str, Any]
Wsgi = Callable[[Omgeving, Callable[..., Any]], Iterable[bytes]]
LIJNEN: Final = {200: "200 OK", 304: "304 Not Modified"}
VERDER: Final = (*BESTANDEN, *NOOIT)


class Voordeur:
    def __init__(self, huis: Wsgi) -> None:
        self.huis = huis
        self.sessie = settings.SESSION_COOKIE_NAME
        self.open = bool(settings.TEKENING["AAN"] and settings.TEKENING["PAGINAS"]) and not settings.ONDERHOUD

    def __call__(self, omgeving: Omgeving, begin: Callable[..., Any]) -> Iterable[bytes]:
        sleutel = self._sleutel(omgeving) if self.open else ""
        vel = kent(sleutel) if sleutel else None
        if vel is None:
            return self.huis(omgeving, begin)
        status, koppen, inhoud = vel.geef(
            omgeving.get("HTTP_ACCEPT_ENCODING", ""),
            omgeving.get("HTTP_IF_NONE_MATCH", ""),
            kop=omgeving["REQUEST_METHOD"] == "HEAD",
        )
        begin(LIJNEN[status], [*koppen, ("X-Cache", RAAK)])
        return [inhoud]

    def _sleutel(self, omgeving: Omgeving) -> str:
        """As lezer.sleutel makes it; '' for what is not for here."""
        pad, koek = omgeving.get("PATH_INFO", ""), omgeving.get("HTTP_COOKIE", "")
        if (
            omgeving["REQUEST_METHOD"] not in {"GET", "HEAD"}
            or self.sessie in koek
            or "messages" in koek
            or pad.startswith(VERDER)
            or omgeving.get("SCRIPT_NAME")
            or omgeving.get("CONTENT_LENGTH") not in {None, "", "0"}
            or quote(pad) != pad  # letters that WSGI hands on in its own way
        ):
            return ""
        vraag = kale_vraag(omgeving.get("QUERY_STRING", ""))
        return f"{_plan(omgeving)}://{omgeving.get('HTTP_HOST', '')}{pad}?{vraag}"


def _plan(omgeving: Omgeving) -> str:
    """http or https, as `request.scheme`."""
    if settings.SECURE_PROXY_SSL_HEADER:
        naam, veilig = settings.SECURE_PROXY_SSL_HEADER
        if (waarde := omgeving.get(naam)) is not None:
            return "https" if waarde.split(",", 1)[0].strip() == veilig else "http"
    return str(omgeving.get("wsgi.url_scheme", "http"))
