"""What 'gesprek' adds to pages of lower rooms: the conversation below a page, ways in from the workspace and the list."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.basis.paginasoorten import heeft
from kennisplatform.deelnemers.positie import mag, positie
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.gesprek import inzage, lezen
from kennisplatform.gesprek.models import Signaal


def onder_pagina(request: HttpRequest, pagina: Page) -> Deel | None:
    if not pagina.pk or not heeft(pagina, "volgbaar"):
        return None
    bladzij, draden = lezen.onder_pagina(pagina, request.user, request.GET.get("gesprek"))
    inzage.noteer_draden(request.user, draden)
    context = {
        "gesprek_bladzij": bladzij,
        "draden": draden,
        "gesprek_schrijft": mag(request.user, Doe.MAKEN, "bijdrage"),
        "gesprek_voorbeeld": any(d.eerste.voorbeeld for d in draden),
    }
    return Deel("gesprek/_onder.html", context)


def lezers(request: HttpRequest, pagina: int) -> str | None:
    """Members who wrote nothing here see the same, as far as they may read the same. Writers and editors have buttons."""
    if not request.user.is_authenticated:
        return "vreemd"
    mijn, hier = positie(request.user), lezen.wie_hier(pagina)
    if hier.iets and (mijn.programma or mijn.persoon in hier.schrijvers):
        return None
    eigen = ",".join(map(str, sorted(hier.besloten & mijn.rollen.keys())))
    return f"{mag(request.user, Doe.MAKEN, 'bijdrage')}:{bool(mijn.rollen)}:{eigen}"


def ingang(_request: HttpRequest, _pagina: Any) -> Deel:
    return Deel("gesprek/_ingang.html")


def werkplek(request: HttpRequest, _niets: None) -> Deel:
    """For editors and the team: what readers reported."""
    beheert = mag(request.user, Doe.BESLISSEN, "bijdrage")
    gemeld = Signaal.objects.filter(afgehandeld__isnull=True).values("bijdrage").distinct().count() if beheert else 0
    return Deel("gesprek/_werkplek.html", {"gesprek_beheert": beheert, "gesprek_gemeld": gemeld})
