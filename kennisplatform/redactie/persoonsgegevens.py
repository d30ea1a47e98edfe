"""What the desk keeps of a person: views of reports, and work on many pages that somebody began."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.models import Weggegooid
from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.redactie.models import Inhoudsregel, Meeleeslink, Rapportkeuze, Werkgang


def _weergaven(wie: Gebruiker) -> list[dict[str, Any]]:
    rijen = Rapportkeuze.objects.filter(gebruiker=wie)
    return [{_t("rapport"): rij.rapport, _t("naam"): rij.naam, _t("filters"): rij.vraag} for rij in rijen]


def _werk(wie: Gebruiker) -> list[dict[str, Any]]:
    rijen = Werkgang.objects.filter(door=wie)
    return [
        {_t("wat"): rij.get_soort_display(), _t("op"): rij.op.isoformat(), _t("stand"): rij.get_stand_display()}
        for rij in rijen
    ]


def _weggegooid(wie: Gebruiker) -> list[dict[str, Any]]:
    rijen = Weggegooid.objects.filter(door=wie).select_related("pagina")
    return [{_t("pagina"): str(rij), _t("op"): rij.op.isoformat()} for rij in rijen]


def _meelezen(wie: Gebruiker) -> list[dict[str, Any]]:
    rijen = Meeleeslink.objects.filter(door=wie).select_related("pagina")
    return [{_t("pagina"): str(rij), _t("op"): rij.op.isoformat(), _t("tot"): rij.tot.isoformat()} for rij in rijen]


def _regels(wie: Gebruiker) -> list[dict[str, Any]]:
    return [{_t("regel"): rij.naam} for rij in Inhoudsregel.objects.filter(aan=wie)]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "weergaven",
        _("Weergaven van rapporten die u bewaarde"),
        _("Om een lijst terug te vinden."),
        _("Tot u haar vergeet. Gaat uw account weg, dan gaat zij mee."),
        _weergaven,
        gegevens.niets,  # CASCADE
    ),
    gegevens.Persoonsgegevens(
        "werkgangen",
        _("Werk aan veel pagina’s tegelijk dat u begon"),
        _("Om te zien wie iets wijzigde, en om het terug te draaien."),
        _("90 dagen. Gaat uw account weg, dan blijft staan wat er gebeurde, zonder uw naam."),
        _werk,
        gegevens.niets,  # SET_NULL
    ),
    gegevens.Persoonsgegevens(
        "prullenbak",
        _("Pagina’s die u in de prullenbak legde"),
        _("Om te zien wie iets weggooide."),
        _("30 dagen. Gaat uw account weg, dan blijft de pagina liggen, zonder uw naam."),
        _weggegooid,
        gegevens.niets,  # SET_NULL
    ),
    gegevens.Persoonsgegevens(
        "meeleeslinks",
        _("Links die u maakte om iemand een tekst te laten meelezen"),
        _("Om te zien wie iets deelde, en om het in te trekken."),
        _("Twee weken. Gaat uw account weg, dan blijft de link werken, zonder uw naam."),
        _meelezen,
        gegevens.niets,  # SET_NULL
    ),
    gegevens.Persoonsgegevens(
        "inhoudsregels",
        _("Regels van de redactie die u een mail sturen"),
        _("Om te weten wie de mail krijgt."),
        _("Tot de redactie de regel wijzigt. Gaat uw account weg, dan mailt de regel u niet meer."),
        _regels,
        gegevens.niets,  # SET_NULL
    ),
]
