"""A neighbourhood is split or merged, or that is undone: what its network wrote moves with the people who wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import ngettext

from kennisplatform.deelnemers.herindelen import Buurtwissel, Gevolg, Meegaand
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.journaal import veranderd
from kennisplatform.zoeken.signalen import heropnemen
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld


def gaat_mee(van: Sequence[Buurt]) -> list[Meegaand]:
    rij = Inzending.objects.filter(buurt__in=van).order_by("pk")
    return [Meegaand.van(inzending, f"{inzending}, {inzending.get_stand_display()}") for inzending in rij]


def neem_mee(wissel: Buurtwissel) -> None:
    """In the caller's transaction. A story is one, so it goes to one."""
    for inzending in Inzending.objects.filter(buurt__in=wissel.van).select_related("pagina"):
        if inzending.kwam_uit_id is None:
            inzending.kwam_uit_id = inzending.buurt_id
        _verhuis(inzending, wissel.voor(inzending))


def voorzie(wissel: Buurtwissel) -> list[Gevolg]:
    aantal = Inzending.objects.filter(buurt__in=wissel.naar).count()
    tekst = ngettext("Eén voorbeeld gaat mee terug.", "%(n)s voorbeelden gaan mee terug.", aantal) % {"n": aantal}
    return [Gevolg(tekst)] if aantal else []


def neem_terug(wissel: Buurtwissel) -> None:
    """To where it came from; what was written since goes to the first."""
    oud = {buurt.pk: buurt for buurt in wissel.van}
    for inzending in Inzending.objects.filter(buurt__in=wissel.naar).select_related("pagina"):
        doel = oud.get(inzending.kwam_uit_id or 0, wissel.van[0])
        if inzending.kwam_uit_id == doel.pk:
            inzending.kwam_uit = None
        _verhuis(inzending, doel)


def _verhuis(inzending: Inzending, doel: Buurt) -> None:
    """The page as well: who may read or follow up a story follows from its neighbourhood. Its words about where stay."""
    inzending.buurt = doel
    inzending.save(update_fields=["buurt", "kwam_uit"])
    pagina = inzending.pagina
    if pagina is None:
        return
    Praktijkvoorbeeld.objects.filter(pk=pagina.pk).update(buurt=doel)
    veranderd(f"pagina:{pagina.pk}", "verhalen", f"verhalen:{pagina.buurt_id}", f"verhalen:{doel.pk}", hard=True)
    for revisie in {
        pagina.latest_revision_id: pagina.latest_revision,
        pagina.live_revision_id: pagina.live_revision,
    }.values():
        if revisie is not None:  # or the next publication would bring the old neighbourhood back
            revisie.content["buurt"] = doel.pk
            revisie.save(update_fields=["content"])
    heropnemen([f"pagina:{pagina.pk}"])
