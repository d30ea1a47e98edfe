"""Who asks, as far as a limit needs it, and how often that may be."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import AnonRateThrottle, BaseThrottle


def adres(request: HttpRequest) -> str:
    """The reader's address: behind our own proxy the one that it saw (NINJA_NUM_PROXIES), never a made-up header."""
    return BaseThrottle().get_ident(request) or ""


class PerAdres(AnonRateThrottle):
    """Calls of one address, counted per `wat`. The address itself is not kept, only a hash of it, for a minute."""

    def __init__(self, wat: str, tempo: str) -> None:
        self.scope = wat  # without its own, somebody who types would use up what may be searched
        super().__init__(tempo)

    def get_ident(self, request: HttpRequest) -> str:
        return hashlib.blake2b(f"{adres(request)}{settings.SECRET_KEY}".encode(), digest_size=12).hexdigest()
