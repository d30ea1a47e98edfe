"""What the register keeps of a person: who brought in a list. Nothing else in this room is about somebody."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.register.models import Buurtinvoer


def _lijsten(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Buurtinvoer.objects.filter(door=wie).values_list("op", "ongedaan_op")
    return [{_t("op"): op.isoformat(), _t("teruggedraaid"): terug.isoformat() if terug else ""} for op, terug in rij]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "buurtlijsten",
        _("Lijsten met buurten die u invoerde"),
        _("Om te weten wie een lijst invoerde, en om haar te kunnen terugdraaien."),
        _("Zolang de buurten er zijn. Gaat uw account weg, dan blijft de lijst staan zonder uw naam."),
        _lijsten,
        gegevens.niets,  # SET_NULL
    )
]
