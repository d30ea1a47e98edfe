"""Ask the engine; when it can't answer, say so in the log and give the reader what Wagtail's own search finds."""

from __future__ import annotations

import logging

from django.utils.html import escape
from wagtail.models import Page

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.tekening.notitie import maak_onhoudbaar, toont
from kennisplatform.zoeken import herstel
from kennisplatform.zoeken.antwoord.vraag import Antwoord, Treffer, Vraag
from kennisplatform.zoeken.motor import motor
from kennisplatform.zoeken.poort import IndexStuk, ZoekFout

log = logging.getLogger(__name__)
MAX_NOOD = 200


def vind(vraag: Vraag) -> Antwoord:
    soorten = () if vraag.tekst else vraag.soorten  # how rare a word is hangs on all documents
    toont("index:weg", *([f"index:{soort}" for soort in soorten] or ["index"]))
    try:
        return motor().zoek(vraag)
    except ZoekFout as fout:
        if isinstance(fout, IndexStuk):
            herstel.begin()
        maak_onhoudbaar()  # the engine may be back in a moment
        log.error("search engine away (%s), Wagtail's own search answers", fout)
        return noodantwoord(vraag)


def noodantwoord(vraag: Vraag) -> Antwoord:
    """No facets, no snippets, but titles that lead somewhere; public pages only, as always."""
    paginas = openbaar(Page.objects.filter(locale__language_code__in=(vraag.taal, "nl"))).order_by("title")
    if vraag.tekst:
        ids = [p.pk for p in Page.objects.search(vraag.tekst, operator="or", backend="kaal")[:MAX_NOOD]]
        paginas = paginas.filter(pk__in=ids)
    gevonden = [p for p in paginas.specific()[:MAX_NOOD] if getattr(p, "zoeksoort", "")]
    if vraag.soorten:
        gevonden = [p for p in gevonden if p.zoeksoort in vraag.soorten]
    begin = (vraag.pagina - 1) * vraag.per_pagina
    treffers = tuple(
        Treffer(f"pagina:{p.pk}", p.zoeksoort, vraag.taal, escape(p.title), escape(p.samenvatting), 0.0)
        for p in gevonden[begin : begin + vraag.per_pagina]
    )
    return Antwoord(vraag=vraag, totaal=len(gevonden), treffers=treffers, motor="wagtail")
