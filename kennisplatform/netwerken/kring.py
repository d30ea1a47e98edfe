"""Who has to hear of a network: who leads it, who coaches it, and the transition team."""

from __future__ import annotations

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.deelnemers.rechten import Kring

TEAM, COMMISSIE = (next(rol.naam for rol in ROLLEN if rol.code == kring) for kring in (Kring.TEAM, Kring.COMMISSIE))


def het_team() -> list[Gebruiker]:
    return list(Gebruiker.objects.filter(is_active=True, groups__name=TEAM).distinct())


def de_commissie(buurt: Buurt) -> list[Gebruiker]:
    """Who judges the budget of this neighbourhood: nobody that is or was in it."""
    rij = Gebruiker.objects.filter(is_active=True, groups__name=COMMISSIE)
    return list(rij.exclude(pk__in=Lidmaatschap.objects.filter(buurt=buurt, persoon__isnull=False).values("persoon")))


def wie_trekt(buurt: Buurt) -> list[Gebruiker]:
    """Who takes the next step on the road: kartrekkers and the coordinator."""
    return list(dict.fromkeys(met_rol(buurt, Netwerkrol.KARTREKKER, Netwerkrol.COORDINATOR)))


def met_rol(buurt: Buurt, *rollen: Netwerkrol) -> list[Gebruiker]:
    rij = Lidmaatschap.objects.lopend().filter(buurt=buurt, rol__in=rollen, persoon__is_active=True)
    return [lid.persoon for lid in rij.select_related("persoon") if lid.persoon]


def wie_beslist(buurt: Buurt) -> list[Gebruiker]:
    """Its kartrekkers; where there are none yet, the transition team."""
    return met_rol(buurt, Netwerkrol.KARTREKKER) or het_team()


def wie_hoort_het(lid: Lidmaatschap) -> list[Gebruiker]:
    """Of who joins or leaves: kartrekkers and coaches; of a kartrekker the team too, because it answers for who leads."""
    rij = met_rol(lid.buurt, Netwerkrol.KARTREKKER, Netwerkrol.COACH)
    if lid.rol == Netwerkrol.KARTREKKER:
        rij += het_team()
    return list(dict.fromkeys(rij))
