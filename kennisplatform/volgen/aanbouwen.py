"""What 'volgen' adds to pages of lower rooms: follow or stop, for people who are signed in; and a count on the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Window
from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.basis.paginasoorten import heeft
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.volgen import lijst
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.soorten import BUURT, PAGINA, THEMA, Volgsoort, soorten

NIEUWSTE: Final = 3


@dataclass(frozen=True)
class Volgknop:
    """Follow something, or stop with it."""

    soort: Volgsoort
    sleutel: str
    naam: str
    aan: bool

    @property
    def tekst(self) -> str:
        """On the button, or beside the one that stops."""
        return str(self.soort.gevolgd if self.aan else self.soort.volg) % {"n": self.naam}


def knoppen(wie: Gebruiker, dingen: list[tuple[str, str, str]]) -> list[Volgknop]:
    """Of (kind, key, name); one query."""
    aan = lijst.volgt(wie, [(soort, sleutel) for soort, sleutel, _naam in dingen])
    bekend = soorten()
    return [Volgknop(bekend[soort], sleutel, naam, (soort, sleutel) in aan) for soort, sleutel, naam in dingen]


def lezers(request: HttpRequest) -> str | None:
    """Who isn't signed in follows nothing."""
    return None if request.user.is_authenticated else "vreemd"


def van_pagina(request: HttpRequest, pagina: Page) -> Deel | None:
    if not request.user.is_authenticated or not pagina.pk or not heeft(pagina, "volgbaar"):
        return None
    dingen = [(PAGINA, str(pagina.pk), "")]
    if thema := getattr(pagina, "thema", None):
        dingen.append((THEMA, thema.code, thema.label))
    return Deel("volgen/_zij.html", {"knoppen": knoppen(request.user, dingen)})


def van_thema(request: HttpRequest, pagina: Page) -> Deel | None:
    """Topic pages share the template; only themes can be followed."""
    if not request.user.is_authenticated or getattr(pagina, "zoeksoort", "") != "thema":
        return None
    return Deel(
        "volgen/_thema.html", {"knoppen": knoppen(request.user, [(THEMA, pagina.begrip.code, pagina.begrip.label)])}
    )


def van_buurt(request: HttpRequest, buurt: Buurt) -> Deel | None:
    if not request.user.is_authenticated or buurt.opgeheven:
        return None
    return Deel("volgen/_zij.html", {"knoppen": knoppen(request.user, [(BUURT, str(buurt.pk), "")])})


def van_werkplek(request: HttpRequest, _niets: None) -> Deel:
    """Always there, so that people know where notices would be."""
    rij = te_lezen(request.user).filter(gelezen__isnull=True).select_related("gebeurtenis")
    nieuw = list(rij.annotate(totaal=Window(Count("pk")))[:NIEUWSTE])  # the number in the same query
    return Deel("volgen/_werkplek.html", {"nieuw": nieuw, "aantal": nieuw[0].totaal if nieuw else 0})
