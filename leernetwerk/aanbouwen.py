"""What the learning network adds to pages of lower rooms: the stories of a neighbourhood, and what it works with."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.text import Truncator
from wagtail.models import Page

from kennisplatform.basis import kaarten
from kennisplatform.basis.aanbouw import Deel
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.notitie import toont
from leernetwerk.models import Praktijkvoorbeeld

OP_BUURT: Final = 6
EINDE: Final = re.compile(r"[.!?](?=\s|$)")


@dataclass(frozen=True)
class Verhaalketen:
    """What a neighbourhood saw, did, and what came of it: three plain sentences of a story."""

    verhaal: Praktijkvoorbeeld
    zagen: str
    hielp: str
    hielp_niet: str  # only where nobody said what helped


def verhalen_van_buurt(_request: HttpRequest, buurt: Buurt) -> Deel:
    """For residents. The stories themselves are a link away."""
    rij = _verhalen(buurt).order_by("-datum", "title")
    keten = [_keten(v) for v in rij[:OP_BUURT]]
    return Deel("leernetwerk/verhalen_van_buurt.html", {"keten": keten})


def _keten(verhaal: Praktijkvoorbeeld) -> Verhaalketen:
    hielp = _zin(verhaal.wat_werkte)
    return Verhaalketen(verhaal, _zin(verhaal.aanleiding), hielp, "" if hielp else _zin(verhaal.wat_niet_werkte))


def gebruikt_door_buurt(_request: HttpRequest, buurt: Buurt) -> Deel | None:
    verhalen = _verhalen(buurt).values("pk")
    gebruikt = openbaar(Page.objects).filter(
        pk__in=Praktijkvoorbeeld.objects.filter(pk__in=verhalen).values("toepassingen__pagina")
    )
    rij = kaarten.van_paginas(gebruikt.values_list("pk", flat=True))
    return Deel("leernetwerk/gebruikt_door_buurt.html", {"gebruikt": rij}) if rij else None


def _verhalen(buurt: Buurt) -> QuerySet[Praktijkvoorbeeld]:
    toont(f"verhalen:{buurt.pk}")
    return openbaar(Praktijkvoorbeeld.objects).filter(buurt=buurt)


def _zin(opmaak: str) -> str:
    """The first sentence, without markup."""
    tekst = " ".join(html.unescape(strip_tags(str(opmaak).replace("</p>", " ").replace("</li>", " "))).split())
    eind = EINDE.search(tekst)
    return Truncator(tekst[: eind.end()].strip() if eind else tekst).words(30)


def tel_verhalen(buurten: Iterable[int]) -> Mapping[int, int]:
    """Public stories of each neighbourhood."""
    buurten = list(buurten)
    toont(*(f"verhalen:{pk}" for pk in buurten))
    verhalen = openbaar(Praktijkvoorbeeld.objects).filter(buurt__in=buurten).order_by()
    return dict(verhalen.values_list("buurt").annotate(n=Count("pk")))
