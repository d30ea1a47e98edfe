"""The third question of rights: of these people, who may do this to this thing? For telling many at once.

`mag` asks it for one person and one thing, `zichtbaar_voor` for one person and many things; all three read rechten.py.
"""

from __future__ import annotations

from django.db.models import Model, Q, QuerySet

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers.models import Gebruiker, Lidmaatschap
from kennisplatform.deelnemers.positie import buurt_van, personen_van, toegestaan
from kennisplatform.deelnemers.rechten import VAN_ROL, Doe, Kring, regel


def wie_mag(rij: QuerySet[Gebruiker], doe: Doe, ding: Model | str, soort: str = "") -> QuerySet[Gebruiker]:
    """The people of a query for whom `mag(person, doe, ding, soort)` is true; one query, however many they are."""
    een = None if isinstance(ding, str) else ding
    kringen = regel(ding, doe) if isinstance(ding, str) else toegestaan(ding, doe, soort)
    rij = rij.filter(is_active=True)
    if kringen & {Kring.IEDEREEN, Kring.AANGEMELD}:
        return rij
    lopend = Lidmaatschap.objects.lopend().filter(persoon__isnull=False)
    waar = Q(pk__in=[])
    if Kring.NETWERK in kringen:
        waar |= Q(pk__in=lopend.values("persoon"))
    rollen = frozenset().union(*(VAN_ROL[kring] for kring in kringen if kring in VAN_ROL))
    if rollen and een is not None:
        waar |= Q(pk__in=lopend.filter(buurt=buurt_van(een), rol__in=rollen).values("persoon"))
    if Kring.ZELF in kringen and een is not None:
        waar |= Q(pk__in=personen_van(een))
    groepen = [rol.naam for rol in ROLLEN if rol.code in kringen]
    if groepen:
        waar |= Q(is_superuser=True) | Q(pk__in=Gebruiker.objects.filter(groups__name__in=groepen).values("pk"))
    return rij.filter(waar)
