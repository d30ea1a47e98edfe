"""What the search box offers while somebody types: words of the index, and pages with where they lead."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from kennisplatform.basis.facetten import SOORTEN
from kennisplatform.basis.vindplaatsen import adressen
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud
from kennisplatform.zoeken import herstel
from kennisplatform.zoeken.antwoord.vraag import Zoeksuggestie, schone_tekst
from kennisplatform.zoeken.motor import motor
from kennisplatform.zoeken.poort import IndexStuk, ZoekFout
from kennisplatform.zoeken.taal.crisis import crisis
from kennisplatform.zoeken.taal.woorden import stam, vouw

log = logging.getLogger(__name__)

AANTAL: Final = 8
MIN_LETTERS: Final = 2
MIN_WOORDEN: Final = 3
RUIM: Final = 6  # asked for on top, for what falls out as double


@dataclass(frozen=True)
class Voorstel:
    tekst: str
    soort: str  # 'woord', or the kind of the page
    soortnaam: str  # for people; '' for a word
    adres: str


def voorstellen(tekst: str, taal: str, n: int = AANTAL) -> list[Voorstel]:
    """At most n. Without an engine none: the box is then a plain search box."""
    tekst = schone_tekst(tekst)
    if len(tekst) < MIN_LETTERS or crisis(tekst):  # nobody should be helped to finish 'ik wil dood'
        return []
    merk = hashlib.blake2b(tekst.lower().encode("utf-8", "replace"), digest_size=12).hexdigest()
    return onthoud(f"suggestie:{taal}:{n}:{merk}", lambda: _maak(tekst, taal, n))


def _maak(tekst: str, taal: str, n: int) -> list[Voorstel]:
    toont("index")
    try:
        gevonden = _verschillend(motor().suggereer(tekst, taal, n + RUIM), taal, n)
    except ZoekFout as fout:
        if isinstance(fout, IndexStuk):
            herstel.begin()
        log.warning("no suggestions: %s", fout)
        return []
    waar = adressen(s.sleutel for s in gevonden if s.sleutel)
    with translation.override(taal):
        return [_voorstel(s, waar) for s in gevonden if not s.sleutel or s.sleutel in waar]


def _verschillend(gevonden: list[Zoeksuggestie], taal: str, n: int) -> list[Zoeksuggestie]:
    """One form of each word, and no word that is a title too: that leads to the thing itself. Both kinds have a place."""
    titels = {_vorm(s.tekst, taal) for s in gevonden if s.sleutel}
    ruimte = max(MIN_WOORDEN, n - sum(bool(s.sleutel) for s in gevonden))
    woorden: dict[str, Zoeksuggestie] = {}
    for suggestie in gevonden:
        vorm = _vorm(suggestie.tekst, taal)
        if not suggestie.sleutel and vorm not in titels and len(woorden) < ruimte:
            woorden.setdefault(vorm, suggestie)
    blijft = set(woorden.values())
    return [s for s in gevonden if s.sleutel or s in blijft][:n]


def _vorm(tekst: str, taal: str) -> str:
    begin, spatie, laatste = vouw(tekst).rpartition(" ")
    return f"{begin}{spatie}{stam(laatste, taal)}"


def _voorstel(suggestie: Zoeksuggestie, waar: dict[str, str]) -> Voorstel:
    if suggestie.sleutel:
        soortnaam = str(SOORTEN[suggestie.soort][1]) if suggestie.soort in SOORTEN else ""
        return Voorstel(suggestie.tekst, suggestie.soort, soortnaam, waar[suggestie.sleutel])
    return Voorstel(suggestie.tekst, "woord", "", f"{reverse('zoeken')}?{urlencode({'q': suggestie.tekst})}")
