"""My neighbourhood goes along in the address: no cookie, nothing kept. Links between pages of residents carry it on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

_TAAL: Final = r"(?:/(?:en|tr|ar|pl|uk))?"
_GEBIED: Final = r"(?:(?:preventie|stap-voor-stap|kennis-naar-de-buurt|invullen|onderwerpen|woorden)/[\w/-]*)?"
HIER: Final = re.compile(rf"^{_TAAL}/{_GEBIED}$")  # pages of residents: elsewhere 'buurt' is a filter
SLUG: Final = re.compile(r"^[a-z0-9-]{1,80}$")
LINK: Final = re.compile(
    rf'(<a (?![^>]*\bzonder-buurt\b)[^>]*?\bhref=")((?:{_TAAL}/{_GEBIED})?)(\?[^"#]*)?((?:#[^"]*)?")'
)


def draag_mee(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware."""

    def middleware(request: HttpRequest) -> HttpResponse:
        antwoord = get_response(request)
        buurt = request.GET.get("buurt", "")
        if (
            buurt
            and SLUG.match(buurt)
            and HIER.match(request.path)
            and not antwoord.streaming
            and antwoord.get("Content-Type", "").startswith("text/html")
        ):
            antwoord.content = met_buurt(antwoord.content.decode(), buurt).encode()
        return antwoord

    return middleware


def met_buurt(html: str, buurt: str) -> str:
    """The same page, of which links to pages of residents end in '?buurt=…'."""

    def erbij(m: re.Match[str]) -> str:
        voor, pad, vraag, na = m[1], m[2], m[3] or "", m[4]
        if not (pad or vraag) or "buurt=" in vraag:  # a place on this page, or one that names its own
            return m[0]
        return f"{voor}{pad}{vraag}{'&amp;' if vraag else '?'}buurt={buurt}{na}"

    return LINK.sub(erbij, html)
