"""What other neighbourhoods budget for the same activity, as a range without names: from five neighbourhoods on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Final

from django.db.models import Q

from menukaart.plan.models import Begrotingsregel, Buurtplan, Planactiviteit
from menukaart.plan.sommen import NUL

MINST: Final = 5  # neighbourhoods behind a range: fewer could be recognised


@dataclass(frozen=True)
class Bandbreedte:
    """Euros for a year, of `n` other neighbourhoods."""

    laagste: Decimal
    middelste: Decimal
    hoogste: Decimal
    n: int

    def past(self, bedrag: Decimal) -> str:
        """'lager', 'binnen' or 'hoger' than all of them."""
        if bedrag > self.hoogste:
            return "hoger"
        return "lager" if bedrag < self.laagste else "binnen"


Bron = tuple[str, int]  # ('standaard', activity of the programme) or ('keuze', page)


def bron_van(activiteit: Planactiviteit) -> Bron | None:
    """What makes two activities of two plans the same; None for one's own idea."""
    if activiteit.standaard_id:
        return "standaard", activiteit.standaard_id
    return ("keuze", activiteit.keuze_id) if activiteit.keuze_id else None


def bandbreedtes(plan: Buurtplan, activiteiten: Iterable[Planactiviteit]) -> dict[int, Bandbreedte]:
    """Key of the activity → the range; one query."""
    gezocht = {a.pk: bron for a in activiteiten if (bron := bron_van(a))}
    standaard = [nummer for soort, nummer in gezocht.values() if soort == "standaard"]
    keuzes = [nummer for soort, nummer in gezocht.values() if soort == "keuze"]
    if not gezocht:
        return {}
    rij = Begrotingsregel.objects.exclude(activiteit__plan=plan).filter(
        Q(activiteit__standaard__in=standaard) | Q(activiteit__keuze__in=keuzes)
    )
    per: dict[Bron, dict[int, dict[int, Decimal]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(Decimal)))
    for regel in rij.select_related("activiteit"):
        if bron := bron_van(regel.activiteit):
            per[bron][regel.activiteit.plan_id][regel.jaar] += regel.bedrag
    per_jaar = {bron: [sum(j.values(), NUL) / len(j) for j in plannen.values()] for bron, plannen in per.items()}
    return {pk: _band(per_jaar[bron]) for pk, bron in gezocht.items() if len(per_jaar.get(bron, ())) >= MINST}


def _band(bedragen: list[Decimal]) -> Bandbreedte:
    """To ten euros: the range must not give away a line of somebody."""
    laag, midden, hoog = (Decimal(round(b, -1)) for b in (min(bedragen), median(bedragen), max(bedragen)))
    return Bandbreedte(laag, midden, hoog, len(bedragen))
