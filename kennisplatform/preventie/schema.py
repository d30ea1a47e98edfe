"""What a page says of itself to other programs (schema.org). Only what is true: nobody looked at it, then nobody is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.models import KennisPagina
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud

if TYPE_CHECKING:
    from kennisplatform.preventie.models import Artikel, Module, Routepagina

SITE: Final = {"@type": "Organization", "name": "De buurt als ecosysteem"}
BEWONER: Final = {"@type": "Patient"}
Blad = dict[str, Any]


def _pagina(pagina: KennisPagina, request: HttpRequest, soort: str) -> Blad:
    """Without a day of change: all that is known is when it was published here, or read in from a file."""
    return {
        "@context": "https://schema.org",
        "@type": soort,
        "name": pagina.title,
        "description": pagina.samenvatting,
        "url": request.build_absolute_uri(request.path),
        "inLanguage": pagina.locale.language_code,
        "publisher": SITE,
    }


def _kruimel(pagina: KennisPagina, request: HttpRequest) -> Blad:
    rij = [("Start", "/"), _ouder(pagina), (pagina.title, request.path)]
    plekken = [
        {"@type": "ListItem", "position": plek, "name": naam, "item": request.build_absolute_uri(adres)}
        for plek, (naam, adres) in enumerate(rij, start=1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": plekken}


def _ouder(pagina: KennisPagina) -> tuple[str, str]:
    """(title, address) of the list it stands in: the same for all of them, so looked up once."""
    pad = pagina.path[: -Page.steplen]

    def lees() -> tuple[str, str]:
        pk, titel, url_path = Page.objects.values_list("pk", "title", "url_path").get(path=pad)
        toont(f"pagina:{pk}")
        return titel, pad_op_site(url_path, pagina.locale.language_code)

    return onthoud(f"ouder:{pad}", lees)


def artikel(pagina: Artikel, request: HttpRequest) -> list[Blad]:
    blad = _pagina(pagina, request, "MedicalWebPage") | {"audience": BEWONER}
    if pagina.bijgewerkt_op:
        blad["dateModified"] = pagina.bijgewerkt_op.isoformat()
    if pagina.nagekeken_op and pagina.nagekeken_door:
        blad["lastReviewed"] = pagina.nagekeken_op.isoformat()
        blad["reviewedBy"] = {"@type": "Person", "name": pagina.nagekeken_door, "jobTitle": pagina.nagekeken_rol}
    return [blad, _kruimel(pagina, request)]


def stappen(pagina: Routepagina | Module, request: HttpRequest) -> list[Blad]:
    """A road or a lesson: steps that somebody takes."""
    rij = [
        {"@type": "HowToStep", "position": plek, "name": stap.value["titel"], "text": stap.value["tekst"]}
        for plek, stap in enumerate(pagina.stappen, start=1)
    ]
    return [_pagina(pagina, request, "HowTo") | {"step": rij}, _kruimel(pagina, request)]
