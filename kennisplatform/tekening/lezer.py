"""A reader of whom nothing is known: what drawings for everybody are made for."""

from __future__ import annotations

import copy
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, QueryDict

VAN_ELDERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")  # where a link was found, which no page shows


def is_vreemde(request: HttpRequest) -> bool:
    """No session, no message that waits: this reader is anybody."""
    return settings.SESSION_COOKIE_NAME not in request.COOKIES and "messages" not in request.COOKIES


def kale_vraag(vraag_: str) -> str:
    """The question of an address, without what tells where its link was found."""
    if not any(naam in vraag_ for naam in VAN_ELDERS):
        return vraag_
    return urlencode([(naam, waarde) for naam, waarde in parse_qsl(vraag_, True) if not naam.startswith(VAN_ELDERS)])


def vraag(request: HttpRequest) -> str:
    return kale_vraag(request.META.get("QUERY_STRING", ""))


def sleutel(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}{request.path}?{vraag(request)}"


def iedereen(request: HttpRequest, *, plekken: bool = True) -> HttpRequest:
    """The same request from a stranger: no cookies, no account, no session. `plekken`: places get a mark."""
    ander = copy.copy(request)
    ander.META = {k: w for k, w in request.META.items() if k not in {"HTTP_COOKIE", "CSRF_COOKIE"}}
    ander.META["QUERY_STRING"] = vraag(request)
    ander.COOKIES = {}
    ander.GET = QueryDict(ander.META["QUERY_STRING"])
    ander.user = AnonymousUser()
    ander.__dict__.pop("_messages", None)
    ander.__dict__.pop("session", None)
    ander.__dict__.pop("_acached_user", None)
    ander.voor_iedereen = plekken  # type: ignore[attr-defined]  # read by plekken.teken
    return ander
