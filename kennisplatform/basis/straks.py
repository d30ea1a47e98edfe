"""What somebody sent who was no longer signed in: kept for an hour in their session, and ready to press once they are."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse

from kennisplatform.basis.tempo import adres, te_vaak

_NAAM: Final = "straks"
BEWAAR_S: Final = 3600
GROOTST: Final = 2_200_000  # characters: a list of two thousand neighbourhoods; more is no form of ours
GEWOON: Final = 60_000  # more than nearly every form: so much is kept of one address a few times an hour
GROTE_PER_UUR: Final = 12

EIGEN_WOORDEN: Final = 20  # characters; shorter is a choice, not a text, unless it is two words
_TWEE: Final = re.compile(r"\w\S*\s+\S*\w")
MAX_TERUG: Final = 20_000
# Marks and keys that a form carries: nobody's words.
_VAN_ONS: Final = re.compile(
    r"[\w-]{0,40}(?: ?[\w.-]+:[0-9a-f]{12})+|[0-9a-f-]{32,36}|[0-9a-f]{12,}|\d{4}-\d\d-\d\dT[\d:.+-]+"
)
NOOIT: Final = frozenset({"code", "token", "sleutel"})  # what is secret by itself; a CBS code is not
GEHEIM: Final = ("csrf", "password", "wachtwoord", "code", "token", "sleutel")


@dataclass(frozen=True)
class Straks:
    adres: str
    velden: list[tuple[str, str]]
    teksten: list[str]  # to read back

    @property
    def leeg(self) -> bool:
        return not self.teksten


def getypt(request: HttpRequest) -> list[str]:
    """Texts of a form that was sent, long enough to be somebody's own words; never a secret."""
    if request.method != "POST":
        return []
    velden = (_leesbaar(str(w)) for naam, w in _gestuurd(request).items() if not any(deel in naam for deel in GEHEIM))
    teksten = (w for w in velden if len(w.strip()) >= EIGEN_WOORDEN or _TWEE.search(w))
    return [tekst[:MAX_TERUG] for tekst in teksten if not _VAN_ONS.fullmatch(tekst)]


def _leesbaar(waarde: str) -> str:
    """The editor of running text sends its own notation: of that the words."""
    if not waarde.startswith('{"'):
        return waarde
    try:
        return "\n".join(str(stuk["text"]) for stuk in json.loads(waarde)["blocks"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return waarde


def _gestuurd(request: HttpRequest) -> QueryDict:
    """Half a form, or none that can be read, is nobody's words: the page that is being made about it still comes."""
    try:
        return request.POST
    except (BadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError):
        return QueryDict()


def bewaar(request: HttpRequest) -> str:
    """Where to go after signing in: to what was sent, or to the page itself when nothing can be kept. Files are not:
    they are chosen again.
    """
    in_beheer = request.path.startswith(reverse("wagtailadmin_home"))  # there 'code' is the name of a term
    velden = [
        (naam, str(waarde))
        for naam, waarden in _gestuurd(request).lists()
        for waarde in waarden
        if (in_beheer or naam not in NOOIT) and not any(deel in naam for deel in ("csrf", "password", "wachtwoord"))
    ]
    groot = sum(len(naam) + len(waarde) for naam, waarde in velden)
    te_veel = groot > GROOTST or (groot > GEWOON and te_vaak("straks", adres(request), GROTE_PER_UUR, 3600))
    if request.method != "POST" or te_veel:
        return request.path
    ding: dict[str, Any] = {"adres": request.get_full_path(), "velden": velden, "op": time.time()}
    request.session[_NAAM] = ding | {"teksten": getypt(request)}
    return reverse("verder")


def haal(request: HttpRequest) -> Straks | None:
    """None when there is nothing, or it is from too long ago."""
    ding = request.session.get(_NAAM)
    if not ding or time.time() - ding["op"] > BEWAAR_S:
        return None
    return Straks(ding["adres"], [(naam, waarde) for naam, waarde in ding["velden"]], ding["teksten"])


def vergeet(request: HttpRequest, adres: str = "") -> None:
    """It was done, or is not wanted. With an address: only what was meant for that."""
    ding = request.session.get(_NAAM)
    if ding and (not adres or ding["adres"] == adres):
        del request.session[_NAAM]
