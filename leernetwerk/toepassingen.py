"""Who works with a page: read from published, public examples only."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Q

from kennisplatform.basis.inzet import uit_regel
from kennisplatform.basis.keuzes import Opgave, Praktijkstaat
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.praktijk import Praktijk, Praktijkinzet, Verhaal
from leernetwerk.models import Praktijkvoorbeeld, Toepassing


def tel(pagina_ids: Iterable[int]) -> dict[int, Praktijk]:
    """Places, not stories: two stories of one place count once."""
    plekken = Count("praktijk__plaats", distinct=True)
    gestopt = Count("praktijk__plaats", distinct=True, filter=Q(praktijk__staat=Praktijkstaat.GESTOPT))
    # A join, not a sub-query: the database would read every example for a handful of pages.
    zichtbaar = openbaar(Toepassing.objects.filter(pagina_id__in=list(pagina_ids)), via="praktijk__")
    rijen = zichtbaar.order_by().values("pagina_id").annotate(plekken=plekken, gestopt=gestopt)
    return {rij["pagina_id"]: Praktijk(rij["plekken"], rij["gestopt"]) for rij in rijen}


def voorbeelden(pagina_id: int) -> list[Verhaal]:
    verhalen = openbaar(Praktijkvoorbeeld.objects.filter(toepassingen__pagina_id=pagina_id))
    return [Verhaal(*rij) for rij in verhalen.order_by("-datum", "title").values_list("pk", "plaats", "staat")]


def inzet(pagina_id: int) -> list[Praktijkinzet]:
    """What public examples say that it took. Raw lines: no block, no other query."""
    verhalen = openbaar(Praktijkvoorbeeld.objects.filter(toepassingen__pagina_id=pagina_id))
    uit: list[Praktijkinzet] = []
    for voorbeeld in verhalen.only("plaats", "buurt_id", "voorbeeld", "inzetregels"):
        for deel in voorbeeld.inzetregels.raw_data:
            w = deel["value"]
            opgave = w.get("opgave", Opgave.VERTELD)
            wie = (voorbeeld.plaats, voorbeeld.buurt_id)
            uit.append(Praktijkinzet(*wie, uit_regel(w), w.get("jaar"), w["bron"], opgave, voorbeeld.voorbeeld))
    return uit
