"""Who handed in, asked, answered and decided."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from menukaart.begroting.models import Commissievraag, Indiening
from menukaart.plan.models import Tarief


def _begrotingen(wie: Gebruiker) -> list[dict[str, Any]]:
    indieningen = Indiening.objects.filter(Q(door=wie) | Q(besloten_door=wie)).select_related("buurt")
    vragen = Commissievraag.objects.filter(Q(door=wie) | Q(antwoord_door=wie)).select_related("indiening__buurt")
    return [
        *({_t("begroting van"): i.buurt.naam, _t("op"): i.op.isoformat()} for i in indieningen),
        *(
            {_t("begroting van"): v.indiening.buurt.naam, _t("vraag"): v.tekst, _t("antwoord"): v.antwoord}
            for v in vragen
        ),
    ]


def _tarieven(wie: Gebruiker) -> list[dict[str, Any]]:
    return [{_t("tarief"): str(t), _t("op"): t.gemaakt.isoformat()} for t in Tarief.objects.filter(door=wie)]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "tarieven",
        _("Tarieven die u voor begrotingen vastlegde"),
        _("Zodat na te gaan is wie een prijs noemde."),
        _("Het tarief blijft. Uw naam gaat eraf."),
        _tarieven,
        gegevens.niets,  # SET_NULL
    ),
    gegevens.Persoonsgegevens(
        "begrotingen",
        _("Begrotingen die u indiende of beoordeelde, en wat u daarover vroeg of antwoordde"),
        _("Zodat na te gaan is wie wat besloot."),
        _("De tekst blijft bij de begroting. Uw naam gaat eraf."),
        _begrotingen,
        gegevens.niets,  # SET_NULL
    ),
]
