"""A challenge, a group of people, an age or a topic goes into another: profiles of neighbourhoods name them by their code."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.begripsporen import Begripspoor, Begripwissel
from kennisplatform.basis.models import Begripsoort
from menukaart.kiezen.models import Buurtprofiel

VELDEN = {
    Begripsoort.UITDAGING.value: ("eerst", "ook"),
    Begripsoort.DOELGROEP.value: ("voor_wie",),
    Begripsoort.LEEFTIJD.value: ("leeftijd",),
    Begripsoort.ONDERWERP.value: ("ziekte",),
}


def _profielen(wissel: Begripwissel) -> list[Buurtprofiel]:
    """A thousand at most; a list in JSON is not asked for in the same way by each database."""
    velden = VELDEN.get(wissel.oud.soort, ())
    if not velden:
        return []
    return [
        p for p in Buurtprofiel.objects.all() if any(wissel.oud.code in (getattr(p, veld) or ()) for veld in velden)
    ]


def _kijk(wissel: Begripwissel) -> list[str]:
    n = len(_profielen(wissel))
    tekst = ngettext("Het profiel van %(n)s buurt gaat mee.", "De profielen van %(n)s buurten gaan mee.", n)
    return [tekst % {"n": n}] if n else []


def _doe(wissel: Begripwissel) -> None:
    oud, nieuw = wissel.oud.code, wissel.nieuw.code
    for profiel in _profielen(wissel):
        nu = {
            veld: list(dict.fromkeys(nieuw if code == oud else code for code in getattr(profiel, veld) or ()))
            for veld in VELDEN[wissel.oud.soort]
        }
        if "ook" in nu:
            nu["ook"] = [code for code in nu["ook"] if code not in nu["eerst"]]  # in one of the two weights
        Buurtprofiel.objects.filter(pk=profiel.pk).update(**nu)  # who answered, and when, stays


SPOOR = Begripspoor("profielen van buurten", _kijk, _doe)
