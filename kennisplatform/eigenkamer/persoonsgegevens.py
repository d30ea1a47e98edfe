"""What a network's own room keeps of a person: who wrote a note or brought a file."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag


def _geschreven(wie: Gebruiker) -> list[dict[str, Any]]:
    verslagen = Netwerkverslag.objects.filter(door=wie).select_related("buurt")
    bestanden = Netwerkbestand.objects.filter(door=wie).select_related("buurt")
    return [
        {_t("buurt"): ding.buurt.naam, _t("wat"): str(ding), _t("op"): ding.gemaakt.isoformat()}
        for rij in (verslagen, bestanden)
        for ding in rij
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "netwerkkamer",
        _("Verslagen en bestanden die u in de kamer van uw netwerk zette"),
        _("Zodat uw netwerk weet van wie iets komt."),
        _("De tekst en het bestand blijven bij het netwerk. Uw naam gaat eraf."),
        _geschreven,
        gegevens.niets,  # SET_NULL
    )
]
