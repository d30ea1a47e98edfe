"""The admin's search knows Dutch: for pages it asks the public engine first, and adds what Wagtail finds by letters.

The public engine knows public pages only, so drafts come from Wagtail's own index. Whatever either finds is looked for
in the query set that was handed over, which holds what this editor may see.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from modelsearch.backends.base import BaseSearchResults
from modelsearch.query import PlainText
from wagtail.models import Page

from kennisplatform.basis import beheerzoeken
from kennisplatform.basis.vinden import vind
from kennisplatform.zoeken.antwoord.vraag import Vraag, schone_tekst

HOOGSTENS: Final = 400  # more is not looked through, but filtered
VAN_DE_MOTOR: Final = 100
KORTST: Final = 3  # letters: shorter is the beginning of a word that somebody is typing
NOOD: Final = "wagtail"  # who answered when the engine is away


def van_de_motor(tekst: str, model: type[Page]) -> tuple[list[int], bool]:
    """(keys of public pages, best first; hardly an answer?). Nothing when the engine is away: Wagtail answers then."""
    soort = getattr(model, "zoeksoort", "")
    antwoord = vind(
        Vraag(tekst=schone_tekst(tekst), soorten=(soort,) if soort else (), taal="nl", per_pagina=VAN_DE_MOTOR)
    )
    if antwoord.motor == NOOD:
        return [], False
    sleutels = [t.sleutel.partition(":") for t in antwoord.treffers]
    return [int(pk) for prefix, _punt, pk in sleutels if prefix == "pagina"], antwoord.zwak


def _met_ouder(paginas: list[Any]) -> list[Any]:
    """Where each stands is shown beside it: asked at once, where Wagtail asks twice a row."""
    if paginas:
        ouders = (
            Page.objects.filter(path__in={p.path[: -p.steplen] for p in paginas}).select_related("locale").order_by()
        )
        per_pad = {ouder.path: ouder for ouder in ouders}
        for pagina in paginas:
            pagina._cached_parent_obj = per_pad.get(pagina.path[: -pagina.steplen])
    return paginas


class MetMotor(BaseSearchResults):
    """The database's own results; of pages that somebody looks for in words, a longer list in another order."""

    gewoon: Any  # results of the database's own kind

    @property
    def _tekst(self) -> str:
        vraag, model = self.query_compiler.query, self.model
        if not isinstance(vraag, PlainText) or model is None or not issubclass(model, Page):
            return ""
        return vraag.query_string if len(vraag.query_string.strip()) >= KORTST else ""

    def _pks(self) -> list[int]:
        """Asked once: the page of a list, its count and its facets share a compiler."""
        gevonden: list[int] | None = getattr(self.query_compiler, "gevonden", None)
        if gevonden is None:
            rijen = self.query_compiler.queryset
            motor, zwak = van_de_motor(self._tekst, rijen.model)
            er = set(rijen.order_by().filter(pk__in=motor).values_list("pk", flat=True)) if motor else set()
            motor = [pk for pk in motor if pk in er]
            letters = list(
                self.gewoon(self.backend, self.query_compiler).get_queryset().values_list("pk", flat=True)[:HOOGSTENS]
            )
            gevonden = list(dict.fromkeys([*letters, *motor] if zwak else [*motor, *letters]))
            self.query_compiler.gevonden = gevonden
        return gevonden

    def _do_search(self) -> list[Any]:
        if not self._tekst:
            return list(super()._do_search())
        rijen, pks = self.query_compiler.queryset, self._pks()
        if not self.query_compiler.order_by_relevance:
            return list(rijen.filter(pk__in=pks)[self.start : self.stop])
        deel = pks[self.start : self.stop]
        paginas = {pagina.pk: pagina for pagina in rijen.order_by().filter(pk__in=deel)}
        return _met_ouder([paginas[pk] for pk in deel if pk in paginas])

    def _do_count(self) -> int:
        if not self._tekst:
            return int(super()._do_count())
        return max(0, len(self._pks()[self.start : self.stop]))

    def facet(self, field_name: str) -> dict[Any, int]:
        if not self._tekst:
            return dict(super().facet(field_name))
        waarden = self.query_compiler.queryset.order_by().filter(pk__in=self._pks()).values_list(field_name, flat=True)
        return dict(Counter(waarden).most_common())


def SearchBackend(params: dict[str, Any]) -> Any:  # the name that Wagtail asks a module for
    """The one for this database, with our results: Wagtail chooses by what the database is."""
    motor = beheerzoeken.SearchBackend(params)
    gewoon = motor.results_class
    motor.results_class = type("Resultaten", (MetMotor, gewoon), {"gewoon": gewoon})
    return motor
