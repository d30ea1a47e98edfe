"""What stays of an editor who answered readers."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.terugmelding.models import Terugmelding


def _antwoorden(wie: Gebruiker) -> list[dict[str, Any]]:
    rijen = Terugmelding.objects.filter(door=wie).select_related("pagina")
    return [
        {_t("pagina"): rij.pagina.title, _t("antwoord"): rij.antwoord, _t("op"): f"{rij.afgedaan:%Y-%m-%d}"}
        for rij in rijen
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "terugmeldingen",
        _("Antwoorden die u lezers gaf"),
        _("Zodat de redactie ziet wat al beantwoord is."),
        _("Een jaar. Uw naam gaat eraf als uw account weggaat."),
        _antwoorden,
        gegevens.niets,  # SET_NULL
    ),
]
