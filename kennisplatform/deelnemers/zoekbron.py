"""Neighbourhoods can be found like pages."""

from __future__ import annotations

from typing import Final

from kennisplatform.basis.kaarten import Kaartsoort
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.zoeken.bron import Zoekbron

BRENGT: Final = [
    Zoekbron("buurt", model=Buurt, openbaar=Buurt.objects.actief, document=Buurt.zoekdocument),
    Kaartsoort("buurt", Buurt.objects.in_bulk),
]
