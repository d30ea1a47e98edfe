"""What residents read of a neighbourhood's picture: what was laid down, when its network lets them."""

from __future__ import annotations

from django.http import HttpRequest

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.notitie import toont
from menukaart.plan.bevriezen import lees
from menukaart.plan.models import Buurtbeeld


def dingnaam(buurt: int) -> str:
    """How kept pages know that they show a neighbourhood's picture."""
    return f"buurtbeeld:{buurt}"


def op_buurt(request: HttpRequest, buurt: Buurt) -> Deel | None:
    toont(dingnaam(buurt.pk))
    beeld = Buurtbeeld.objects.filter(buurt=buurt, openbaar=True).first()
    versie = beeld.versies.first() if beeld else None
    if versie is None:
        return None
    return Deel("plan/op_buurt.html", {"beeldinhoud": lees(versie), "beeldversie": versie})
