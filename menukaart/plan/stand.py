"""Marks of a plan as it stands, for what is kept of its pages and of its network's (tekening/opstand.py)."""

from __future__ import annotations

from django.db.models import Count

from kennisplatform.netwerken.models import Afspraak
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.opstand import Opstand, rijen_van
from menukaart.kiezen.models import Buurtprofiel, Keuze, Stem
from menukaart.plan.models import (
    Beeldkracht,
    Beelduitdaging,
    Beeldversie,
    Begrotingsregel,
    Buurtbeeld,
    Buurtplan,
    Planactiviteit,
    Planthema,
    Planversie,
)

ERBIJ = ("uitdaging__titel", "keuze__url_path")  # what a row shows of what it points at


def planstand(plan: Buurtplan, *erbij: object) -> str:
    """Of all rows of the plan with all their fields, so that nothing that a page shows of them can be forgotten. `erbij`:
    what else it shows. Three queries of plain values.
    """
    themas = rijen_van(Planthema, "plan", plan.pk)
    activiteiten = rijen_van(Planactiviteit, "plan", plan.pk, *ERBIJ)
    regels = rijen_van(Begrotingsregel, "activiteit__plan", plan.pk)
    return afdruk(plan.buurt, plan, themas, activiteiten, regels, *erbij)


OPSTANDEN = [
    # What the road of a network shows of its picture and its plan: counts, and when they were touched.
    Opstand("netwerk", Buurtbeeld, lambda buurt: Buurtbeeld.objects.filter(buurt=buurt)),
    Opstand("netwerk", Beelduitdaging, lambda buurt: Beelduitdaging.objects.filter(beeld__buurt=buurt), ("id",)),
    Opstand("netwerk", Beeldkracht, lambda buurt: Beeldkracht.objects.filter(beeld__buurt=buurt), ("id",)),
    Opstand("netwerk", Beeldversie, lambda buurt: Beeldversie.objects.filter(beeld__buurt=buurt), ("id",)),
    Opstand("netwerk", Buurtplan, lambda buurt: Buurtplan.objects.filter(buurt=buurt)),
    Opstand("netwerk", Planversie, lambda b: Planversie.objects.filter(plan__buurt=b), ("id", "nummer", "op")),
    Opstand(
        "netwerk",
        Planactiviteit,
        lambda buurt: Planactiviteit.objects.filter(plan__buurt=buurt).values("stand").annotate(n=Count("pk")),
        ("stand", "n"),
    ),
    # 'Is het plan er klaar voor?': the plan, its budget, and what the network said of what its choices ask.
    Opstand("plan_klaar", Planactiviteit, lambda buurt: Planactiviteit.objects.filter(plan__buurt=buurt)),
    Opstand("plan_klaar", Begrotingsregel, lambda b: Begrotingsregel.objects.filter(activiteit__plan__buurt=b)),
    Opstand("plan_klaar", Keuze, lambda buurt: Keuze.objects.filter(buurt=buurt)),
    Opstand("plan_klaar", Stem, lambda buurt: Stem.objects.filter(keuze__buurt=buurt), ("id",)),
    Opstand("plan_klaar", Buurtprofiel, lambda buurt: Buurtprofiel.objects.filter(buurt=buurt)),
    Opstand("plan_klaar", Afspraak, lambda buurt: Afspraak.objects.filter(buurt=buurt), ("id", "wat")),
]
