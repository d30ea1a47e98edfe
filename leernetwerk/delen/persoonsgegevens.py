"""What sharing keeps about a person, for 'Mijn gegevens'."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.delen.models import Inzending


def _inzendingen(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {
            _t("buurt"): i.buurt.naam,
            _t("titel"): i.titel,
            _t("stand"): i.get_stand_display(),
            _t("begonnen"): i.gemaakt.isoformat(),
            _t("aanleiding"): i.aanleiding,
            _t("aanpak"): i.aanpak,
            _t("wat werkte"): i.wat_werkte,
            _t("wat niet werkte"): i.wat_niet_werkte,
        }
        for i in Inzending.objects.filter(schrijver=wie).select_related("buurt")
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "inzendingen",
        _("Voorbeelden die u schreef"),
        _("Zodat uw netwerk en de redactie weten van wie een voorbeeld komt."),
        _("Wat op de site staat, blijft; uw naam gaat eraf. Een concept dat niemand afmaakt, gaat na een jaar weg."),
        _inzendingen,
        gegevens.niets,  # SET_NULL: the text belongs to the network
    ),
]
