"""What `manage.py inhoudcontrole` counts of indicators."""

from __future__ import annotations

from collections import Counter
from typing import Final

from kennisplatform.cijfers.models import NNB, Indicator
from kennisplatform.inhoudlader.controle import Controleuitslag, Inhoudscontrole


def indicatoren() -> Controleuitslag:
    """Per theme: how many, and for how many the plan left open where, how often or who."""
    gemeten = list(Indicator.objects.filter(niet_van_toepassing=False).select_related("thema"))
    per_thema = Counter(str(i.thema or "zonder thema") for i in gemeten)
    regels = [f"{thema}: {n}" for thema, n in sorted(per_thema.items())]
    for veld in ("databron", "frequentie", "actiehouder"):
        regels.append(f"{veld} nog niet bepaald: {sum(getattr(i, veld) in ('', NNB) for i in gemeten)}")
    return Controleuitslag(len(gemeten), tuple(regels))


def zonder_bron() -> Controleuitslag:
    los = [i.code for i in Indicator.objects.filter(bron_titel="")]
    return Controleuitslag(len(los), tuple(los))


BRENGT: Final = [
    Inhoudscontrole("Indicatoren", indicatoren, faalt=False),
    Inhoudscontrole("Indicatoren zonder bron", zonder_bron),
]
