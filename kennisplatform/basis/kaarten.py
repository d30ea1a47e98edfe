"""From hits back to things with a card: pages and records fetched in bulk, figures counted in bulk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wagtail.models import Page

from kennisplatform.basis import praktijk
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.zoeken.vraag import Treffer


@dataclass(frozen=True)
class Kaart:
    ding: object
    treffer: Treffer | None
    praktijk: praktijk.Praktijk
    sjabloon: str


Ophaler = Callable[[list[int]], dict[int, object]]
_ophalers: dict[str, Ophaler] = {}


def registreer(prefix: str, ophaler: Ophaler) -> None:
    """A room tells how to fetch its records (other than pages) by primary key."""
    _ophalers[prefix] = ophaler


def haal_paginas(ids: list[int]) -> dict[int, Page]:
    """Live pages by id, specific, without their long stream fields; one query a type."""
    return {p.pk: p for p in openbaar(Page.objects.filter(pk__in=ids)).specific()}


def bij(treffers: Iterable[Treffer]) -> list[Kaart]:
    """Cards for hits, in their order. A hit whose page went away a moment ago is left out."""
    treffers = list(treffers)
    per_prefix: dict[str, list[int]] = {}
    for treffer in treffers:
        prefix, pk = treffer.sleutel.split(":")
        per_prefix.setdefault(prefix, []).append(int(pk))
    dingen = {
        f"{prefix}:{pk}": ding
        for prefix, ids in per_prefix.items()
        for pk, ding in (haal_paginas if prefix == "pagina" else _ophalers[prefix])(ids).items()
    }
    tellingen = praktijk.tel(per_prefix.get("pagina", []))
    return [
        maak(dingen[t.sleutel], t, tellingen.get(dingen[t.sleutel].pk if t.sleutel.startswith("pagina") else 0))
        for t in treffers
        if t.sleutel in dingen
    ]


def van(paginas: Iterable[Page]) -> list[Kaart]:
    """Cards for pages that are at hand already."""
    paginas = list(paginas)
    tellingen = praktijk.tel(p.pk for p in paginas)  # no pages, no query
    return [maak(p, None, tellingen[p.pk]) for p in paginas]


def maak(ding: object, treffer: Treffer | None, telling: praktijk.Praktijk | None) -> Kaart:
    soort = getattr(ding, "zoeksoort", "") or "pagina"
    return Kaart(ding, treffer, telling or praktijk.Praktijk(), f"onderdelen/kaarten/{soort}.html")
