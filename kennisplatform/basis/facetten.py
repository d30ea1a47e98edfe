"""Facets: their names in an address, their words on the page, and the counted answer as a template wants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.keuzes import (
    Bewijsniveau,
    Buurtkeuze,
    Gezondheidsverschillen,
    Hulpmiddelsoort,
    Inzetkennis,
    Kostenklasse,
    Kostenper,
    Praktijkstaat,
    Praktijkuitkomst,
    Sesgeschiktheid,
    Sesklasse,
    Urenklasse,
    Urenper,
    Zorgpadstaat,
)
from kennisplatform.basis.models.begrippen import Begripsoort, Woordenboek, woordenboek
from kennisplatform.zoeken.antwoord.vraag import Antwoord, Facetwaarde

# Facets whose values are a fixed scale; the others are terms of that kind.
SCHALEN: dict[str, tuple[object, type[TextChoices]]] = {
    "bewijs": (_("Bewijs"), Bewijsniveau),
    "ses": (_("Past bij SES"), Sesgeschiktheid),
    "verschillen": (_("Gezondheidsverschillen"), Gezondheidsverschillen),
    "kosten": (_("Kosten per jaar"), Kostenklasse),  # per neighbourhood; other units below
    "kosten_per": (_("Kosten per deelnemer, gezin of groep"), Kostenper),
    "uren_per": (_("Uren begeleiding"), Urenper),
    "inzet": (_("Inzet"), Inzetkennis),
    "keuze": (_("Wat voor keuze?"), Buurtkeuze),
    "staat": (_("Staat"), Zorgpadstaat),
    "praktijkstaat": (_("Hoe staat het ervoor?"), Praktijkstaat),
    "uitkomst": (_("Werkte het?"), Praktijkuitkomst),
    "uren": (_("Uren per week, samen"), Urenklasse),
    "hulpmiddelsoort": (_("Wat is het?"), Hulpmiddelsoort),
    "sesklasse": (_("SES-klasse van de buurt"), Sesklasse),
}
VRIJ = {
    "plaats": _("Plaats"),
    "buurt": _("Buurt"),
    "trefwoord": _("Trefwoord"),
    "gebruikt": _("Interventie of zorgpad"),
    "regio": _("Provincie"),
    "jaar": _("Jaar"),
}  # the value is its own label
MAX_VRIJ = 15
BEWAARD: Final = 1_000  # lists of values: a page has twenty, and readers go to and fro between the same ones
MAX_TOON = 8  # values that a group shows at once; the others stand behind 'Toon alle'
OPLOPEND = {*SCHALEN, "leeftijd"}  # their order says something; a long list of other words is sorted by count
SOORTEN = {
    "artikel": (_("Gezondheid"), _("Artikel")),
    "route": (_("Stap voor stap"), _("Stap voor stap")),
    "module": (_("Kennis naar de buurt"), _("Les")),
    "invulblad": (_("Invullen en meenemen"), _("Invulblad")),
    "interventie": (_("Menukaart"), _("Interventie")),
    "zorgpad": (_("Zorgpaden"), _("Zorgpad")),
    "hulpmiddel": (_("Hulpmiddelen"), _("Hulpmiddel")),
    "praktijkvoorbeeld": (_("Praktijk"), _("Praktijkvoorbeeld")),
    "buurt": (_("Buurten"), _("Buurt")),
    "bijeenkomst": (_("Bijeenkomsten"), _("Bijeenkomst")),
    "thema": (_("Thema's"), _("Thema")),
    "onderwerp": (_("Onderwerpen"), _("Onderwerp")),
    "document": (_("Documenten"), _("Document")),
    "collectie": (_("Collecties"), _("Collectie")),
    "algemeen": (_("Over deze site"), _("Over deze site")),
}


def naam_van(facet: str) -> str:
    if facet in SCHALEN:
        return str(SCHALEN[facet][0])
    return str(VRIJ[facet]) if facet in VRIJ else str(Begripsoort(facet).label)


def labels(facet: str) -> Mapping[str, str]:
    """code → words, in the order of the scale."""
    return _schaal(facet, get_language()) if facet in SCHALEN else woordenboek().labels.get(facet, {})


@cache
def _schaal(facet: str, _taal: str | None) -> Mapping[str, str]:
    """In the language of this moment: a list asks for all its scales each time that it is drawn."""
    return {keuze.value: str(keuze.label) for keuze in SCHALEN[facet][1]}


class Facetkeuze(NamedTuple):
    code: str
    label: str
    aantal: int
    gekozen: bool
    adres: str = ""  # of a chosen one: the query string without it, for the chip that takes it away


@dataclass(frozen=True)
class Facetlijst:
    naam: str
    titel: str
    keuzes: tuple[Facetkeuze, ...]
    open: bool = False

    @property
    def eerste(self) -> tuple[Facetkeuze, ...]:
        """The values that show at once; a chosen one is never hidden."""
        return tuple(keuze for plek, keuze in enumerate(self.keuzes) if plek < MAX_TOON or keuze.gekozen)

    @property
    def rest(self) -> tuple[Facetkeuze, ...]:
        return tuple(keuze for plek, keuze in enumerate(self.keuzes) if plek >= MAX_TOON and not keuze.gekozen)

    @property
    def gekozen(self) -> tuple[Facetkeuze, ...]:
        return tuple(keuze for keuze in self.keuzes if keuze.gekozen)


def schakel(get: QueryDict, facet: str, code: str) -> str:
    """The address of this same list with one value switched on or off, back on page one."""
    kopie = get.copy()
    kopie.pop("pagina", None)
    waarden = kopie.getlist(facet)
    kopie.setlist(facet, [w for w in waarden if w != code] if code in waarden else [*waarden, code])
    return kopie.urlencode()


def voor_sjabloon(antwoord: Antwoord, get: QueryDict, *, open_tot: int = 4) -> list[Facetlijst]:
    """Facets with something to choose, in the order asked for. One value is no choice, unless it was chosen and must go."""
    lijst: list[Facetlijst] = []
    boek, taal = woordenboek(), get_language()
    for naam in antwoord.vraag.tel:
        facet = antwoord.facetten.get(naam)
        keuzes = _keuzes(naam, facet.waarden, boek, taal) if facet else ()
        gekozen = any(keuze.gekozen for keuze in keuzes)
        if gekozen:
            keuzes = tuple(k._replace(adres=schakel(get, naam, k.code)) if k.gekozen else k for k in keuzes)
        if len(keuzes) > 1 or gekozen:
            lijst.append(Facetlijst(naam, naam_van(naam), keuzes, len(lijst) < open_tot or gekozen))
    return lijst


@lru_cache(maxsize=BEWAARD)
def _keuzes(
    naam: str, gevonden: tuple[Facetwaarde, ...], boek: Woordenboek, taal: str | None
) -> tuple[Facetkeuze, ...]:
    """In the order of the scale or of the vocabulary; a long list of words with the frequent ones first.

    Put in order once for the same counts and the same words: what a reader ticks changes an address, not the counts.
    """
    woorden: Mapping[str, str] = {}
    if naam not in VRIJ:
        woorden = _schaal(naam, taal) if naam in SCHALEN else boek.labels.get(naam, {})
    waarden = [
        w
        for w in gevonden
        # An address that names what was retired still works, and it can be taken away.
        if w.gekozen or (w.aantal and (naam in VRIJ or (w.code in woorden and (naam, w.code) not in boek.vervallen)))
    ]
    if naam in VRIJ:  # as many values as there are words: the frequent ones, and what was chosen
        waarden = [w for plek, w in enumerate(waarden) if w.gekozen or plek < MAX_VRIJ]
    elif naam in OPLOPEND or len(waarden) <= MAX_TOON:
        volgorde = {code: plek for plek, code in enumerate(woorden)}
        waarden.sort(key=lambda w: volgorde.get(w.code, len(volgorde)))
    else:
        waarden.sort(key=lambda w: (-w.aantal, woorden.get(w.code, w.code)))
    return tuple(Facetkeuze(w.code, woorden.get(w.code, w.code), w.aantal, w.gekozen) for w in waarden)
