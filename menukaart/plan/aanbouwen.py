"""What other rooms show of a neighbourhood's picture: to residents what was laid down, to its network what it wrote."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.cijfers.cijferkeuze import cijferkeuze
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.notitie import toont
from menukaart.plan.bevriezen import lees
from menukaart.plan.models import Beeldkracht, Beelduitdaging, Buurtbeeld

# Figures that help to answer the six questions: ages, village or town, what is common.
BIJ_DE_VRAGEN: Final = frozenset(
    {
        "aandeel-0-tot-15",
        "aandeel-65-plus",
        "eenpersoonshuishoudens",
        "stedelijkheid",
        "moeite-rondkomen-18plus",
        "overgewicht-18plus",
        "langdurige-aandoening-18plus",
        "angst-depressie-18plus",
        "eenzaam-18plus",
        "vrijwilligerswerk-18plus",
    }
)


def dingnaam(buurt: int) -> str:
    """How kept pages know that they show a neighbourhood's picture."""
    return f"buurtbeeld:{buurt}"


def op_buurt(request: HttpRequest, buurt: Buurt) -> Deel | None:
    toont(dingnaam(buurt.pk))
    beeld = Buurtbeeld.objects.filter(buurt=buurt, openbaar=True).first()
    versie = beeld.versies.first() if beeld else None
    if versie is None:
        return None
    return Deel("plan/op_buurt.html", {"beeldinhoud": lees(versie), "beeldversie": versie})


def op_opmaat(request: HttpRequest, buurt: Buurt) -> Deel | None:
    """Who chooses for their own neighbourhood has what it wrote beside the questions; the choice stays theirs."""
    if not mag(request.user, Doe.ZIEN, buurt, "buurtbeeld"):
        return None
    uitdagingen = list(Beelduitdaging.objects.filter(beeld__buurt=buurt))
    krachten = list(Beeldkracht.objects.filter(beeld__buurt=buurt))
    cijfers = [zin for _kop, rij in cijferkeuze(buurt) for code, zin in rij if code in BIJ_DE_VRAGEN]
    if not (uitdagingen or krachten or cijfers):
        return None
    return Deel("plan/op_opmaat.html", {"uitdagingen": uitdagingen, "krachten": krachten, "cijfers": cijfers})
