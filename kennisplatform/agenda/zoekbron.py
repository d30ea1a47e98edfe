"""Public meetings can be found like pages: those to come, and those with something to read back."""

from __future__ import annotations

from typing import Final

from django.db.models import QuerySet

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.basis.kaarten import Kaartsoort
from kennisplatform.zoeken.bron import Zoekbron


def _vindbaar() -> QuerySet[Bijeenkomst]:
    return Bijeenkomst.objects.vindbaar().select_related("buurt")


def _haal(ids: list[int]) -> dict[int, Bijeenkomst]:
    """Asked again of the records: what is no longer public shows no card, however late the index is."""
    return _vindbaar().in_bulk(ids)


BRENGT: Final = [
    Zoekbron("bijeenkomst", model=Bijeenkomst, openbaar=_vindbaar, document=Bijeenkomst.zoekdocument),
    Kaartsoort("bijeenkomst", _haal),
]
