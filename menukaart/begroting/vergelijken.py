"""What other neighbourhoods budget for the same activity, as a range without names: from five neighbourhoods on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Final

from django.db import transaction
from django.db.models import Q

from menukaart.begroting.models import Bandbreedte, Bandstand
from menukaart.plan.models import Begrotingsregel, Buurtplan, Planactiviteit
from menukaart.plan.models.plan import bedrag_van
from menukaart.plan.sommen import NUL

MINST: Final = 5  # neighbourhoods behind a range: fewer could be recognised
SOORTEN: Final = ("standaard", "keuze")


Bron = tuple[str, int]  # ('standaard', activity of the programme) or ('keuze', page)


def bron_van(activiteit: Planactiviteit) -> Bron | None:
    """What makes two activities of two plans the same; None for one's own idea."""
    if activiteit.standaard_id:
        return "standaard", activiteit.standaard_id
    return ("keuze", activiteit.keuze_id) if activiteit.keuze_id else None


def bandbreedtes(
    plan: Buurtplan, activiteiten: Iterable[Planactiviteit], met_kosten: Collection[object] = ()
) -> dict[int, Bandbreedte]:
    """Key of the activity → the range of the others, as of last night; one query, however many plans there are.

    `met_kosten`: activities of this plan that have a line, and so count in last night's number.
    """
    gezocht = {a.pk: bron for a in activiteiten if (bron := bron_van(a))}
    if not gezocht:
        return {}
    per: dict[int, list[int]] = defaultdict(list)
    for soort, nummer in gezocht.values():
        per[SOORTEN.index(soort)].append(nummer)
    keuze = [Q(soort=SOORTEN[soort], nummer__in=nummers) for soort, nummers in per.items()]
    standen = {(s.soort, s.nummer): s for s in Bandstand.objects.filter(reduce(or_, keuze))}
    mee = {bron for pk, bron in gezocht.items() if pk in met_kosten}
    banden = {pk: standen[bron].zonder(plan.pk, bron in mee) for pk, bron in gezocht.items() if bron in standen}
    return {pk: band for pk, band in banden.items() if band.n >= MINST}


def werk_bij() -> int:
    """Every night: of each activity of the programme and each page what all plans budget for it, by year."""
    per: dict[Bron, dict[int, dict[int, Decimal]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(Decimal)))
    velden = ("activiteit__standaard", "activiteit__keuze", "activiteit__plan", "jaar", "aantal", "prijs")
    rij = Begrotingsregel.objects.filter(Q(activiteit__standaard__isnull=False) | Q(activiteit__keuze__isnull=False))
    for standaard, keuze, plan, jaar, aantal, prijs in rij.order_by().values_list(*velden).iterator(chunk_size=5000):
        bron = ("standaard", standaard) if standaard else ("keuze", keuze)
        per[bron][plan][jaar] += bedrag_van(aantal, prijs)
    standen = [
        _stand(bron, {plan: sum(j.values(), NUL) / len(j) for plan, j in van.items()}) for bron, van in per.items()
    ]
    with transaction.atomic():
        Bandstand.objects.all().delete()
        Bandstand.objects.bulk_create(standen, batch_size=500)
    return len(standen)


def _stand(bron: Bron, bedragen: Mapping[int, Decimal]) -> Bandstand:
    """The two lowest and the two highest: whose range is asked, is left out of it."""
    op_rij = sorted((bedrag, plan) for plan, bedrag in bedragen.items())
    (laag, laag_plan), (hoog, hoog_plan) = op_rij[0], op_rij[-1]
    return Bandstand(
        soort=bron[0],
        nummer=bron[1],
        aantal=len(op_rij),
        laag=laag,
        laag_plan=laag_plan,
        tweede_laag=op_rij[min(1, len(op_rij) - 1)][0],
        hoog=hoog,
        hoog_plan=hoog_plan,
        tweede_hoog=op_rij[max(-2, -len(op_rij))][0],
    )
