"""The step of carrying out on the road: it leads to the board."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.weg import Stapstand, Wegstap
from menukaart.plan.weg import gegevens


def stap(buurt: Buurt, wie: Gebruiker) -> Stapstand:
    plan = gegevens(buurt).plan
    if plan is None or not plan.versie_n:
        return Stapstand()
    adres = reverse("uitvoeren", args=[buurt.slug])
    regels = [ngettext("%(n)s activiteit loopt", "%(n)s activiteiten lopen", plan.loopt_n) % {"n": plan.loopt_n}]
    if plan.gestopt_n:
        regels.append(
            ngettext("%(n)s klaar of gestopt", "%(n)s klaar of gestopt", plan.gestopt_n) % {"n": plan.gestopt_n}
        )
    return Stapstand(
        klaar=plan.activiteit_n > 0 and plan.gestopt_n == plan.activiteit_n,
        begonnen=plan.loopt_n > 0,
        regels=tuple(regels),
        adres=adres,
        doe=_("houd bij wat loopt"),
        uitleg=_("Zet bij elke activiteit hoe het ervoor staat. Wat stopt, krijgt een reden: daar leren anderen van."),
        knop=_("Naar het bord"),
        doe_adres=adres,
    )


WEGSTAPPEN = [Wegstap(Fase.UITVOEREN, stap)]
