"""What is written of an activity that is carried out: its state, what was adapted or why it stopped, and what it took."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Gebruiker
from menukaart.plan.beelden import leg_rij_vast
from menukaart.plan.fasen import werk_fase_bij
from menukaart.plan.keuzes import Uitvoerstand
from menukaart.plan.models import Begrotingsregel, Planactiviteit
from menukaart.uitvoeren.models import Voortgang

Werkelijk = Mapping[int, tuple[Decimal | None, Decimal | None]]  # key of a line → really used, really spent


@transaction.atomic
def houd_bij(
    *,
    activiteit: Planactiviteit,
    stand: Uitvoerstand,
    aangepast: str = "",
    stopreden: str = "",
    werkelijk: Werkelijk | None = None,
    door: Gebruiker,
) -> None:
    """Whoever stops says why: that is what others learn most from. What says nothing new leaves no line behind."""
    buurt = vergrendel(activiteit.plan.buurt)
    vandaag = timezone.localdate()
    stopreden = stopreden if stand == Uitvoerstand.GESTOPT else ""
    was = (activiteit.stand, activiteit.aangepast, activiteit.stopreden)
    activiteit.stand, activiteit.aangepast, activiteit.stopreden = stand, aangepast, stopreden
    if stand == Uitvoerstand.GEPLAND:
        activiteit.gestart_op = None
    elif stand != Uitvoerstand.GESTOPT or activiteit.gestart_op:
        activiteit.gestart_op = activiteit.gestart_op or vandaag
    over = stand in (Uitvoerstand.KLAAR, Uitvoerstand.GESTOPT)
    activiteit.gestopt_op = (activiteit.gestopt_op or vandaag) if over else None
    if was != (stand, aangepast, stopreden):
        leg_rij_vast(rij=activiteit, door=door)
        Voortgang.objects.create(
            activiteit=activiteit,
            stand=stand,
            aangepast=aangepast if aangepast != was[1] else "",
            stopreden=stopreden,
            door=door,
        )
    _bewaar_werkelijk(activiteit, werkelijk or {}, door)
    if stand != Uitvoerstand.GEPLAND and activiteit.plan.versies.exists():
        werk_fase_bij(buurt=buurt, fase=Fase.UITVOEREN, door=door)


def _bewaar_werkelijk(activiteit: Planactiviteit, werkelijk: Werkelijk, door: Gebruiker) -> None:
    for regel in Begrotingsregel.objects.filter(activiteit=activiteit, pk__in=werkelijk).select_related(
        "activiteit__plan"
    ):
        nu = werkelijk[regel.pk]
        if nu != (regel.gebruikt, regel.uitgegeven):
            regel.gebruikt, regel.uitgegeven = nu
            leg_rij_vast(rij=regel, door=door)
