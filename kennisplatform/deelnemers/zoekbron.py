"""Neighbourhoods can be found like pages: by name, municipality and partner."""

from kennisplatform.basis import kaarten
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.zoeken import bron


def registreer_buurten() -> None:
    bron.registreer("buurt", model=Buurt, openbaar=Buurt.objects.actief, document=Buurt.zoekdocument)
    kaarten.registreer("buurt", Buurt.objects.in_bulk)
