"""What of the programme stands on a theme's page and on the page of all themes, and its words for the search."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch
from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.cijfers.models import Indicator
from kennisplatform.cijfers.tonen import is_themalijst, thema_van
from menukaart.programma.keuzes import Activiteitstand, Planregelsoort
from menukaart.programma.models import Activiteit, Planregel


@dataclass(frozen=True)
class Programmadeel:
    naam: str
    rijen: list[Activiteit]


@dataclass(frozen=True)
class Plangroep:
    soort: str
    naam: str
    rijen: list[Planregel]

    @property
    def met_wie(self) -> bool:
        return any(rij.wie for rij in self.rijen)

    @property
    def met_hoe_vaak(self) -> bool:
        return any(rij.hoe_vaak for rij in self.rijen)

    @property
    def met_tekst(self) -> bool:
        return any(rij.tekst or rij.punten or rij.let_op for rij in self.rijen)


def sporen(thema: str) -> list[Programmadeel]:
    rijen = Activiteit.objects.filter(thema__code=thema, live=True)
    rijen = rijen.prefetch_related(Prefetch("indicatoren", Indicator.objects.order_by("volgorde", "code")))
    return [Programmadeel(spoor, list(deel)) for spoor, deel in groupby(rijen, key=lambda rij: rij.spoor)]


def plangroepen(thema: str = "") -> list[Plangroep]:
    """Lines by kind: of one theme, or all."""
    rijen = Planregel.objects.filter(themas__code=thema) if thema else Planregel.objects.all()
    per_soort: dict[str, list[Planregel]] = {soort: [] for soort in Planregelsoort.values}
    for rij in rijen:
        per_soort[rij.soort].append(rij)
    return [Plangroep(soort, str(Planregelsoort(soort).label), deel) for soort, deel in per_soort.items() if deel]


def bij_thema(request: HttpRequest, pagina: Page) -> Deel | None:
    if not (thema := thema_van(pagina)):
        return None
    gevonden = sporen(thema)
    rijen = [rij for spoor in gevonden for rij in spoor.rijen]
    if not rijen:
        return None
    context = {
        "sporen": gevonden,
        "in_uitwerking": any(rij.stand == Activiteitstand.IN_UITWERKING for rij in rijen),
        "programmabron": rijen[0],
    }
    return Deel("menukaart/programma.html", context)


def plan_bij_thema(request: HttpRequest, pagina: Page) -> Deel | None:
    groepen = plangroepen(thema) if (thema := thema_van(pagina)) else []
    return Deel("menukaart/plan_bij_thema.html", _met_bronnen(groepen)) if groepen else None


def bij_themalijst(request: HttpRequest, pagina: Page) -> Deel | None:
    return Deel("menukaart/planregels.html", _met_bronnen(plangroepen())) if is_themalijst(pagina) else None


def _met_bronnen(groepen: list[Plangroep]) -> dict[str, object]:
    """Each source once, below all of them."""
    bronnen = {rij.bron_titel: rij for groep in groepen for rij in groep.rijen}
    return {"plangroepen": groepen, "planbronnen": list(bronnen.values())}


def bijtekst(pagina: Page) -> str:
    """The words of these tables belong to the page that shows them."""
    thema = thema_van(pagina)
    if not thema and not is_themalijst(pagina):
        return ""
    delen = [tekst for spoor in sporen(thema) for rij in spoor.rijen for tekst in (rij.titel, rij.uitleg, rij.tekst)]
    for groep in plangroepen(thema):
        delen += [tekst for rij in groep.rijen for tekst in (rij.naam, rij.tekst, rij.punten)]
    return "\n".join(filter(None, delen))
