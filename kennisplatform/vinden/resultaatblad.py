"""What the search page shows for one question: the answer, what stands above it, and how much of it is worth showing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext

from kennisplatform.basis.bladeren import Bladeren
from kennisplatform.basis.facetten import SOORTEN, Facetlijst, schakel, voor_sjabloon
from kennisplatform.basis.verruimen import Verruiming, verruimingen
from kennisplatform.basis.vinden import vind
from kennisplatform.basis.vindplaatsen import Vindplaats, vindplaatsen
from kennisplatform.vinden.andere_taal import Wissel, taal_van_hulp, wissel
from kennisplatform.vinden.deuren import Deur, deur
from kennisplatform.vinden.hulpblad import Hulpblad, hulpblad
from kennisplatform.vinden.vastzetten import met_vast
from kennisplatform.zoeken.antwoord.voorrang import vaksoorten
from kennisplatform.zoeken.antwoord.vraag import Antwoord, Vraag
from kennisplatform.zoeken.taal.crisis import blok, geraakt, gronden, soorten
from kennisplatform.zoeken.taal.woorden import in_woordenboek, woorden

MAX_ONDERWERPEN: Final = 3
EERST_BEWONERS: Final = 8  # what is for residents among the first of all stands before what is for professionals
EERST_ZWAK: Final = 5  # of what is hardly about the question; the rest on request


@dataclass(frozen=True)
class Soorttab:
    naam: str
    aantal: int
    gekozen: bool
    adres: str  # query string of the same question in this kind


@dataclass(frozen=True)
class Hulp:
    """Somebody may be in danger: whom to call, in a language that they read."""

    soorten: frozenset[str]  # of danger that was told of: each has its own number
    taal: str
    woorden: Mapping[str, str]
    blad: Hulpblad | None  # what to read while help comes

    @property
    def verborgen(self) -> bool:
        """Who did it, or who must not know, may look into this phone: the page is kept nowhere and can be left."""
        return bool(self.soorten & {"geweld", "zelfdoding"})


@dataclass(frozen=True)
class Treffergroep:
    naam: str  # '' for what stands first
    ervoor: int  # results above it on this page
    plaatsen: Sequence[Vindplaats]


@dataclass(frozen=True)
class Resultaatblad:
    vraag: Vraag
    antwoord: Antwoord
    vast: frozenset[str]  # keys that an editor put on top
    eerste: int  # how many results are shown
    get: QueryDict

    @cached_property
    def alle(self) -> Sequence[Vindplaats]:
        return vindplaatsen(self.antwoord.treffers)

    @property
    def getoond(self) -> Sequence[Vindplaats]:
        return self.alle[: self.eerste]

    @cached_property
    def groepen(self) -> list[Treffergroep]:
        """For a question in everyday words professionals' material stands by itself, below what is for residents."""
        rij, vak = list(self.getoond), vaksoorten()
        eerste = next(
            (i for i, p in enumerate(rij) if p.treffer.soort in vak and p.treffer.sleutel not in self.vast), 0
        )
        if not self.antwoord.alledaags or self.vraag.aantal_gekozen or not eerste:
            return [Treffergroep("", 0, rij)] if rij else []
        hand = [p for p in rij[eerste:EERST_BEWONERS] if p.treffer.soort not in vak]
        voor, over = rij[:eerste] + hand, [p for p in rij[eerste:] if p not in hand]
        beroep = [plaats for plaats in over if plaats.treffer.soort in vak]
        rest = [plaats for plaats in over if plaats.treffer.soort not in vak]
        groepen = [
            Treffergroep("", 0, voor),
            Treffergroep(gettext("Ook gevonden"), len(voor), rest),
            Treffergroep(gettext("Voor professionals"), len(voor) + len(rest), beroep),
        ]
        return [groep for groep in groepen if groep.plaatsen]

    @property
    def onderwerpen(self) -> Sequence[Vindplaats]:
        """The topics that come nearest to a question that nothing here answers."""
        return [plaats for plaats in self.alle if plaats.treffer.soort == "onderwerp"][:MAX_ONDERWERPEN]

    @property
    def ingekort(self) -> bool:
        return self.eerste < len(self.alle)

    @property
    def leeg(self) -> bool:
        """Nothing is worth showing; then there is nothing to sort out either."""
        return self.ingekort and not self.eerste

    @cached_property
    def hulp(self) -> Hulp | None:
        taal = self.vraag.taal
        tekst = self.vraag.tekst if geraakt(self.vraag.tekst) else self.antwoord.verbeterd  # 'borstpein'
        regel = geraakt(tekst, taal)
        if regel is None:
            return None
        taal = taal_van_hulp(regel, taal)
        return Hulp(soorten(tekst), taal, blok(taal), hulpblad(gronden(tekst), taal))

    @cached_property
    def facetten(self) -> list[Facetlijst]:
        return [] if self.leeg else voor_sjabloon(self.antwoord, self.get, open_tot=2)

    @cached_property
    def tabs(self) -> list[Soorttab]:
        return [] if self.leeg else list(_tabs(self.antwoord, self.get))

    @property
    def bladeren(self) -> Bladeren:
        return Bladeren(self.vraag.pagina, self.antwoord.totaal, self.vraag.per_pagina)

    @cached_property
    def wissel(self) -> Wissel | None:
        return wissel(self.antwoord)

    @cached_property
    def deur(self) -> Deur | None:
        return deur(self.vraag.tekst)

    @cached_property
    def verruimingen(self) -> list[Verruiming]:
        return verruimingen(self.antwoord, self.get)


def zoek(vraag: Vraag, get: QueryDict) -> Resultaatblad:
    gevonden = vind(vraag)
    antwoord, vast = met_vast(gevonden)
    eerste = len(antwoord.treffers) if "alles" in get else len(vast) + _hoeveel(vraag, gevonden)
    return Resultaatblad(vraag, antwoord, vast, eerste, get)


def _hoeveel(vraag: Vraag, antwoord: Antwoord) -> int:
    """How many are shown. Dozens of results that are not about the question look like an answer; and those that have no
    more than letters in common with a real word are none. Readers who filter or order are looking through all of them."""
    if not antwoord.zwak or vraag.pagina > 1 or vraag.aantal_gekozen or vraag.soorten or vraag.volgorde:
        return len(antwoord.treffers)
    iets = any(treffer.waarom for treffer in antwoord.treffers[:EERST_ZWAK])
    goed_gespeld = all(in_woordenboek(deel) for delen in woorden(vraag.tekst) for deel in delen)
    return EERST_ZWAK if iets or not goed_gespeld else 0


def _tabs(antwoord: Antwoord, get: QueryDict) -> Iterator[Soorttab]:
    """Kinds that have something, and the chosen one: it leads back to the others."""
    zonder = get.copy()
    zonder.pop("soort", None)
    for code, (naam, _een) in SOORTEN.items():
        gekozen = code == get.get("soort")
        if antwoord.soorten.get(code) or gekozen:
            yield Soorttab(str(naam), antwoord.soorten.get(code, 0), gekozen, schakel(zonder, "soort", code))
