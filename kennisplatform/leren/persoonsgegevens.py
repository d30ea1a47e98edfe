"""What is kept of somebody who keeps their lessons."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.leren.models import GevolgdeLes


def _lessen(wie: Gebruiker) -> list[dict[str, Any]]:
    return [{_t("les"): rij.titel, _t("op"): rij.op.isoformat()} for rij in GevolgdeLes.objects.filter(persoon=wie)]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "lessen",
        _("Lessen die u bewaarde"),
        _("Zodat u kunt laten zien wat u deed. Niemand anders leest dit."),
        _("Tot u ze van de lijst haalt, of uw account weggaat."),
        _lessen,
        gegevens.niets,  # goes with the account's own row
    ),
]
