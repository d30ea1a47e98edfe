"""The step of the budget on the road."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.weg import Stapstand, Wegstap
from menukaart.begroting.models import GOED, Begrotingsbesluit, Indiening
from menukaart.plan.weg import gegevens


def stap(buurt: Buurt, wie: Gebruiker) -> Stapstand:
    """One query, when there is a plan with activities."""
    plan, adres = gegevens(buurt).plan, reverse("begroting", args=[buurt.slug])
    if plan is None or not plan.activiteit_n:
        return Stapstand()
    laatste = Indiening.objects.filter(buurt=buurt).first()
    if laatste is None:
        return Stapstand(
            adres=adres,
            doe=_("maak de begroting"),
            uitleg=_("Per activiteit: uren, verletkosten, materiaal, en wie betaalt. Een middag werk."),
            knop=_("Naar de begroting"),
            doe_adres=adres,
        )
    terug = laatste.besluit == Begrotingsbesluit.TERUG
    dagen = ngettext("%(n)s dag bij de commissie", "%(n)s dagen bij de commissie", laatste.dagen) % {"n": laatste.dagen}
    return Stapstand(
        klaar=laatste.besluit in GOED,
        begonnen=True,
        regels=(str(laatste.get_besluit_display()), *((dagen,) if laatste.besluit == Begrotingsbesluit.OPEN else ())),
        adres=adres,
        doe=_("beantwoord de vragen over de begroting") if terug else _("wacht op de commissie"),
        uitleg=_("Bij elke vraag staat waar zij over gaat. Daarna dient u de begroting opnieuw in.")
        if terug
        else _("De commissie leest de begroting. U kunt vast vragen wie er straks tekent."),
        knop=_("Beantwoord de vragen") if terug else _("Bekijk de begroting"),
        doe_adres=adres,
        dringend=terug,
    )


WEGSTAPPEN = [Wegstap(Fase.BUURTBEGROTING, stap)]
