"""Why a network does what stands in its plan: what it decided about its choices, for who decides about the money.

Of a choice only the decision: why it came on the list, who voted what and remarks were written for the network alone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils import timezone

from kennisplatform.basis.keuzes import Bewijsniveau
from menukaart.kiezen.keuzes import Keuzestand
from menukaart.kiezen.models import Keuze
from menukaart.plan.models import Buurtplan, Planactiviteit


@dataclass(frozen=True)
class Planreden:
    """What is said of one activity; each part may be empty."""

    uitdaging: str  # the challenge that it works at
    reden: str  # in the words of the decision
    besloten: str  # the year of the decision
    bewijs: str  # the evidence on that day; empty: nobody judged it
    anders: str  # what is done otherwise than described

    def __bool__(self) -> bool:
        return bool(self.uitdaging or self.reden or self.anders)


def redenen(plan: Buurtplan, activiteiten: Collection[Planactiviteit]) -> dict[int, Planreden]:
    """Activity to why, of those of which something was said. Two queries, however many; challenges come with them when they
    were fetched.
    """
    rij = Keuze.objects.filter(
        buurt=plan.buurt_id, stand=Keuzestand.GEKOZEN, pagina__in={a.keuze_id for a in activiteiten if a.keuze_id}
    )
    per_pagina = {keuze.pagina_id: keuze for keuze in rij}
    alle = {a.pk: _reden(a, per_pagina.get(a.keuze_id)) for a in activiteiten}
    return {pk: reden for pk, reden in alle.items() if reden}


def _reden(a: Planactiviteit, keuze: Keuze | None) -> Planreden:
    uitdaging = a.uitdaging.titel if a.uitdaging else ""
    if keuze is None:
        return Planreden(uitdaging, "", "", "", a.aangepast)
    jaar = str(timezone.localtime(keuze.besloten_op).year) if keuze.besloten_op else ""
    bewijs = "" if keuze.bewijs_toen == str(Bewijsniveau.NIET_BEOORDEELD.label) else keuze.bewijs_toen
    return Planreden(uitdaging, keuze.reden, jaar, bewijs, a.aangepast)
