"""What may not stand in a log: keys in addresses, mail addresses, addresses of computers.

Keys are found in the addresses of the site itself: each part whose name is one of SLEUTELNAMEN. A route with a part that
is a key under another name fails `tests/beheer/test_logboek.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

SLEUTELNAMEN: Final = frozenset({"sleutel", "key", "bewijs", "token", "uidb36"})
WEG: Final = "…"
_GROEP: Final = re.compile(r"\(\?P<(\w+)>")
_UUID: Final = "[0-9a-f]{8}-[0-9a-f-]{27}"
_MAIL: Final = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_COMPUTER: Final = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])")


def paden() -> Iterator[tuple[str, URLPattern]]:
    """(regular expression without its ends, route) of every address of the site."""
    yield from _onder(get_resolver().url_patterns, "")


def _onder(routes: list[URLPattern | URLResolver], voor: str) -> Iterator[tuple[str, URLPattern]]:
    for route in routes:
        taal = isinstance(route.pattern, LocalePrefixPattern)
        eigen = "(?:[a-z]{2}/)?" if taal else route.pattern.regex.pattern
        vol = voor + eigen.removeprefix("^").removesuffix("$").removesuffix(r"\Z")
        if isinstance(route, URLResolver):
            yield from _onder(route.url_patterns, vol)
        else:
            yield vol, route


@cache
def _sleutels() -> re.Pattern[str]:
    """One expression for all: what comes before a key, and the key itself."""
    voor: set[str] = set()
    for vol, _route in paden():
        for groep in _GROEP.finditer(vol):
            if groep[1] in SLEUTELNAMEN:
                waarde = _UUID if vol[groep.end() :].startswith("[0-9a-f]{8}") else r"[^/\s\"'?#]+"
                voor.add(f"(?:{_GROEP.sub('(?:', vol[: groep.start()])})(?={waarde})")
                break
    return re.compile(rf"(?<![\w-])((?:{'|'.join(sorted(voor))}))[^/\s\"'?#]+")


def pad(adres: str) -> str:
    """As it is until the site stands: to read its addresses before would be to start it half."""
    if not apps.ready:
        return adres
    return _sleutels().sub(rf"\1{WEG}", adres)


def tekst(regel: str) -> str:
    """For a message or a traceback: whatever a library thought fit to say."""
    return _COMPUTER.sub(WEG, _MAIL.sub(WEG, pad(regel)))
