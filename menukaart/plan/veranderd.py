"""Whether a plan says something else than what was laid down last. Only then the road asks for a new version."""

from __future__ import annotations

from datetime import datetime

from django.core.cache import cache

from menukaart.plan.bevriezen import canoniek
from menukaart.plan.models import Buurtplan
from menukaart.plan.plannen import inhoud_van_plan

DAG = 24 * 3600  # seconds; what was compared stays true as long as nothing was touched


def is_veranderd(plan: Buurtplan, beeld_geraakt: datetime | None) -> bool:
    """No query when nothing was touched since it was laid down, or when this very state was compared before. A challenge's
    title stands in the plan as well, so the time of the picture counts too. False when nothing was ever laid down.
    """
    laatst = max(filter(None, (plan.geraakt, beeld_geraakt)))
    versie_op: datetime | None = getattr(plan, "versie_op", None)
    if versie_op is None or laatst <= versie_op:
        return False
    # Every row that changes touches the time of its whole, so the times name the state.
    naam = f"plan-veranderd:{plan.pk}:{laatst.timestamp()}:{versie_op.timestamp()}"
    return bool(cache.get_or_set(naam, lambda: _vergelijk(plan), DAG))


def _vergelijk(plan: Buurtplan) -> bool:
    versie = plan.versies.first()
    return versie is not None and versie.inhoud != canoniek(inhoud_van_plan(plan))
