"""A neighbourhood is split or merged: what it chose goes along, to one of the new ones; a second of the same stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kennisplatform.deelnemers.herindelen import Buurtwissel, Meegaand
from kennisplatform.deelnemers.models import Buurt
from menukaart.kiezen.models import Buurtprofiel, Keuze


def gaat_mee(van: Sequence[Buurt]) -> list[Meegaand]:
    return [
        Meegaand.van(keuze, f"{keuze.naam}, {keuze.get_stand_display()}")
        for keuze in Keuze.objects.filter(buurt__in=van).order_by("pk")
    ]


def neem_mee(wissel: Buurtwissel) -> None:
    bezet: dict[int, set[int | None]] = defaultdict(set)
    for buurt, pagina in Keuze.objects.filter(buurt__in=wissel.naar).values_list("buurt_id", "pagina_id"):
        bezet[buurt].add(pagina)
    for keuze in Keuze.objects.filter(buurt__in=wissel.van).order_by("pk"):
        doel = wissel.voor(keuze).pk
        if keuze.pagina_id is None or keuze.pagina_id not in bezet[doel]:
            bezet[doel].add(keuze.pagina_id)
            Keuze.objects.filter(pk=keuze.pk).update(buurt=doel, kwam_uit=keuze.buurt_id)
    naar = wissel.naar[0]
    if not Buurtprofiel.objects.filter(buurt=naar).exists():
        profiel = Buurtprofiel.objects.filter(buurt__in=wissel.van).order_by("-op").first()
        if profiel is not None and len(wissel.van) == 1:
            Buurtprofiel.objects.filter(pk=profiel.pk).update(buurt=naar)


def neem_terug(wissel: Buurtwissel) -> None:
    """Each back where it came from; what was put on the list since goes to the first of the old ones."""
    van = {buurt.pk: buurt for buurt in wissel.van}
    for keuze in Keuze.objects.filter(buurt__in=wissel.naar).order_by("pk"):
        thuis = van.get(keuze.kwam_uit_id or 0, wissel.van[0])
        if not Keuze.objects.filter(buurt=thuis, pagina=keuze.pagina_id).exclude(pagina=None).exists():
            Keuze.objects.filter(pk=keuze.pk).update(buurt=thuis, kwam_uit=None)
    if not Buurtprofiel.objects.filter(buurt=wissel.van[0]).exists():
        Buurtprofiel.objects.filter(buurt=wissel.naar[0]).update(buurt=wissel.van[0])
