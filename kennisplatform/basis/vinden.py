"""Ask the engine; when it can't answer, say so in the log and give the reader what Wagtail's own search finds."""

from __future__ import annotations

import logging

from django.db.models import QuerySet
from django.utils.html import escape
from wagtail.models import Page

from kennisplatform.zoeken.motor import ZoekFout, motor
from kennisplatform.zoeken.paginabron import openbare_paginas
from kennisplatform.zoeken.vraag import Antwoord, Treffer, Vraag

log = logging.getLogger(__name__)


def vind(vraag: Vraag) -> Antwoord:
    try:
        return motor().zoek(vraag)
    except ZoekFout:
        log.exception("search engine away, Wagtail's own search answers")
        return noodantwoord(vraag)


def noodantwoord(vraag: Vraag) -> Antwoord:
    """No facets, no snippets, but titles that lead somewhere."""
    paginas: QuerySet[Page] = openbare_paginas().order_by("title")
    gevonden = [p for p in (paginas.search(vraag.tekst, operator="or") if vraag.tekst else paginas)[:200]]
    gevonden = [p for p in (pagina.specific for pagina in gevonden) if getattr(p, "zoeksoort", "")]
    if vraag.soorten:
        gevonden = [p for p in gevonden if p.zoeksoort in vraag.soorten]
    begin = (vraag.pagina - 1) * vraag.per_pagina
    treffers = tuple(
        Treffer(f"pagina:{p.pk}", p.zoeksoort, vraag.taal, escape(p.title), escape(getattr(p, "samenvatting", "")), 0.0)
        for p in gevonden[begin : begin + vraag.per_pagina]
    )
    return Antwoord(vraag=vraag, totaal=len(gevonden), treffers=treffers, motor="wagtail")
