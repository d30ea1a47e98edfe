"""What is public, in the words of DCAT-AP 3: where it is, in which form, from which sources, and whom to ask about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.cijfers.models import Cijferbron, Cijferinvoer

WOORDEN: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU: Final = "http://publications.europa.eu/resource/authority"
TREFWOORDEN: Final = ("buurten", "gezondheid", "wijkverpleging", "preventie", "wonen", "zorg")
Ding = dict[str, Any]


def catalogus() -> Ding:
    """One query for the sources, one for the day of the last file."""
    site = settings.WAGTAILADMIN_BASE_URL
    cijfers = _("Openbare cijfers van buurten, wijken, gemeenten en Nederland, elk met bron en licentie erbij.")
    indicatoren = _("Wat elk cijfer betekent, in welke eenheid, en wat het niet zegt.")
    bronnen = Cijferbron.objects.filter(open=True, voorbeeld=False)
    gewijzigd = Cijferinvoer.objects.filter(stand=Cijferinvoer.Stand.OPGENOMEN).aggregate(op=Max("op"))["op"]
    return {
        "@context": WOORDEN,
        "@type": "dcat:Catalog",
        "@id": f"{site}{reverse('onderzoek_dcat')}",
        "dct:title": _nl(_("Openbare gegevens van De buurt als ecosysteem")),
        "dct:description": _nl(
            _("Wat van de buurten van het programma openbaar is: cijfers met hun bron, en wat ze zeggen.")
        ),
        "foaf:homepage": _is("foaf:Document", f"{site}{reverse('onderzoek')}"),
        "dct:language": _is("dct:LinguisticSystem", f"{EU}/language/NLD"),
        "dct:publisher": _uitgever(),
        "dct:spatial": _nederland(),
        "dcat:themeTaxonomy": _is("skos:ConceptScheme", f"{EU}/data-theme", "Data theme"),
        **_dag("dct:modified", gewijzigd and timezone.localdate(gewijzigd).isoformat()),
        "dcat:dataset": [
            _dataset(site, "cijfers", _("Cijfers van buurten"), cijfers) | {"dct:source": _bronnen(bronnen)},
            _dataset(site, "indicatoren", _("Indicatoren"), indicatoren),
        ],
    }


def _is(soort: str, adres: str, naam: str = "") -> Ding:
    """Something that stands elsewhere, and what it is: who checks the description need not fetch it."""
    return {"@type": soort, "@id": adres} | ({"skos:prefLabel": naam, "dct:title": naam} if naam else {})


def _nl(tekst: str) -> dict[str, str]:
    return {"@value": tekst, "@language": "nl"}


def _dag(woord: str, dag: str | None) -> Ding:
    """Nothing where it is not known."""
    return {woord: {"@value": dag, "@type": "xsd:date"}} if dag else {}


def _uitgever() -> dict[str, str]:
    return {"@type": "foaf:Agent", "foaf:name": _("De buurt als ecosysteem")}


def _nederland() -> Ding:
    return _is("dct:Location", f"{EU}/country/NLD")


def _bronnen(bronnen: Iterable[Cijferbron]) -> list[Ding]:
    """Whose figures they are before they were ours, and what each allows."""
    return [
        {
            "@type": "dcat:Dataset",
            "@id": bron.bron_url,
            "dct:title": _nl(bron.bron_titel),
            "dct:description": _nl(str(bron)),
            "dct:publisher": {"@type": "foaf:Agent", "foaf:name": bron.bron_eigenaar},
        }
        | ({"dct:rights": _rechten(bron.licentie)} if bron.licentie else {})
        for bron in bronnen
        if bron.bron_url
    ]


def _rechten(tekst: str) -> Ding:
    return {"@type": "dct:RightsStatement", "rdfs:label": _nl(tekst)}


def _dataset(site: str, naam: str, titel: str, tekst: str) -> Ding:
    """One call of the API."""
    verspreid = {
        "@type": "dcat:Distribution",
        "dct:title": _nl(titel),
        "dct:description": _nl(tekst),
        "dcat:accessURL": {"@id": f"{site}/api/v1/{naam}"},
        "dct:format": _is("dct:MediaTypeOrExtent", f"{EU}/file-type/JSON"),
        "dct:conformsTo": _is("dct:Standard", f"{site}/api/v1/openapi.json"),
        "dct:rights": _rechten(_("De licentie staat bij elke bron.")),
        "dcatap:availability": _is("skos:Concept", "http://data.europa.eu/r5r/availability/available", "available"),
    }
    return {
        "@type": "dcat:Dataset",
        "@id": f"{site}{reverse('onderzoek')}#{naam}",
        "dct:title": _nl(titel),
        "dct:description": _nl(tekst),
        "dct:identifier": f"{site}{reverse('onderzoek')}#{naam}",
        "dcat:keyword": [_nl(woord) for woord in TREFWOORDEN],
        "dcat:theme": _is("skos:Concept", f"{EU}/data-theme/HEAL", "Health"),
        "dcat:contactPoint": {
            "@type": ["vcard:Kind", "vcard:Organization"],
            "vcard:fn": _("De buurt als ecosysteem"),
            "vcard:hasURL": {"@id": f"{site}/contact/"},
        },
        "dct:publisher": _uitgever(),
        "dct:spatial": _nederland(),
        "dct:language": _is("dct:LinguisticSystem", f"{EU}/language/NLD"),
        "dct:accessRights": _is("dct:RightsStatement", f"{EU}/access-right/PUBLIC"),
        "dcat:distribution": [verspreid],
    }
