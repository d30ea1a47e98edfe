"""What home, theme and topic pages show: asked from the search engine, so drafts and hidden pages can't slip in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from kennisplatform.basis import kaarten
from kennisplatform.basis.facetten import SOORTEN
from kennisplatform.basis.keuzes import Praktijkuitkomst
from kennisplatform.basis.models.begrippen import woordenboek
from kennisplatform.basis.paginasoorten import gebieden
from kennisplatform.basis.vinden import vind
from kennisplatform.zoeken.antwoord.vraag import Treffer, Vraag

PER_SOORT = 6
# Examples that can say whether it worked; one about which nothing is known yet is no news.
VERTELT = {"uitkomst": tuple(u.value for u in Praktijkuitkomst if u is not Praktijkuitkomst.ONBEKEND)}


@dataclass(frozen=True)
class Groep:
    soort: str
    naam: str
    totaal: int
    kaarten: kaarten.Kaarten
    alles: str  # address of the whole list
    voor_bewoners: bool


def per_soort(facet: str, code: str, taal: str, woorden: str = "") -> list[Groep]:
    """Groups of cards about one term, articles first; a kind without any is left out.

    With `woorden` (the term's name) what is most about the term stands first; else by title.
    """
    groepen = []
    for soort, adres in sorted(gebieden().items(), key=lambda paar: list(SOORTEN).index(paar[0])):
        vraag = Vraag(facetten={facet: (code,)}, soorten=(soort,), taal=taal, per_pagina=PER_SOORT)
        antwoord = vind(vraag)
        if antwoord.totaal:
            treffers = _beste_eerst(vraag, woorden, antwoord.treffers) if woorden else antwoord.treffers
            alles = f"{adres}?{urlencode({facet: code})}"
            groepen.append(
                Groep(soort, str(SOORTEN[soort][0]), antwoord.totaal, kaarten.bij(treffers), alles, soort == "artikel")
            )
    return groepen


def _beste_eerst(vraag: Vraag, woorden: str, anders: Iterable[Treffer]) -> list[Treffer]:
    """What the search finds by the term's name, then the rest: a second topic of a page may go unnamed in its text."""
    beste = {treffer.sleutel: treffer for treffer in vind(replace(vraag, tekst=woorden, letterlijk=True)).treffers}
    return list((beste | {t.sleutel: t for t in anders if t.sleutel not in beste}).values())[: vraag.per_pagina]


def voor_professionals(taal: str) -> dict[str, object]:
    """Counts for the four entrances, the themes, and what was published last."""
    alles = vind(Vraag(taal=taal, per_pagina=1))
    nieuw = Vraag(facetten=VERTELT, soorten=("praktijkvoorbeeld",), taal=taal, per_pagina=3, volgorde="nieuw")
    return {
        "aantallen": dict(alles.soorten),
        "themas": woordenboek().kiesbaar("thema"),
        "nieuw": kaarten.bij(vind(nieuw).treffers or vind(replace(nieuw, facetten={})).treffers),
    }
