"""What the register keeps of a person: who brought in a list, or wrote a letter. Nothing else in this room is about somebody."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.register.models import Buurtinvoer, Buurtscan, Instroom, Teambericht


def _lijsten(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Buurtinvoer.objects.filter(door=wie).values_list("op", "ongedaan_op")
    return [{_t("op"): op.isoformat(), _t("teruggedraaid"): terug.isoformat() if terug else ""} for op, terug in rij]


def _berichten(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Teambericht.objects.filter(door=wie).values_list("op", "onderwerp", "tekst")
    return [{_t("op"): op.isoformat(), _t("onderwerp"): kop, _t("bericht"): tekst} for op, kop, tekst in rij]


def _scans(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Buurtscan.objects.filter(door=wie).values_list("buurt__naam", "op")
    return [{_t("buurt"): naam, _t("op"): op.isoformat()} for naam, op in rij]


def _instroom(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Instroom.objects.filter(door=wie).values_list("buurt__naam", "op")
    return [{_t("buurt"): naam, _t("op"): op.isoformat()} for naam, op in rij]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "buurtscans",
        _("Scans van uw buurt die u het laatst invulde"),
        _("Zodat het team weet bij wie het kan vragen wat er staat."),
        _("Zolang de buurt er is. Gaat uw account weg, dan gaat uw naam eraf."),
        _scans,
        gegevens.niets,  # SET_NULL
    ),
    gegevens.Persoonsgegevens(
        "instroom",
        _("Buurten waarvan u de start vastlegde"),
        _("Zodat het team weet wie besloot."),
        _("Zolang de buurt er is. Gaat uw account weg, dan gaat uw naam eraf."),
        _instroom,
        gegevens.niets,  # SET_NULL
    ),
    gegevens.Persoonsgegevens(
        "teamberichten",
        _("Berichten die u aan netwerken schreef"),
        _("Zodat het team weet wat er aan netwerken is geschreven."),
        _("Blijft bij het team. Gaat uw account weg, dan gaat uw naam eraf."),
        _berichten,
        gegevens.niets,  # SET_NULL
    ),
    gegevens.Persoonsgegevens(
        "buurtlijsten",
        _("Lijsten met buurten die u invoerde"),
        _("Om te weten wie een lijst invoerde, en om haar te kunnen terugdraaien."),
        _("Zolang de buurten er zijn. Gaat uw account weg, dan blijft de lijst staan zonder uw naam."),
        _lijsten,
        gegevens.niets,  # SET_NULL
    ),
]
