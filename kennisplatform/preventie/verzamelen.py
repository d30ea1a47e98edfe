"""What home, theme and topic pages show: asked from the search engine, so drafts and hidden pages can't slip in."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from kennisplatform.basis import kaarten
from kennisplatform.basis.facetten import SOORTEN
from kennisplatform.basis.models.begrippen import Begrip, woordenboek
from kennisplatform.basis.vinden import vind
from kennisplatform.zoeken.vraag import Vraag

ADRES = {
    "artikel": "/preventie/",
    "interventie": "/menukaart/",
    "zorgpad": "/zorgpaden/",
    "praktijkvoorbeeld": "/leernetwerk/",
}
PER_SOORT = 6
VEEL_GEZOCHT = ("vallen", "mantelzorg", "eenzaamheid", "diabetes", "geldzorgen", "slapen")


@dataclass(frozen=True)
class Groep:
    soort: str
    naam: str
    totaal: int
    kaarten: kaarten.Kaarten
    alles: str  # address of the whole list


def per_soort(facet: str, code: str, taal: str) -> list[Groep]:
    """Groups of cards about one term; a kind without any is left out."""
    groepen = []
    for soort, adres in ADRES.items():
        vraag = Vraag(facetten={facet: (code,)}, soorten=(soort,), taal=taal, per_pagina=PER_SOORT)
        antwoord = vind(vraag)
        if antwoord.totaal:
            query = urlencode({facet: code})
            groepen.append(
                Groep(
                    soort, str(SOORTEN[soort][0]), antwoord.totaal, kaarten.bij(antwoord.treffers), f"{adres}?{query}"
                )
            )
    return groepen


def voor_start(taal: str) -> dict[str, object]:
    """Counts for the four entrances, topics people look for, and what was published last."""
    alles = vind(Vraag(taal=taal, per_pagina=1))
    nieuw = vind(Vraag(soorten=("praktijkvoorbeeld",), taal=taal, per_pagina=3, volgorde="nieuw"))
    boek = woordenboek().op_code
    onderwerpen: list[Begrip] = [boek["onderwerp", c] for c in VEEL_GEZOCHT if ("onderwerp", c) in boek]
    return {
        "verberg_zoek": True,
        "aantallen": dict(alles.soorten),
        "veel_gezocht": onderwerpen,
        "themas": [begrip for (soort, _code), begrip in boek.items() if soort == "thema"],
        "nieuw": kaarten.bij(nieuw.treffers),
    }
