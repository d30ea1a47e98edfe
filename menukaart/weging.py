"""An intervention beside another one: what only it can say in each row."""

from __future__ import annotations

from kennisplatform.basis.keuzes import Gezondheidsverschillen, Sesgeschiktheid
from kennisplatform.basis.velden import regels
from kennisplatform.basis.weging import Blad, Weging
from menukaart.models import Interventie


def blad(plan: Interventie) -> Blad:
    ses, verschil = Sesgeschiktheid(plan.ses_geschiktheid), Gezondheidsverschillen(plan.verschillen)
    return {
        "precies": (plan.doelgroep_toelichting,),
        "ses": () if ses == Sesgeschiktheid.ONBEKEND else (str(ses.label),),
        "verschillen": () if verschil == Gezondheidsverschillen.ONBEKEND else (str(verschil.label),),
        "doel": (plan.doel,),
        "duur": (plan.duur,),
        "start": (plan.implementatietijd,),
        "uitvoering": (plan.intermediairen,),
        "deskundigheid": (plan.deskundigheid,),
        "materialen": (plan.materialen,),
        "voorwaarden": (plan.randvoorwaarden,),
        "elementen": tuple(regels(plan.werkzame_elementen)),
        "stukloopt": tuple(regels(plan.faalfactoren)),
    }


BRENGT = [Weging("interventie", blad)]
