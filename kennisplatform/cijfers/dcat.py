"""What is public, in the words of DCAT-AP: where it is, in which form, and what describes it."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

WOORDEN: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
EU: Final = "http://publications.europa.eu/resource/authority"


def catalogus() -> dict[str, Any]:
    site = settings.WAGTAILADMIN_BASE_URL
    cijfers = _("Openbare cijfers van buurten, wijken, gemeenten en Nederland, elk met bron en licentie erbij.")
    indicatoren = _("Wat elk cijfer betekent, in welke eenheid, en wat het niet zegt.")
    return {
        "@context": WOORDEN,
        "@type": "dcat:Catalog",
        "@id": f"{site}{reverse('onderzoek_dcat')}",
        "dct:title": _nl(_("Openbare gegevens van De buurt als ecosysteem")),
        "dct:description": _nl(
            _("Wat van de buurten van het programma openbaar is: cijfers met hun bron, en wat ze zeggen.")
        ),
        "dct:language": {"@id": f"{EU}/language/NLD"},
        "dct:publisher": _uitgever(),
        "dcat:dataset": [
            _dataset(site, "cijfers", _("Cijfers van buurten"), cijfers),
            _dataset(site, "indicatoren", _("Indicatoren"), indicatoren),
        ],
    }


def _nl(tekst: str) -> dict[str, str]:
    return {"@value": tekst, "@language": "nl"}


def _uitgever() -> dict[str, str]:
    return {"@type": "foaf:Agent", "foaf:name": _("De buurt als ecosysteem")}


def _dataset(site: str, naam: str, titel: str, tekst: str) -> dict[str, Any]:
    """One call of the API."""
    verspreid = {
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": f"{site}/api/v1/{naam}"},
        "dct:format": {"@id": f"{EU}/file-type/JSON"},
        "dct:conformsTo": {"@id": f"{site}/api/v1/openapi.json"},
    }
    return {
        "@type": "dcat:Dataset",
        "@id": f"{site}{reverse('onderzoek')}#{naam}",
        "dct:title": _nl(titel),
        "dct:description": _nl(tekst),
        "dct:identifier": f"{site}{reverse('onderzoek')}#{naam}",
        "dcat:theme": {"@id": f"{EU}/data-theme/HEAL"},
        "dct:publisher": _uitgever(),
        "dct:language": {"@id": f"{EU}/language/NLD"},
        "dct:accessRights": {"@id": f"{EU}/access-right/PUBLIC"},
        "dcat:distribution": [verspreid],
    }
