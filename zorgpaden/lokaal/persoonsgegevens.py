"""What own pathways keep about a person, for 'Mijn gegevens'."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from zorgpaden.lokaal.models import Buurtpad


def _paden(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Buurtpad.objects.filter(Q(door=wie) | Q(goedgekeurd_door=wie)).select_related("buurt")
    return [{_t("zorgpad"): p.naam, _t("buurt"): p.buurt.naam, _t("op"): p.gewijzigd.isoformat()} for p in rij]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "buurtpaden",
        _("Zorgpaden van uw buurt die u als laatste wijzigde of goedkeurde"),
        _("Zodat uw netwerk weet van wie een afspraak komt."),
        _("Het zorgpad blijft bij het netwerk. Met uw account gaat uw naam eraf."),
        _paden,
        gegevens.niets,  # SET_NULL
    )
]
