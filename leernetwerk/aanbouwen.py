"""What the learning network adds to pages of lower rooms: the stories of a neighbourhood, and what it works with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Count
from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis import kaarten
from kennisplatform.basis.aanbouw import Deel
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.notitie import toont
from leernetwerk.models import Praktijkvoorbeeld


def verhalen_van_buurt(request: HttpRequest, buurt: Buurt) -> Deel:
    toont(f"verhalen:{buurt.pk}")
    rij = openbaar(Praktijkvoorbeeld.objects).filter(buurt=buurt).order_by("-datum", "title")
    verhalen = list(rij.values_list("pk", flat=True))
    gebruikt = openbaar(Page.objects).filter(
        pk__in=Praktijkvoorbeeld.objects.filter(pk__in=verhalen).values("toepassingen__pagina")
    )
    context = {
        "verhalen": kaarten.van_paginas(verhalen),
        "gebruikt": kaarten.van_paginas(gebruikt.values_list("pk", flat=True)),
    }
    return Deel("leernetwerk/verhalen_van_buurt.html", context)


def tel_verhalen(buurten: Iterable[int]) -> Mapping[int, int]:
    """Public stories of each neighbourhood."""
    buurten = list(buurten)
    toont(*(f"verhalen:{pk}" for pk in buurten))
    verhalen = openbaar(Praktijkvoorbeeld.objects).filter(buurt__in=buurten).order_by()
    return dict(verhalen.values_list("buurt").annotate(n=Count("pk")))
