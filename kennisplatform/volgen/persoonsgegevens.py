"""What 'volgen' keeps about a person, for 'Mijn gegevens'. All of it goes with the account's own row."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.volgen import lijst
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.models import Hoe


def _volgt(wie: Gebruiker) -> list[dict[str, Any]]:
    mail = {_t("mail"): str(Hoe(lijst.hoe_van(wie)).label)}
    return [
        mail,
        *(
            {
                _t("soort"): str(g.soort),
                _t("wat"): g.ding.titel if g.ding else _t("niet meer te zien"),
                _t("sinds"): g.volg.sinds.isoformat(),
            }
            for g in lijst.mijn(wie)
        ),
    ]


def _meldingen(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {
            _t("bericht"): m.gebeurtenis.titel,
            _t("op"): m.gebeurtenis.gemaakt.isoformat(),
            _t("gelezen"): m.gelezen and m.gelezen.isoformat(),
            _t("gemaild"): m.gemaild and m.gemaild.isoformat(),
        }
        for m in te_lezen(wie).select_related("gebeurtenis")
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "volgen",
        _("Wat u volgt"),
        _("Om u te vertellen als er iets nieuws is."),
        _("Tot u stopt met volgen. Gaat weg met uw account."),
        _volgt,
        gegevens.niets,
    ),
    gegevens.Persoonsgegevens(
        "meldingen",
        _("Berichten die u kreeg over wat u volgt"),
        _("Om u te laten zien wat nieuw voor u is, en niets twee keer te mailen."),
        _("Tot drie maanden nadat u ze las, ongelezen een jaar. Gaan weg met uw account."),
        _meldingen,
        gegevens.niets,
    ),
]
