"""The register of what residents read about: topics from A to Z, each with the words that people use for it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from wagtail.models import Page

from kennisplatform.basis.kaarten import haal_paginas
from kennisplatform.basis.models.begrippen import Begrip, woordenboek
from kennisplatform.basis.vinden import vind
from kennisplatform.zoeken.antwoord.vraag import Vraag

MAX_ROUTES: Final = 40
ALFABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Letter:
    letter: str
    begrippen: list[Begrip]


def letters() -> list[Letter]:
    """Every letter of the alphabet, so that a reader sees which ones are empty. Topics nobody wrote about are left out."""
    antwoord = vind(Vraag(tel=("onderwerp",), soorten=("artikel",), taal="nl", per_pagina=1))
    telling = antwoord.facetten.get("onderwerp")
    gevuld = {waarde.code for waarde in telling.waarden if waarde.aantal} if telling else set()
    per: dict[str, list[Begrip]] = {letter: [] for letter in ALFABET}
    for code, begrip in ((b.code, b) for b in woordenboek().kiesbaar("onderwerp")):
        if code in gevuld:
            per.setdefault(_letter(begrip.label), []).append(begrip)
    return [Letter(letter, sorted(rij, key=lambda b: b.label.lower())) for letter, rij in sorted(per.items())]


def routes() -> list[Page]:
    """All roads in steps, by title."""
    antwoord = vind(Vraag(soorten=("route",), taal="nl", volgorde="titel", per_pagina=MAX_ROUTES))
    pks = [int(treffer.sleutel.removeprefix("pagina:")) for treffer in antwoord.treffers]
    paginas = haal_paginas(pks)
    return [paginas[pk] for pk in pks if pk in paginas]


def _letter(label: str) -> str:
    return unicodedata.normalize("NFD", label)[:1].upper()
