"""A mark of a plan as it stands, for what is kept of its pages (tekening/opstand.py). Three queries of plain values."""

from __future__ import annotations

from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.opstand import rijen_van
from menukaart.plan.models import Begrotingsregel, Buurtplan, Planactiviteit, Planthema

ERBIJ = ("uitdaging__titel", "keuze__url_path")  # what a row shows of what it points at


def planstand(plan: Buurtplan, *erbij: object) -> str:
    """Of all rows of the plan with all their fields, so that nothing that a page shows of them can be forgotten. `erbij`:
    what else it shows.
    """
    themas = rijen_van(Planthema, "plan", plan.pk)
    activiteiten = rijen_van(Planactiviteit, "plan", plan.pk, *ERBIJ)
    regels = rijen_van(Begrotingsregel, "activiteit__plan", plan.pk)
    return afdruk(plan.buurt, plan, themas, activiteiten, regels, *erbij)
