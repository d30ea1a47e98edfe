"""Synthetic examples that are not for everybody, and the lines of `manage.py meet` about what the public sees."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, Final

from django.urls import reverse
from wagtail.models import PageViewRestriction

from kennisplatform.basis.happen import happen
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.proefdata.brengen import Meetrij
from kennisplatform.proefdata.vuller import Vuller
from leernetwerk.models import Praktijkvoorbeeld

BESLOTEN: Final = (
    (Zichtbaarheid.NETWERKEN, 0.15),
    (Zichtbaarheid.EIGEN, 0.05),
)  # share of the neighbourhoods' examples


def velden(dobbel: Random, nummer: int) -> dict[str, Any]:
    """Written without the listener that locks them, so written open."""
    return {"zichtbaarheid": Zichtbaarheid.OPENBAAR}


def sluit(vuller: Vuller, buurten: Sequence[int]) -> int:
    """Some neighbourhoods keep some of their examples among networks. How many pages were closed."""
    mijn = Praktijkvoorbeeld.objects.filter(buurt__slug__startswith="proef-", slug__startswith="proef-")
    pks = list(mijn.order_by("pk").values_list("pk", flat=True))
    vuller.dobbel.shuffle(pks)
    dicht = 0
    for wie, deel in BESLOTEN:
        deze = pks[dicht : dicht + int(len(pks) * deel)]
        dicht += len(deze)
        for hap in happen(deze):
            Praktijkvoorbeeld.objects.filter(pk__in=hap).update(zichtbaarheid=wie)
            sloten = [PageViewRestriction(page_id=pk, restriction_type=PageViewRestriction.LOGIN) for pk in hap]
            PageViewRestriction.objects.bulk_create(sloten)
    return dicht


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
