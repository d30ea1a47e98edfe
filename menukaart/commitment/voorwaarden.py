"""On what the committee agreed: whoever signs a version signs it with these words beside it."""

from __future__ import annotations

from django.db.models import QuerySet

from menukaart.begroting.models import GOED, Begrotingsbesluit, Indiening
from menukaart.plan.models import Planversie


def met_voorwaarden() -> QuerySet[Planversie]:
    return Planversie.objects.filter(indieningen__besluit=Begrotingsbesluit.VOORWAARDEN)


def voorwaarden_van(versie: Planversie) -> Indiening | None:
    """The decision with its conditions; None when the committee agreed without any, or did not agree."""
    goed = Indiening.objects.filter(versie=versie, besluit__in=GOED).order_by("-besloten_op", "-pk").first()
    return goed if goed is not None and goed.besluit == Begrotingsbesluit.VOORWAARDEN else None
