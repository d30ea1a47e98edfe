"""Lines of `manage.py meet` about examples and neighbourhoods as the public sees them."""

from __future__ import annotations

from django.urls import reverse

from kennisplatform.basis.proefhaak import Meetrij
from kennisplatform.deelnemers.models import Buurt


def meetrijen() -> list[Meetrij]:
    lijst = reverse("buurten")
    enkele = [buurt.get_absolute_url() for buurt in Buurt.objects.actief()[:20]]
    voorbeelden = "/leernetwerk/"
    return [
        Meetrij("voorbeelden, alle facetten", [voorbeelden]),
        Meetrij("voorbeelden, twee filters", [f"{voorbeelden}?praktijkstaat=gestopt&thema=zorgzame-buurt"]),
        Meetrij("voorbeelden op de kaart", [f"{voorbeelden}?beeld=kaart"]),
        Meetrij("buurten, openbare lijst", [lijst, f"{lijst}?pagina=7"]),
        Meetrij("buurten, gezocht en gefilterd", [f"{lijst}?q=molen&provincie=Gelderland"]),
        Meetrij("buurt", enkele),
    ]
