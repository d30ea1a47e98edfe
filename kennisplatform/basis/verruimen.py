"""Nothing found: which one choice stands most in the way? Each is left out in turn, and the answers are counted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import QueryDict

from kennisplatform.basis.facetten import SOORTEN, VRIJ, labels
from kennisplatform.basis.vinden import vind
from kennisplatform.zoeken.antwoord.vraag import Antwoord


@dataclass(frozen=True)
class Verruiming:
    """Leave out `keuze` (in words) and there are `aantal`; `adres` is that query string."""

    keuze: str
    aantal: int
    adres: str


def verruimingen(antwoord: Antwoord, get: QueryDict) -> list[Verruiming]:
    """Best first; only those that give something. Empty when there was an answer."""
    if antwoord.totaal:
        return []
    vraag = replace(antwoord.vraag, tel=(), pagina=1, per_pagina=1)
    kansen = []
    for naam, codes in vraag.facetten.items():
        rest = {ander: waarden for ander, waarden in vraag.facetten.items() if ander != naam}
        woorden = labels(naam) if naam not in VRIJ else {}
        kansen.append((", ".join(woorden.get(code, code) for code in codes), naam, replace(vraag, facetten=rest)))
    if "soort" in get and vraag.soorten:  # chosen by the reader; a list of one kind has it by itself
        soorten = ", ".join(str(SOORTEN[soort][0]) for soort in vraag.soorten)
        kansen.append((soorten, "soort", replace(vraag, soorten=())))
    if vraag.tekst and vraag.facetten:
        kansen.append((vraag.tekst, "q", replace(vraag, tekst="")))
    gevonden = [Verruiming(keuze, vind(kans).totaal, _zonder(get, naam)) for keuze, naam, kans in kansen]
    return sorted((v for v in gevonden if v.aantal), key=lambda v: -v.aantal)


def _zonder(get: QueryDict, naam: str) -> str:
    kopie = get.copy()
    for sleutel in (naam, "pagina"):
        kopie.pop(sleutel, None)
    return kopie.urlencode()
