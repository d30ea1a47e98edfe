"""The examples of a list on the map: how many each neighbourhood told, in the cut that the reader made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from kennisplatform.basis.bladeren import Bladeren
from kennisplatform.deelnemers.kaartbeeld import MAX_NUMMERS, Kaartpunt, Stippen, punten, stippen
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.zoeken.antwoord.vraag import Antwoord, Facetwaarde

BEELD: Final = "beeld"  # in the address: 'kaart', or nothing for the list
KAART: Final = "kaart"
FACET: Final = "buurt"


@dataclass(frozen=True)
class Kaartplek:
    buurt: Buurt
    aantal: int
    adres: str  # query string: the list of this neighbourhood's examples, in the same cut


@dataclass(frozen=True)
class Voorbeeldkaart:
    plekken: list[Kaartplek]  # of this page, by name: where most is told is not where most is learned
    elders: int  # examples in this cut that come from no neighbourhood of ours
    bladeren: Bladeren
    punten: list[Kaartpunt]  # numbered as the list is; none when there are too many for numbers
    stippen: list[Stippen]  # then these


def voorbeeldkaart(antwoord: Antwoord, get: QueryDict) -> Voorbeeldkaart:
    """Counted by the search engine, so the map and the list can't disagree; one query for where they lie."""
    facet = antwoord.facetten.get(FACET)
    aantal = _in_de_snede(facet.waarden if facet else ())
    verteld = Buurt.objects.filter(praktijkvoorbeelden__live=True).distinct().order_by("naam", "pk")
    buurten = [b for b in verteld if b.plaats in aantal]
    bladeren = Bladeren.naar(get.get("pagina", ""), len(buurten), MAX_NUMMERS)
    deze = buurten[bladeren.ervoor : bladeren.ervoor + MAX_NUMMERS]
    genummerd = len(buurten) <= MAX_NUMMERS
    return Voorbeeldkaart(
        [Kaartplek(b, aantal[b.plaats], _alleen(get, b.plaats)) for b in deze],
        max(0, antwoord.totaal - sum(aantal[b.plaats] for b in buurten)),
        bladeren,
        punten(deze) if genummerd else [],
        [] if genummerd else stippen((b.breedtegraad, b.lengtegraad) for b in buurten),
    )


def _in_de_snede(waarden: Iterable[Facetwaarde]) -> dict[str, int]:
    """neighbourhood → examples. A facet counts beyond its own choice; the map shows what was chosen."""
    rij = [w for w in waarden if w.aantal]
    gekozen = [w for w in rij if w.gekozen]
    return {w.code: w.aantal for w in gekozen or rij}


def _alleen(get: QueryDict, plaats: str) -> str:
    kopie = get.copy()
    for weg in (BEELD, "pagina"):
        kopie.pop(weg, None)
    kopie[FACET] = plaats
    return kopie.urlencode()
