"""What the agenda keeps about a person, for 'Mijn gegevens'."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.agenda import deelnemen
from kennisplatform.agenda.models import Bijeenkomst, Deelname, Ervaringsdeskundige, Kalender
from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker


def _van(wie: Gebruiker) -> QuerySet[Deelname]:
    return Deelname.objects.filter(Q(persoon=wie) | Q(email__iexact=wie.email)).select_related("bijeenkomst")


def _deelnames(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {
            _t("bijeenkomst"): d.bijeenkomst.titel,
            _t("wanneer"): d.bijeenkomst.begin.isoformat(),
            _t("staat"): d.get_staat_display(),
            _t("aangemeld op"): d.sinds.isoformat(),
            _t("was er"): d.aanwezig,
        }
        for d in _van(wie)
    ]


def _vergeet_deelnames(wie: Gebruiker) -> None:
    """Places at meetings still to come go to the people on the waiting list."""
    for deelname in _van(wie).filter(bijeenkomst__begin__gt=timezone.now()):
        deelnemen.meld_af(deelname=deelname)
    _van(wie).delete()


def _agenda(wie: Gebruiker) -> list[dict[str, Any]]:
    gemaakt = [
        {_t("soort"): _t("bijeenkomst"), _t("titel"): b.titel, _t("op"): b.gemaakt.isoformat()}
        for b in Bijeenkomst.objects.filter(door=wie)
    ]
    mensen = Ervaringsdeskundige.objects.filter(door=wie).count()
    adres = Kalender.objects.filter(persoon=wie).first()
    return [
        *gemaakt,
        *([{_t("soort"): _t("ervaringsdeskundigen die u toevoegde"), _t("aantal"): mensen}] if mensen else []),
        *([{_t("soort"): _t("kalenderadres"), _t("op"): adres.gemaakt.isoformat()}] if adres else []),
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "bijeenkomsten",
        _("Bijeenkomsten waarvoor u bent aangemeld"),
        _("Om een plek voor u te bewaren, u te mailen als er iets verandert, en te weten wie er was."),
        _("Een jaar na de bijeenkomst. Gaat weg met uw account; uw plek komt dan vrij."),
        _deelnames,
        _vergeet_deelnames,
    ),
    gegevens.Persoonsgegevens(
        "agenda",
        _("Wat u in de agenda zette, en uw kalenderadres"),
        _(
            "Om te weten wie een bijeenkomst maakte of een ervaringsdeskundige toevoegde, en uw eigen kalender te laten werken."
        ),
        _("De bijeenkomst blijft bij het netwerk, zonder uw naam. Het kalenderadres gaat weg met uw account."),
        _agenda,
        gegevens.niets,  # SET_NULL, and the calendar goes with the account's row
    ),
]
