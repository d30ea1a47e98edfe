"""What 'volgen' adds to pages of lower rooms: follow or stop, for people who are signed in; and a count on the workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, QuerySet, Window
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.basis.paginasoorten import heeft
from kennisplatform.deelnemers.deur import Verzoek
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.tekening.notitie import tekent, toont
from kennisplatform.tekening.stukken import onthoud
from kennisplatform.volgen import lijst
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.models import Gebeurtenis, Melding
from kennisplatform.volgen.soorten import BUURT, PAGINA, THEMA, Volgsoort, soorten

NIEUWSTE: Final = 3
Volgding = tuple[str, str, str]  # kind, key, name


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


def knoppen(wie: Gebruiker, dingen: list[Volgding]) -> list[Volgknop]:
    """Of (kind, key, name); one query."""
    aan, bekend = _volgt(wie, dingen), soorten()
    return [Volgknop(bekend[soort], sleutel, naam, (soort, sleutel) in aan) for soort, sleutel, naam in dingen]


def _volgt(wie: Gebruiker, dingen: list[Volgding]) -> set[tuple[str, str]]:
    """Asked once a request: what somebody sees hangs on it, and so do the buttons."""
    gevraagd = tuple((soort, sleutel) for soort, sleutel, _naam in dingen)
    bewaard: dict[Any, set[tuple[str, str]]] = wie.__dict__.setdefault("_volgt", {})
    if gevraagd not in bewaard:
        bewaard[gevraagd] = lijst.volgt(wie, gevraagd) if gevraagd else set()
    return bewaard[gevraagd]


def lezers_van(dingen_van: Callable[[int], list[Volgding]]) -> Callable[[HttpRequest, int], str]:
    """Who follows the same of these sees the same buttons; one query."""

    def lezers(request: HttpRequest, pk: int) -> str:
        if not request.user.is_authenticated:
            return "vreemd"
        dingen = dingen_van(pk)
        aan = _volgt(request.user, dingen)
        return f"{request.path}:{[(soort, sleutel) in aan for soort, sleutel, _naam in dingen]}"

    return lezers


def _bij_pagina(pk: int) -> list[Volgding]:
    """What can be followed at a page; remembered, so that most readers' buttons ask for no page."""

    def lees() -> list[Volgding]:
        toont(f"pagina:{pk}")
        pagina = Page.objects.filter(pk=pk).specific().first()
        return [] if pagina is None else dingen_van_pagina(pagina)

    return onthoud(f"volgdingen:{pk}:{get_language()}", lees)


def dingen_van_pagina(pagina: Page) -> list[Volgding]:
    if getattr(pagina, "zoeksoort", "") == "thema":  # topic pages share the template; only themes can be followed
        return [(THEMA, pagina.begrip.code, pagina.begrip.label)]
    if not heeft(pagina, "volgbaar"):
        return []
    thema = getattr(pagina, "thema", None)
    return [(PAGINA, str(pagina.pk), ""), *([(THEMA, thema.code, thema.label)] if thema else [])]


van_pagina_lezers = lezers_van(_bij_pagina)
van_buurt_lezers = lezers_van(lambda pk: [(BUURT, str(pk), "")])


def van_pagina(request: HttpRequest, pagina: Page) -> Deel | None:
    return _deel("volgen/_zij.html", request, pagina)


def van_thema(request: HttpRequest, pagina: Page) -> Deel | None:
    return _deel("volgen/_thema.html", request, pagina)


def _deel(sjabloon: str, request: HttpRequest, pagina: Page) -> Deel | None:
    if not request.user.is_authenticated or not pagina.pk:
        return None
    dingen = dingen_van_pagina(pagina)
    return Deel(sjabloon, {"knoppen": knoppen(request.user, dingen)}) if dingen else None


def van_buurt(request: HttpRequest, buurt: Buurt) -> Deel | None:
    if not request.user.is_authenticated or buurt.opgeheven:
        return None
    return Deel("volgen/_zij.html", {"knoppen": knoppen(request.user, [(BUURT, str(buurt.pk), "")])})


def ongelezen(wie: int) -> QuerySet[Melding]:
    """Notices that somebody did not read; whether they may read them is asked by who shows them."""
    return Melding.objects.filter(persoon=wie, gelezen__isnull=True)


def van_ongelezen(wie: int) -> QuerySet[Gebeurtenis]:
    return Gebeurtenis.objects.filter(meldingen__persoon=wie, meldingen__gelezen__isnull=True)


def van_werkplek(request: Verzoek, _niets: None) -> Deel:
    """Always there, so that people know where notices would be."""
    if tekent():  # what a page is about is told by the page: whether it is still there decides here
        paginas = van_ongelezen(request.user.pk).exclude(pagina=None).values_list("pagina", flat=True)
        toont(*(f"pagina:{pk}" for pk in paginas))
    rij = te_lezen(request.user).filter(gelezen__isnull=True).select_related("gebeurtenis")
    nieuw = list(rij.annotate(totaal=Window(Count("pk")))[:NIEUWSTE])  # the number in the same query
    return Deel("volgen/_werkplek.html", {"nieuw": nieuw, "aantal": nieuw[0].totaal if nieuw else 0})
