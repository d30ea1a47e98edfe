"""Who saved which row last: kept so that a network knows whom to ask."""

from __future__ import annotations

from typing import Any, Final

from django.apps import apps
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from menukaart.plan.models.rij import Bevroren, Rij


def _geschreven(wie: Gebruiker) -> list[dict[str, Any]]:
    soorten = [m for m in apps.get_app_config("plan").get_models() if issubclass(m, (Rij, Bevroren))]
    return [
        {_t("wat"): str(rij._meta.verbose_name), _t("tekst"): str(rij), _t("op"): rij.op.isoformat()}
        for model in soorten
        for rij in model._default_manager.filter(door=wie)
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "buurtplan",
        _("Wat u in een buurtbeeld of buurtplan schreef of vaststelde"),
        _("Zodat uw netwerk weet wie iets het laatst bewaarde."),
        _("De tekst blijft bij het netwerk. Uw naam gaat eraf."),
        _geschreven,
        gegevens.niets,  # SET_NULL
    ),
]
