"""Six figures in words for residents, on the page of their neighbourhood, and the way to all of them from its workspace."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.formats import number_format

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.basis.schil import eigen_zin
from kennisplatform.basis.taal import interface_is_vreemd
from kennisplatform.cijfers.buurtcijfers import Buurtboek, Cijferregel, ligging
from kennisplatform.cijfers.getallen import Getal, lees, nl, openbaar
from kennisplatform.cijfers.models import Indicator
from kennisplatform.cijfers.models.gebied import LAND
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe


@dataclass(frozen=True)
class Woordcijfer:
    """A sentence about here, the same number for the country, and of which year."""

    zin: str
    land: str
    jaar: str
    van_gemeente: bool


def woordcijfer(regel: Cijferregel) -> Woordcijfer:
    indicator, beste = regel.indicator, regel.beste
    vergelijkt = regel.land is not None and indicator.optelwijze != "som"  # the country's own total tells nothing
    return Woordcijfer(
        eigen_zin(indicator.zin, getal=_getal(indicator, beste)),
        _getal(indicator, regel.land) if vergelijkt and regel.land else "",
        beste.periode,
        regel.ons is None,
    )


def _getal(indicator: Indicator, getal: Getal) -> str:
    """Percentages as whole people out of a hundred: nobody says 27,4 people."""
    decimalen = 0 if indicator.eenheid.startswith("%") else indicator.decimalen
    if interface_is_vreemd():  # 109.346 people is a hundred of them to who reads English
        return number_format(f"{getal.waarde:.{decimalen}f}", decimalen, force_grouping=True)
    return nl(getal.waarde, decimalen)


def zinnen(buurt: Buurt) -> list[Woordcijfer]:
    plaats = ligging(buurt)
    met_zin = list(Indicator.objects.exclude(zin="").order_by("volgorde"))
    hulp = {code for i in met_zin for code in (i.teller, i.noemer, i.gewicht) if code}
    erbij = Indicator.objects.filter(code__in=hulp - {i.code for i in met_zin})
    codes = {*plaats.codes, buurt.gemeentecode, LAND} - {""}
    boek = Buurtboek(buurt, plaats, lees(openbaar(), codes, [*met_zin, *erbij]))
    return [woordcijfer(regel) for i in met_zin if (regel := boek.regel(i.code))]


def bij_buurt(request: HttpRequest, buurt: Buurt) -> Deel | None:
    rij = zinnen(buurt)
    return Deel("cijfers/bij_buurt.html", {"woordcijfers": rij, "buurt": buurt}) if rij else None


def bij_netwerk(request: HttpRequest, buurt: Buurt) -> Deel:
    return Deel("cijfers/deuren.html", {"buurt": buurt})


def bij_werkplek(request: HttpRequest, _ding: None) -> Deel | None:
    return Deel("cijfers/bij_werkplek.html") if mag(request.user, Doe.ZIEN, "cijferinvoer") else None
