"""What questionnaires keep about a person: who opened and closed a round. Of who answered nothing is kept."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.vragenlijsten.models import Vragenronde


def _ronden(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Vragenronde.objects.filter(Q(door=wie) | Q(gesloten_door=wie)).select_related("buurt")
    return [
        {_t("vragenlijst"): r.lijst, _t("buurt"): r.buurt.naam, _t("op"): timezone.localdate(r.open_op).isoformat()}
        for r in rij
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "vragenronden",
        _("Vragenlijsten die u opende of sloot"),
        _("Zodat uw netwerk weet wie het vroeg. Wie antwoordde, weten wij niet."),
        _("De ronde blijft bij het netwerk. Met uw account gaat uw naam eraf."),
        _ronden,
        gegevens.niets,  # SET_NULL
    )
]
