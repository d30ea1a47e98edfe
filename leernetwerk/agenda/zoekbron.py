"""Public meetings can be found like pages: those to come, and those with something to read back."""

from __future__ import annotations

from django.db.models import QuerySet

from kennisplatform.basis import kaarten
from kennisplatform.zoeken import bron
from leernetwerk.agenda.models import Bijeenkomst


def _vindbaar() -> QuerySet[Bijeenkomst]:
    return Bijeenkomst.objects.vindbaar().select_related("buurt")


def _haal(ids: list[int]) -> dict[int, Bijeenkomst]:
    """Asked again of the records: what is no longer public shows no card, however late the index is."""
    return _vindbaar().in_bulk(ids)


def registreer() -> None:
    bron.registreer("bijeenkomst", model=Bijeenkomst, openbaar=_vindbaar, document=Bijeenkomst.zoekdocument)
    kaarten.registreer("bijeenkomst", _haal)
