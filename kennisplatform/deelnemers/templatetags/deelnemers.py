"""In whose name does somebody write, and what may they do here? For templates."""

from __future__ import annotations

from django import template
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers import positie as plek
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.rechten import Doe

register = template.Library()
MAX = 60


@register.simple_tag
def mag(wie: Gebruiker, doe: str, ding: Model | str, soort: str = "") -> bool:
    return plek.mag(wie, Doe(doe), ding, soort)


@register.simple_tag
def mijn_buurten(wie: Gebruiker, hier: Buurt) -> list[Buurt]:
    """For the switch between neighbourhoods; one query when it is drawn, and none for who is in `hier` only."""
    rollen = plek.positie(wie).rollen
    return [hier] if set(rollen) <= {hier.pk} else list(Buurt.objects.filter(pk__in=list(rollen)[:MAX]))


@register.simple_tag
def positiemerk(wie: Gebruiker) -> str:
    """Name of what is the same for this person as long as their place is."""
    return plek.positie(wie).merk


@register.simple_tag
def als(wie: Gebruiker, buurt: Buurt | None = None) -> str:
    """As what somebody is here: 'Kartrekker en projectcoördinator', 'Transitieteam, u kijkt mee', or nothing."""
    mijn = plek.positie(wie)
    rollen = mijn.rollen.get(buurt.pk, frozenset()) if buurt else frozenset()
    if rollen:
        return capfirst(str(_(" en ")).join(str(rol.label) for rol in Netwerkrol if rol in rollen))
    namen = ", ".join(rol.naam for rol in ROLLEN if rol.code in mijn.programma)
    return _("%(rol)s, u kijkt mee") % {"rol": namen} if namen and buurt else namen


@register.simple_tag
def rolnaam(rol: str) -> str:
    return capfirst(str(Netwerkrol(rol).label))
