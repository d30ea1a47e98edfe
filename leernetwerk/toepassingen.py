"""Who works with a page: read from published, public examples only."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wagtail.models import Page

from kennisplatform.basis.inzet import uit_regel
from kennisplatform.basis.keuzes import Opgave, Praktijkstaat
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginasoorten import heeft
from kennisplatform.basis.praktijk import Praktijkinzet, Praktijkplek, Verhaal, plek_van
from kennisplatform.tekening.notitie import verteld
from leernetwerk.models import Praktijkvoorbeeld, Toepassing


def plekken(pagina_ids: Collection[int]) -> Iterator[Praktijkplek]:
    """Of public examples only."""
    # A join, not a sub-query: the database would read every example for a handful of pages.
    zichtbaar = openbaar(Toepassing.objects.filter(pagina_id__in=pagina_ids), via="praktijk__").order_by()
    velden = ("pagina_id", "praktijk__plaats", "praktijk__buurt", "praktijk__staat")
    with verteld(*(f"praktijk:{pk}" for pk in pagina_ids)):
        rijen = list(zichtbaar.values_list(*velden))
    for pagina, plaats, buurt, staat in rijen:
        yield Praktijkplek(pagina, plek_van(plaats, buurt), staat == Praktijkstaat.GESTOPT)


def voorbeelden(pagina_id: int) -> list[Verhaal]:
    verhalen = openbaar(Praktijkvoorbeeld.objects.filter(toepassingen__pagina_id=pagina_id))
    velden = verhalen.order_by("-datum", "title").only("plaats", "staat", "buurt_id", "voorbeeld", "inzetregels")
    with verteld(f"praktijk:{pagina_id}"):
        return [Verhaal(v.pk, v.plaats, v.staat, _inzet(v), v.buurt_id) for v in velden]


def _inzet(voorbeeld: Praktijkvoorbeeld) -> tuple[Praktijkinzet, ...]:
    """What it says that it took. Raw lines: no block is made for them."""
    uit = []
    for deel in voorbeeld.inzetregels.raw_data:
        w = deel["value"]
        wie = (voorbeeld.plaats, voorbeeld.buurt_id)
        opgave = w.get("opgave", Opgave.VERTELD)
        uit.append(Praktijkinzet(*wie, uit_regel(w), w.get("jaar"), w["bron"], opgave, voorbeeld.voorbeeld))
    return tuple(uit)


def gevolgen(pagina: Page) -> set[str]:
    """What looks otherwise when this page changes: what an example works with, its neighbourhood, lists of examples;
    and the examples of what neighbourhoods work with, which name it.
    """
    if isinstance(pagina, Praktijkvoorbeeld):
        gebruikt = Toepassing.objects.filter(praktijk_id=pagina.pk).values_list("pagina_id", flat=True)
        van = {f"verhalen:{pagina.buurt_id}"} if pagina.buurt_id else set()
        return {"verhalen", *van, *(f"praktijk:{pk}" for pk in gebruikt)}
    if not heeft(pagina, "telt_praktijk"):
        return set()
    uit = {"gebruikt"}
    for verhaal, buurt in Toepassing.objects.filter(pagina_id=pagina.pk).values_list("praktijk", "praktijk__buurt"):
        uit |= {f"gebruikt:{verhaal}", f"verhalen:{buurt}"}
    return uit
