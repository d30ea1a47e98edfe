"""What a search result shows beside the hit itself: where it leads and under which theme. One query for all pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.kaarten import haal
from kennisplatform.basis.models.begrippen import Begrip, woordenboek
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.zoeken.vraag import Treffer


@dataclass(frozen=True)
class Vindplaats:
    treffer: Treffer
    adres: str
    thema: Begrip | None


def vindplaatsen(treffers: Iterable[Treffer]) -> list[Vindplaats]:
    """In the order of the hits; what is not public any more is left out."""
    treffers = list(treffers)
    waar = adressen(t.sleutel for t in treffers)
    boek = woordenboek().op_code
    return [Vindplaats(t, waar[t.sleutel], boek.get(("thema", t.rubriek))) for t in treffers if t.sleutel in waar]


def adressen(sleutels: Iterable[str]) -> dict[str, str]:
    """Where each key leads; a key that leads nowhere public is not there."""
    alle = list(sleutels)
    uit = _van_paginas([s for s in alle if s.startswith("pagina:")])
    return uit | {
        s: ding.get_absolute_url() for s, ding in haal(s for s in alle if not s.startswith("pagina:")).items()
    }


def _van_paginas(sleutels: list[str]) -> dict[str, str]:
    ids = [int(sleutel.split(":")[1]) for sleutel in sleutels]
    if not ids:
        return {}
    rijen = openbaar(Page.objects.filter(pk__in=ids)).order_by().values_list("pk", "url_path", "locale__language_code")
    return {f"pagina:{pk}": pad_op_site(pad, taal) for pk, pad, taal in rijen}
