"""What a search result shows beside the hit itself: where it leads and under which theme. One query for all pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.documenten.zoekbron import BIJ, Documentkaart
from kennisplatform.basis.kaarten import haal
from kennisplatform.basis.models.begrippen import Begrip, woordenboek
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.zoeken.antwoord.vraag import Treffer


@dataclass(frozen=True)
class Vindplaats:
    treffer: Treffer
    adres: str
    thema: Begrip | None
    document: Documentkaart | None = None

    @property
    def fragment(self) -> str:
        """Nothing for a document found by its title: the page that holds it stands there as a link already."""
        return "" if self.document and self.treffer.fragment.startswith(BIJ) else self.treffer.fragment


def vindplaatsen(treffers: Iterable[Treffer]) -> list[Vindplaats]:
    """In the order of the hits; what is not public any more is left out."""
    treffers = list(treffers)
    paginas, andere = _uiteen(t.sleutel for t in treffers)
    waar = paginas | {sleutel: ding.get_absolute_url() for sleutel, ding in andere.items()}
    documenten = {sleutel: ding for sleutel, ding in andere.items() if isinstance(ding, Documentkaart)}
    boek = woordenboek().op_code
    return [
        Vindplaats(t, waar[t.sleutel], boek.get(("thema", t.rubriek)), documenten.get(t.sleutel))
        for t in treffers
        if t.sleutel in waar
    ]


def adressen(sleutels: Iterable[str]) -> dict[str, str]:
    """Where each key leads; a key that leads nowhere public is not there."""
    paginas, andere = _uiteen(sleutels)
    return paginas | {sleutel: ding.get_absolute_url() for sleutel, ding in andere.items()}


def _uiteen(sleutels: Iterable[str]) -> tuple[dict[str, str], dict[str, Any]]:
    """(addresses of pages, the other things)."""
    alle = list(sleutels)
    paginas = _van_paginas([s for s in alle if s.startswith("pagina:")])
    return paginas, haal(s for s in alle if not s.startswith("pagina:"))


def _van_paginas(sleutels: list[str]) -> dict[str, str]:
    ids = [int(sleutel.split(":")[1]) for sleutel in sleutels]
    if not ids:
        return {}
    rijen = openbaar(Page.objects.filter(pk__in=ids)).order_by().values_list("pk", "url_path", "locale__language_code")
    return {f"pagina:{pk}": pad_op_site(pad, taal) for pk, pad, taal in rijen}
