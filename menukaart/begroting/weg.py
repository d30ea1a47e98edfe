"""The step of the budget on the road."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.weg import Stapstand, Wegstap
from kennisplatform.tekening.notitie import geldig_tot
from kennisplatform.tekening.opstand import Opstand
from menukaart.begroting.models import GOED, Begrotingsbesluit, Commissievraag, Indiening
from menukaart.plan.weg import gegevens


def stap(buurt: Buurt, wie: Gebruiker) -> Stapstand:
    """One query, when there is a plan with activities."""
    alles, adres = gegevens(buurt), reverse("begroting", args=[buurt.slug])
    if (plan := alles.plan) is None or not plan.activiteit_n:
        return Stapstand()
    zonder_antwoord = Count("vragen", filter=Q(vragen__antwoord=""))
    rij = Indiening.objects.filter(buurt=buurt).annotate(over=F("versie__nummer"), vraag_n=zonder_antwoord)
    laatste = rij.order_by("-op", "-pk").first()  # said again: counting drops the order of the model
    if laatste is None:
        return Stapstand(
            adres=adres,
            doe=_("maak de begroting"),
            uitleg=_("Per activiteit: uren, verletkosten, materiaal, en wie betaalt. Een middag werk."),
            knop=_("Naar de begroting"),
            doe_adres=adres,
        )
    regels = [str(laatste.get_besluit_display())]
    if laatste.besluit == Begrotingsbesluit.OPEN:
        dagen = ngettext("%(n)s dag bij de commissie", "%(n)s dagen bij de commissie", laatste.dagen)
        regels.append(dagen % {"n": laatste.dagen} if laatste.dagen else _("vandaag ingediend"))
        geldig_tot(laatste.op + dt.timedelta(days=laatste.dagen + 1))
    if laatste.besluit in GOED and plan.versie_n > laatste.over:
        return _opnieuw(regels, adres, laatste.over, plan.versie_n, klaar=alles.onderweg)
    doe, uitleg, knop = _te_doen(laatste)
    return Stapstand(
        klaar=laatste.besluit in GOED,
        begonnen=True,
        regels=tuple(regels),
        adres=adres,
        doe=doe,
        uitleg=uitleg,
        knop=knop,
        doe_adres=adres,
        dringend=laatste.besluit == Begrotingsbesluit.TERUG,
    )


def _te_doen(laatste: Any) -> tuple[str, str, str]:
    """What the network does now: what, how, and the words of the button."""
    if laatste.besluit == Begrotingsbesluit.TERUG and laatste.vraag_n:
        return (
            _("beantwoord de vragen over de begroting"),
            _("Bij elke vraag staat waar zij over gaat. Daarna gaat de begroting opnieuw naar de commissie."),
            _("Beantwoord de vragen"),
        )
    if laatste.besluit == Begrotingsbesluit.TERUG:
        return (
            _("stuur de begroting opnieuw naar de commissie"),
            _("Alle vragen zijn beantwoord. Een kartrekker of de projectcoördinator stuurt de begroting opnieuw."),
            _("Naar de begroting"),
        )
    if laatste.besluit == Begrotingsbesluit.AFGEWEZEN:
        return (
            _("pas de begroting aan"),
            _("De commissie ging niet akkoord en schreef waarom. Pas aan wat nodig is, en stuur de begroting opnieuw."),
            _("Naar de begroting"),
        )
    return (
        _("wacht op de commissie"),
        _("De commissie leest de begroting. Spreek vast af wie er straks tekent."),
        _("Bekijk de begroting"),
    )


def _opnieuw(regels: list[str], adres: str, oud: int, nieuw: int, *, klaar: bool) -> Stapstand:
    """The committee agreed with an earlier version than the one that counts now."""
    return Stapstand(
        klaar=klaar,
        begonnen=True,
        regels=(*regels, _("dat ging over versie %(oud)s, nu is er versie %(nieuw)s") % {"oud": oud, "nieuw": nieuw}),
        adres=adres,
        doe=_("dien de begroting opnieuw in"),
        uitleg=_(
            "De commissie zei ja tegen een eerdere versie. Wat daarna veranderde, telt pas mee als zij het ook las."
        ),
        knop=_("Naar de begroting"),
        doe_adres=adres,
    )


WEGSTAPPEN = [Wegstap(Fase.BUURTBEGROTING, stap)]
OPSTANDEN = [
    Opstand("netwerk", Indiening, lambda buurt: Indiening.objects.filter(buurt=buurt)),
    Opstand(
        "netwerk", Commissievraag, lambda b: Commissievraag.objects.filter(indiening__buurt=b, antwoord=""), ("id",)
    ),
]
