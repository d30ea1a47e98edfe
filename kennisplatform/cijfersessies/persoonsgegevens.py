"""What a session keeps of a person: who began it."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.cijfersessies.models import Cijfersessie
from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker


def _sessies(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Cijfersessie.objects.filter(door=wie).values_list("buurt__naam", "dag")
    return [{_t("buurt"): naam, _t("dag"): dag.isoformat()} for naam, dag in rij]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "cijfersessies",
        _("Sessies over cijfers die u begon"),
        _("Zodat uw netwerk weet wie een sessie begon."),
        _("De aantekeningen blijven bij het netwerk. Uw naam gaat eraf."),
        _sessies,
        gegevens.niets,  # SET_NULL
    )
]
