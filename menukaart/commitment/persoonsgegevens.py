"""Who was asked to sign, and did. A signature is kept as long as its plan; who leaves the platform keeps the name under it."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from menukaart.commitment.models import WACHT, Handtekening


def _handtekeningen(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Handtekening.objects.filter(Q(email__iexact=wie.email) | Q(door=wie)).select_related("buurt", "versie")
    return [
        {
            _t("plan van"): h.buurt.naam,
            _t("versie"): h.versie.nummer,
            _t("naam"): h.naam,
            _t("organisatie"): h.organisatie,
            _t("stand"): h.get_stand_display(),
        }
        for h in rij
    ]


def _vergeet(wie: Gebruiker) -> None:
    """What was only asked goes; under what was signed the address goes, the promise stays."""
    Handtekening.objects.filter(email__iexact=wie.email, stand__in=WACHT).delete()
    for h in Handtekening.objects.filter(email__iexact=wie.email):
        h.email = f"weg-{h.pk}@onbekend.invalid"
        h.save(update_fields=["email"])


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "handtekeningen",
        _("Handtekeningen die u zette, en die u vroeg"),
        _("Zodat na te gaan is wie welke versie van een buurtplan tekende."),
        _("Zo lang als het plan. Wat u niet tekende, gaat weg met uw account."),
        _handtekeningen,
        _vergeet,
    ),
]
