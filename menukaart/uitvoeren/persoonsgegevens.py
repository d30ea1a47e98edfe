"""Who wrote which line about an activity."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from menukaart.uitvoeren.models import Voortgang


def _regels(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {_t("wat"): str(rij), _t("tekst"): rij.aangepast or rij.stopreden, _t("op"): rij.op.isoformat()}
        for rij in Voortgang.objects.filter(door=wie).select_related("activiteit")
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "voortgang",
        _("Wat u bijhield over activiteiten van een buurtplan"),
        _("Zodat uw netwerk weet wie iets schreef."),
        _("De tekst blijft bij het netwerk. Uw naam gaat eraf."),
        _regels,
        gegevens.niets,  # SET_NULL
    ),
]
