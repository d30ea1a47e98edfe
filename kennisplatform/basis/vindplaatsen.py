"""What a search result shows beside the hit itself: where it leads and under which theme.

One query for all pages; where a meeting, a topic or a document leads is kept until something about its kind changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import get_language
from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.documenten.zoekbron import BIJ, Documentkaart
from kennisplatform.basis.kaarten import haal
from kennisplatform.basis.models.begrippen import Begrip, woordenboek
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.stil import stille
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud_elk
from kennisplatform.zoeken.antwoord.voorrang import vaksoorten
from kennisplatform.zoeken.antwoord.vraag import Treffer


@dataclass(frozen=True)
class Vindplaats:
    treffer: Treffer
    adres: str
    thema: Begrip | None
    document: Documentkaart | None = None

    @property
    def voor_vak(self) -> bool:
        """Words of the programme stand at what is for people who work here, never before a resident's title."""
        return self.treffer.soort in vaksoorten()

    @property
    def stil(self) -> bool:
        """Takes the place of the results in the browser's history: 'back' does not show what was asked."""
        return self.treffer.sleutel in stille()

    @property
    def fragment(self) -> str:
        """Nothing for a document found by its title: the page that holds it stands there as a link already."""
        return "" if self.document and self.treffer.fragment.startswith(BIJ) else self.treffer.fragment


@dataclass(frozen=True)
class Dingplek:
    """Where something leads that is no page."""

    adres: str
    document: Documentkaart | None


def vindplaatsen(treffers: Iterable[Treffer]) -> list[Vindplaats]:
    """In the order of the hits; what is not public any more is left out."""
    treffers = list(treffers)
    paginas, andere = _uiteen(t.sleutel for t in treffers)
    waar = paginas | {sleutel: plek.adres for sleutel, plek in andere.items()}
    boek = woordenboek().op_code
    return [
        Vindplaats(
            t,
            waar[t.sleutel],
            boek.get(("thema", t.rubriek)),
            andere[t.sleutel].document if t.sleutel in andere else None,
        )
        for t in treffers
        if t.sleutel in waar
    ]


def adressen(sleutels: Iterable[str]) -> dict[str, str]:
    """Where each key leads; a key that leads nowhere public is not there."""
    paginas, andere = _uiteen(sleutels)
    return paginas | {sleutel: plek.adres for sleutel, plek in andere.items()}


def _uiteen(sleutels: Iterable[str]) -> tuple[dict[str, str], dict[str, Dingplek]]:
    """(addresses of pages, places of the other things)."""
    alle = list(sleutels)
    return _van_paginas([s for s in alle if _soort(s) == "pagina"]), _van_andere(
        [s for s in alle if _soort(s) != "pagina"]
    )


def _soort(sleutel: str) -> str:
    return sleutel.partition(":")[0]


def _van_paginas(sleutels: list[str]) -> dict[str, str]:
    ids = [int(sleutel.split(":")[1]) for sleutel in sleutels]
    if not ids:
        return {}
    toont(*sleutels)  # what is withdrawn is gone from a kept answer at once, before the index knows
    rijen = openbaar(Page.objects.filter(pk__in=ids)).order_by().values_list("pk", "url_path", "locale__language_code")
    return {f"pagina:{pk}": pad_op_site(pad, taal) for pk, pad, taal in rijen}


def _van_andere(sleutels: list[str]) -> dict[str, Dingplek]:
    """A kind at a time: a meeting that changes says nothing about documents."""
    uit: dict[str, Dingplek] = {}
    for _kind, van_een_soort in groupby(sorted(sleutels), _soort):
        namen = {sleutel: f"vindplaats:{get_language()}:{sleutel}" for sleutel in van_een_soort}
        uit |= onthoud_elk(namen, _plekken)
    return uit


def _plekken(sleutels: list[str]) -> dict[str, Dingplek]:
    dingen: dict[str, Any] = haal(sleutels)  # whatever a room brings for keys that are no pages: it leads somewhere
    return {
        sleutel: Dingplek(ding.get_absolute_url(), ding if isinstance(ding, Documentkaart) else None)
        for sleutel, ding in dingen.items()
    }
