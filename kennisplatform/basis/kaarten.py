"""Cards: things fetched in bulk, figures counted in bulk, and the drawn card kept until anything is published.

A list asks for HTML only, so a card that was drawn before costs no query and no template. Search results iterate,
and get the things themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from kennisplatform.basis import praktijk
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginasoorten import heeft
from kennisplatform.kamers import gebracht
from kennisplatform.tekening.journaal import journaal
from kennisplatform.tekening.notitie import geldig_tot, noteer, toont
from kennisplatform.tekening.stukken import bewaar_stukken, ware_stukken
from kennisplatform.zoeken.antwoord.vraag import Treffer

Vorm = Literal["kaarten", "rijen"]  # folder of the templates that draw them


class MetSleutel(Protocol):
    """A page, a record, or what a room shows of one."""

    @property
    def pk(self) -> Any: ...


@dataclass(frozen=True)
class Kaart:
    ding: MetSleutel
    treffer: Treffer | None
    praktijk: praktijk.Praktijk
    sjabloon: str


@dataclass(frozen=True)
class Kaartsoort:
    """How a room's records are fetched by primary key, for keys that begin with `naam`; what may not be seen is left out."""

    naam: str
    haal: Callable[[list[int]], Mapping[int, MetSleutel]]


def haal_paginas(ids: list[int]) -> dict[int, Page]:
    """Public pages by id, as their own type; one query a type."""
    toont(*(f"pagina:{pk}" for pk in ids))
    return {p.pk: p for p in openbaar(Page.objects.filter(pk__in=ids)).specific()}


class Kaarten:
    """Cards for keys such as 'pagina:12', in their order; what went away a moment ago is left out."""

    # For rows; what a drawing needs of all things at once is fetched by `vooraf`.
    vorm: Vorm = "kaarten"
    vooraf: Callable[[Iterable[MetSleutel]], None] | None = None

    def __init__(self, sleutels: Iterable[str], treffers: Iterable[Treffer] = ()) -> None:
        self.sleutels = list(sleutels)
        self.treffers = {treffer.sleutel: treffer for treffer in treffers}

    def __len__(self) -> int:
        return len(self.sleutels)

    def __getitem__(self, plek: int) -> Kaart:
        return self._alle[plek]

    def __iter__(self) -> Iterator[Kaart]:
        return iter(self._alle)

    @cached_property
    def _alle(self) -> list[Kaart]:
        gemaakt = self._maak(haal(self.sleutels))
        return [gemaakt[sleutel] for sleutel in self.sleutels if sleutel in gemaakt]

    def _maak(self, dingen: Mapping[str, MetSleutel]) -> dict[str, Kaart]:
        if self.vooraf is not None:
            self.vooraf(dingen.values())
        telbaar = [ding.pk for ding in dingen.values() if heeft(ding, "telt_praktijk")]
        tellingen = praktijk.tel(telbaar)
        return {
            sleutel: Kaart(
                ding,
                self.treffers.get(sleutel),
                tellingen.get(ding.pk if heeft(ding, "telt_praktijk") else 0, praktijk.Praktijk()),
                f"onderdelen/{self.vorm}/{getattr(ding, 'zoeksoort', '') or 'pagina'}.html",
            )
            for sleutel, ding in dingen.items()
        }

    def html(self, niveau: int) -> list[SafeString]:
        """Each card drawn, with its heading at this level."""
        getekend = self.getekend(niveau)
        return [getekend[sleutel] for sleutel in self.sleutels if sleutel in getekend]

    def getekend(self, niveau: int) -> dict[str, SafeString]:
        """The same by key, for a list that says something beside a card. Only those that nobody drew before cost anything."""
        taal = get_language() or "nl"
        namen = {sleutel: f"{self.vorm}:{taal}:{niveau}:{sleutel}" for sleutel in self.sleutels}
        stand, uit = journaal().stand, {}
        klaar = ware_stukken(namen.values())
        dingen, tabellen = _haal_met_tabellen([s for s in self.sleutels if namen[s] not in klaar])
        for sleutel, kaart in self._maak(dingen).items():
            with noteer() as notitie:
                toont(sleutel, f"praktijk:{sleutel.partition(':')[2]}", *tabellen.get(sleutel, ()))
                geldig_tot(getattr(kaart.ding, "expire_at", None))
                html = render_to_string(kaart.sjabloon, {"kaart": kaart, "niveau": niveau, "taal": taal})
            uit[namen[sleutel]] = (html, notitie)
        bewaar_stukken(uit, stand)
        klaar |= {naam: SafeString(html) for naam, (html, _n) in uit.items()}  # drawn by our own templates
        return {s: klaar[naam] for s, naam in namen.items() if naam in klaar}


def haal(sleutels: Iterable[str]) -> dict[str, MetSleutel]:
    per_prefix: dict[str, list[int]] = {}
    for sleutel in sleutels:
        prefix, pk = sleutel.split(":")
        per_prefix.setdefault(prefix, []).append(int(pk))
    ophalers = {soort.naam: soort.haal for soort in gebracht(Kaartsoort)}
    return {f"{prefix}:{pk}": ding for prefix, ids in per_prefix.items() for pk, ding in ophalers[prefix](ids).items()}


def _haal_met_tabellen(sleutels: list[str]) -> tuple[dict[str, MetSleutel], dict[str, set[str]]]:
    """The things, and for each the tables that it was read from: its card shows what stands there. Not of pages, which tell
    by themselves when they change.
    """
    paginas = [s for s in sleutels if s.startswith("pagina:")]
    dingen, tabellen = haal(paginas), {}
    if andere := [s for s in sleutels if s not in set(paginas)]:
        with noteer() as gelezen:
            dingen |= haal(andere)
        van = {ding for ding in gelezen.dingen if ding.startswith("tabel:")}
        tabellen = dict.fromkeys(andere, van)
    return dingen, tabellen


def bij(treffers: Iterable[Treffer]) -> Kaarten:
    treffers = list(treffers)
    return Kaarten([treffer.sleutel for treffer in treffers], treffers)


def van_paginas(ids: Iterable[int]) -> Kaarten:
    return Kaarten(f"pagina:{pk}" for pk in ids)
