"""A list to weigh things in: a row each, figures in columns. What a reader ticks or sets aside stands in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis import praktijk
from kennisplatform.basis.begrippen_bij import vul_begrippen
from kennisplatform.basis.facetten import Facetlijst
from kennisplatform.basis.kaarten import Kaarten
from kennisplatform.basis.models.lijst import LijstPagina
from kennisplatform.basis.slugs import slugs
from kennisplatform.tekening.stukken import onthoud
from kennisplatform.zoeken.antwoord.vraag import Antwoord, Treffer, Vraag

MAX_RIJEN: Final = 2_000  # things that are put in an order of our own; the engine orders any number
SNEDE: Final = 40_000  # bytes that the keys of a cut take, about
MAX_NAAST, MAX_APART = 4, 20
IN_DE_BALK: Final = 5  # filters that show at once; the others stand behind 'Meer filters'
PRAKTIJK, START = "praktijk", "start"


class Rijen(Kaarten):
    vorm = "rijen"
    vooraf = staticmethod(vul_begrippen)


@dataclass(frozen=True)
class Rijstand:
    """What this reader ticked to compare (`v`) and set aside (`apart`): slugs, as they stand in the address."""

    get: QueryDict
    naast: tuple[str, ...]
    apart: tuple[str, ...]

    @classmethod
    def uit_get(cls, get: QueryDict) -> Rijstand:
        return cls(get, slugs(get.getlist("v"), MAX_NAAST), slugs(get.getlist("apart"), MAX_APART))

    @property
    def velden(self) -> list[tuple[str, str]]:
        """For a form that must not lose them."""
        return [*(("v", s) for s in self.naast), *(("apart", s) for s in self.apart)]

    @property
    def adres(self) -> str:
        vraag = QueryDict(mutable=True)
        for naam, slug in self.velden:
            vraag.appendlist(naam, slug)
        return vraag.urlencode()

    @property
    def apart_adres(self) -> str:
        return "&".join(f"apart={slug}" for slug in self.apart)

    def wissel(self, slug: str) -> str:
        """The address of this same list with one thing set aside, or back."""
        nu = [s for s in self.apart if s != slug] if slug in self.apart else [*self.apart, slug]
        return "&".join([*self._verder, *(f"apart={s}" for s in nu)])

    @cached_property
    def _verder(self) -> list[str]:
        """What else stands in the address; asked for by each row."""
        kopie = self.get.copy()
        kopie.pop("apart", None)
        return [kopie.urlencode()] if kopie else []


class RijenPagina(LijstPagina):
    volgordes = {
        "": _("Naam"),
        "sterkte": _("Sterkste bewijs eerst"),
        PRAKTIJK: _("Meeste ervaring eerst"),
        "nieuw": _("Nieuwste eerst"),
    }

    class Meta:
        abstract = True

    def antwoord(self, vraag: Vraag) -> Antwoord:
        """The engine knows names, evidence and dates. How many work with a thing changes without it."""
        if vraag.volgorde not in {PRAKTIJK, START}:
            return super().antwoord(vraag)
        alles, treffers = self._alles(vraag)
        ids = [int(t.sleutel.partition(":")[2]) for t in treffers]
        rang = self.rang(vraag.volgorde, ids)
        op_rij = sorted(zip(ids, treffers, strict=True), key=lambda paar: rang.get(paar[0], (1, 0)))
        begin = (vraag.pagina - 1) * vraag.per_pagina
        gezien = tuple(treffer for _pk, treffer in op_rij[begin : begin + vraag.per_pagina])
        return replace(alles, vraag=vraag, treffers=gezien)

    def _alles(self, vraag: Vraag) -> tuple[Antwoord, tuple[Treffer, ...]]:
        """The counts, and everything in this cut by name. Without text that is kept by key: the engine would read each
        document for a list that shows twenty-four, half the work of the page.
        """
        op_naam = replace(vraag, volgorde="", pagina=1, per_pagina=MAX_RIJEN)
        if vraag.tekst:
            antwoord = super().antwoord(op_naam)
            return antwoord, antwoord.treffers
        sleutels = onthoud(
            f"rijen:{self.pk}:{sorted(vraag.facetten.items())}:{sorted(vraag.vast.items())}",
            lambda: tuple((t.sleutel, t.soort, t.taal) for t in super(RijenPagina, self).antwoord(op_naam).treffers),
            SNEDE,
        )
        treffers = tuple(Treffer(*wie, titel="", fragment="", score=0.0) for wie in sleutels)
        return super().antwoord(replace(op_naam, per_pagina=1)), treffers

    def rang(self, volgorde: str, ids: Iterable[int]) -> Mapping[int, tuple[int, int]]:
        """Per page a place; what is not known comes last, and equals stay in the order of their names."""
        return {pk: (0, -p.plekken) for pk, p in praktijk.tel(ids).items() if p.plekken}

    def kaarten(self, antwoord: Antwoord) -> Kaarten:
        return Rijen([t.sleutel for t in antwoord.treffers], antwoord.treffers)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        facetten: list[Facetlijst] = context["facetten"]
        return context | {
            "stand": Rijstand.uit_get(request.GET),
            "in_de_balk": facetten[:IN_DE_BALK],
            "meer_filters": facetten[IN_DE_BALK:],
            "zonder_inzet": _zonder_inzet(context["antwoord"]),
        }


def _zonder_inzet(antwoord: Antwoord) -> int:
    """Of how many nobody knows what they take."""
    telling: Any = antwoord.facetten.get("inzet")
    return next((w.aantal for w in telling.waarden if w.code == "onbekend"), 0) if telling else 0
