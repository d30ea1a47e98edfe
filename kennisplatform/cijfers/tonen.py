"""The tables of a theme's page, of the page of all themes, and their words for the search."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.cijfers.keuzes import Aannamesoort, Indicatorsoort
from kennisplatform.cijfers.models import Aanname, Indicator

THEMAS: Final = "themas"  # slug of the page that lists them; what holds for the whole programme stands there


@dataclass(frozen=True)
class Indicatorgroep:
    naam: str
    kop: str
    rijen: list[Indicator]

    @property
    def voor_alle(self) -> list[tuple[str, str]]:
        """What is the same for every row is said once, as the plan does: that saves a phone half of the table."""
        per_kolom = zip(*(rij.waar_hoe_vaak_wie for rij in self.rijen), strict=True)
        return [kolom[0] for kolom in per_kolom if len(self.rijen) > 1 and len(set(kolom)) == 1]

    @property
    def koppen(self) -> list[str]:
        gezegd = {kop for kop, _tekst in self.voor_alle}
        return [kop for kop, _tekst in self.rijen[0].waar_hoe_vaak_wie if kop not in gezegd]

    @property
    def met_cellen(self) -> list[tuple[Indicator, list[tuple[str, str]]]]:
        koppen = self.koppen
        return [(rij, [cel for cel in rij.waar_hoe_vaak_wie if cel[0] in koppen]) for rij in self.rijen]


@dataclass(frozen=True)
class Aannamegroep:
    naam: str
    rijen: list[Aanname]


def thema_van(pagina: Page) -> str:
    """The code of the theme that a page is about; '' for any other page, a topic's too."""
    return pagina.begrip.code if getattr(pagina, "zoeksoort", "") == "thema" else ""


def is_themalijst(pagina: Page) -> bool:
    return getattr(pagina, "zoeksoort", "") == "algemeen" and pagina.slug == THEMAS


def indicatorgroepen(thema: str) -> list[Indicatorgroep]:
    """By kind in the order of the plan, not of the alphabet."""
    plek = {soort: nummer for nummer, soort in enumerate(Indicatorsoort.values)}
    rijen = sorted(Indicator.objects.filter(thema__code=thema), key=lambda rij: (plek[rij.soort], rij.volgorde))
    groepen = [(soort, list(deel)) for soort, deel in groupby(rijen, key=lambda rij: rij.soort)]
    return [Indicatorgroep(str(Indicatorsoort(soort).label), deel[0].kop, deel) for soort, deel in groepen]


def aannamegroepen(thema: str = "") -> list[Aannamegroep]:
    """What is counted on for one theme, and what is agreed for all; without one: what holds for the whole programme."""
    voor_alle = Q(themas=None, soort=Aannamesoort.AFSPRAAK) if thema else Q(themas=None)
    rijen = Aanname.objects.filter(voor_alle | Q(themas__code=thema)) if thema else Aanname.objects.filter(voor_alle)
    per_soort: dict[str, list[Aanname]] = {soort: [] for soort in Aannamesoort.values}
    for rij in rijen:
        per_soort[rij.soort].append(rij)
    return [Aannamegroep(str(Aannamesoort(soort).label), deel) for soort, deel in per_soort.items() if deel]


def bij_thema(request: HttpRequest, pagina: Page) -> Deel | None:
    if not (thema := thema_van(pagina)):
        return None
    context = {"indicatorgroepen": indicatorgroepen(thema), "aannamegroepen": aannamegroepen(thema), "thema": thema}
    return Deel("cijfers/bij_thema.html", context)


def bij_themalijst(request: HttpRequest, pagina: Page) -> Deel | None:
    return Deel("cijfers/bij_themalijst.html", {"aannamegroepen": aannamegroepen()}) if is_themalijst(pagina) else None


def bijtekst(pagina: Page) -> str:
    """The words of these tables belong to the page that shows them."""
    thema = thema_van(pagina)
    if not thema and not is_themalijst(pagina):
        return ""
    delen = [tekst for groep in indicatorgroepen(thema) for rij in groep.rijen for tekst in (rij.naam, rij.gewone_naam)]
    for groep in aannamegroepen(thema):
        delen += [tekst for rij in groep.rijen for tekst in (rij.onderdeel, rij.tekst, rij.let_op)]
    return "\n".join(delen)
