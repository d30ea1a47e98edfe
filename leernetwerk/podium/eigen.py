"""What the newsletter keeps about a person, for 'Mijn gegevens'."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.podium.models import Abonnee


def registreer() -> None:
    gegevens.registreer(
        gegevens.Gegevensbron(
            "nieuwsbrief",
            _("Nieuwsbrief"),
            _("Om u de nieuwsbrief te sturen."),
            _(
                "Tot u zich afmeldt. Gaat uw account weg, dan gaat dit mee. Een adres dat niemand bevestigt: zeven dagen."
            ),
            _lezer,
            _vergeet,
        )
    )


def _van(wie: Gebruiker) -> QuerySet[Abonnee]:
    return Abonnee.objects.filter(Q(persoon=wie) | Q(email=wie.email.lower()))


def _lezer(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = _van(wie).select_related("persoon")
    return [
        {_t("adres"): a.adres, _t("sinds"): a.gemaakt.isoformat(), _t("bevestigd"): bool(a.bevestigd_op)} for a in rij
    ]


def _vergeet(wie: Gebruiker) -> None:
    _van(wie).delete()
