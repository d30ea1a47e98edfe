"""What figures keep of a person: who took in a file. Nothing else in this room is about somebody."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.cijfers.models import Cijferinvoer
from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker


def _invoeren(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Cijferinvoer.objects.filter(door=wie).select_related("bron").defer("rauw")
    return [
        {
            _t("bestand"): invoer.bestand,
            _t("bron"): invoer.bron.code,
            _t("stand"): invoer.get_stand_display(),
            _t("op"): invoer.op.isoformat(),
        }
        for invoer in rij
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "cijferbestanden",
        _("Bestanden met cijfers die u binnenhaalde"),
        _("Om te kunnen nagaan waar een cijfer vandaan komt en wie het opnam."),
        _("Zolang de cijfers er zijn. Gaat uw account weg, dan blijft het bestand staan zonder uw naam."),
        _invoeren,
        gegevens.niets,  # SET_NULL
    )
]
