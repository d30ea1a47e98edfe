"""Pages that an editor put on top for one query. They stand there and say so; the ranking below stays what it is."""

from __future__ import annotations

from dataclasses import replace

from django.utils.html import escape
from wagtail.models import Page

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.vinden.eigen_regels import vastgezet
from kennisplatform.zoeken.antwoord.vraag import Antwoord, Treffer


def met_vast(antwoord: Antwoord) -> tuple[Antwoord, frozenset[str]]:
    """(the answer with them on top of its first page, their keys). Not when the reader chose filters or an order."""
    vraag = antwoord.vraag
    if not vraag.tekst or vraag.aantal_gekozen or vraag.soorten or vraag.volgorde:
        return antwoord, frozenset()
    ids = vastgezet(vraag.tekst)
    if not ids:
        return antwoord, frozenset()
    vast = _treffers(ids, vraag.taal)
    sleutels = frozenset(treffer.sleutel for treffer in vast)
    gewoon = tuple(treffer for treffer in antwoord.treffers if treffer.sleutel not in sleutels)
    boven = tuple(vast) if vraag.pagina == 1 else ()
    return replace(
        antwoord,
        treffers=boven + gewoon,
        totaal=max(antwoord.totaal, len(vast)),
        zwak=antwoord.zwak and not vast,  # an editor said that this answers it
    ), sleutels


def _treffers(ids: tuple[int, ...], taal: str) -> list[Treffer]:
    """Public ones only, whatever was pinned; a draft that was pinned stays a draft."""
    paginas = {p.pk: p for p in openbaar(Page.objects.filter(pk__in=ids)).specific()}
    uit = []
    for pk in ids:
        if pagina := paginas.get(pk):
            soort, kort = getattr(pagina, "zoeksoort", ""), escape(getattr(pagina, "samenvatting", ""))
            talig = pagina.locale.language_code
            uit.append(Treffer(f"pagina:{pk}", soort, talig, escape(pagina.title), kort, 0.0))
    return uit
