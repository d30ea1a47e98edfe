"""Who asks, as far as a limit needs it, and how often that may be. Counted in the shared cache, in fixed windows."""

from __future__ import annotations

import hashlib
import ipaddress
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from ninja.throttling import BaseThrottle


def adres(request: HttpRequest) -> str:
    """The reader's address: behind our own proxy the one that it saw (NINJA_NUM_PROXIES), never a made-up header."""
    return BaseThrottle().get_ident(request) or ""


def netwerk(request: HttpRequest) -> str:
    """The neighbours of that address: who has many addresses has them beside each other."""
    try:
        ip = ipaddress.ip_address(adres(request))
    except ValueError:
        return ""
    return str(ipaddress.ip_network(f"{ip}/{24 if ip.version == 4 else 56}", strict=False))


def te_vaak(wat: str, wie: str, aantal: int, per_s: int = 60) -> bool:
    """Is this the call too many? Only a hash of `wie` is kept, and only as long as the window."""
    merk = hashlib.blake2b(f"{wie}{settings.SECRET_KEY}".encode(), digest_size=12).hexdigest()
    sleutel = f"tempo:{wat}:{int(time.time() // per_s)}:{merk}"
    cache.add(sleutel, 0, per_s)
    try:
        return cache.incr(sleutel) > aantal
    except ValueError:  # the window ended between the two lines
        return False


def van_deze_machine(request: HttpRequest) -> bool:
    """Without a proxy in front: whoever runs the site, and measures it."""
    return not settings.ACHTER_TLS and request.META.get("REMOTE_ADDR", "") in {"127.0.0.1", "::1"}


class PerAdres(BaseThrottle):
    """A limit per address, for a view or for the API. Each `wat` has a count of its own: typing may not use up searching."""

    def __init__(self, wat: str, aantal: int, per_s: int = 60) -> None:
        self.wat, self.aantal, self.per_s = wat, aantal, per_s

    def allow_request(self, request: HttpRequest) -> bool:
        return not te_vaak(self.wat, adres(request), self.aantal, self.per_s)

    def wait(self) -> float:
        return self.per_s - time.time() % self.per_s
