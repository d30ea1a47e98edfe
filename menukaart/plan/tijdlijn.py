"""What a plan began and stopped, for the time line beside the outcomes of the neighbourhood."""

from __future__ import annotations

import datetime as dt

from kennisplatform.cijfers.tijdlijn import Tijdlijnbron, Tijdregel
from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.models import Planactiviteit


def _moment(dag: dt.date) -> float:
    return dag.year + (dag.timetuple().tm_yday - 1) / 365


def lees(buurt: Buurt) -> list[Tijdregel]:
    """By the day on which it really began and stopped, where that is known; else by the quarters of the plan."""
    rij = Planactiviteit.objects.filter(plan__buurt=buurt).select_related("plan")
    return [
        Tijdregel(
            activiteit.titel,
            _moment(activiteit.gestart_op) if activiteit.gestart_op else activiteit.begin / 4,
            _moment(activiteit.gestopt_op) if activiteit.gestopt_op else (activiteit.eind + 1) / 4,
            activiteit.stand,  # type: ignore[arg-type]  # its choices are these words
            activiteit.plan.voorbeeld,
        )
        for activiteit in rij
    ]


TIJDLIJN = Tijdlijnbron("buurtplan", lees)
