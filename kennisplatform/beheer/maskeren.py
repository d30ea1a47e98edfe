"""What may not stand in a log: keys in addresses, mail addresses, addresses of computers.

Keys are found in the addresses of the site itself: each part whose name is one of SLEUTELNAMEN. A route with a part that
is a key under another name fails `tests/beheer/test_logboek.py`.

The first process of gunicorn uses this for its own lines. It lives through every new version (aflossen.py), so it may not
have read Django: half of the old with half of the new would start no worker.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from django.urls import URLPattern, URLResolver

SLEUTELNAMEN: Final = frozenset({"sleutel", "key", "bewijs", "token", "uidb36"})
WEG: Final = "…"
_GROEP: Final = re.compile(r"\(\?P<(\w+)>")
_UUID: Final = "[0-9a-f]{8}-[0-9a-f-]{27}"
_MAIL: Final = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_COMPUTER: Final = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])")


def paden() -> Iterator[tuple[str, URLPattern]]:
    """(regular expression without its ends, route) of every address of the site."""
    from django.urls import get_resolver  # noqa: PLC0415

    yield from _onder(get_resolver().url_patterns, "")


def _onder(routes: list[URLPattern | URLResolver], voor: str) -> Iterator[tuple[str, URLPattern]]:
    from django.urls import URLResolver  # noqa: PLC0415
    from django.urls.resolvers import LocalePrefixPattern  # noqa: PLC0415

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
    if not ((django := sys.modules.get("django.apps")) and django.apps.ready):
        return adres
    return _sleutels().sub(rf"\1{WEG}", adres)


def tekst(regel: str) -> str:
    """For a message or a traceback: whatever a library thought fit to say."""
    return _COMPUTER.sub(WEG, _MAIL.sub(WEG, pad(regel)))
