"""Figures for other programs: read-only JSON, what is public, after small numbers were left out."""

from __future__ import annotations

from typing import Annotated, Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from kennisplatform.basis.tempo import PerAdres
from kennisplatform.cijfers.buurtcijfers import ligging
from kennisplatform.cijfers.getallen import openbaar
from kennisplatform.cijfers.models import Cijfer, Indicator
from kennisplatform.deelnemers.models import Buurt

MAX_PAGINA: Final = 10_000
BEWAAR: Final = "public, max-age=300"
Code = Annotated[str, Field(max_length=90)]


class Cijferbronveld(Schema):
    code: str
    titel: str
    adres: str
    licentie: str
    rij: str = Field(description="Where in the source: a code or a row")
    schatting_met_model: bool = Field(description="If so it can't show an effect of the programme")


class Cijferveld(Schema):
    gebied: str
    gebiedsnaam: str
    soort: str
    indicator: str
    periode: str
    groep: str
    waarde: float
    ondergrens: float | None = Field(description="null: no margin is known")
    bovengrens: float | None
    stand: str
    reden: str = Field(description="Why it was corrected")
    bron: Cijferbronveld


class Cijferantwoord(Schema):
    totaal: int
    pagina: int
    per_pagina: int
    cijfers: list[Cijferveld]


class Indicatorveld(Schema):
    code: str
    naam: str
    gewone_naam: str
    over_wie: str
    definitie: str
    eenheid: str
    richting: str
    zegt_niet: str
    toont_effect: bool = Field(description="May a change be laid beside the programme at all?")


class Cijfervraag(Schema):
    buurt: Code = Field(
        "", description="A neighbourhood of the programme by its address, such as de-vijfhoek: its areas"
    )
    gebied: list[Code] = Field([], max_length=50, description="Codes of CBS, such as BU03920105, GM0392 or NL00")
    indicator: list[Code] = Field([], max_length=50)
    periode: Annotated[str, Field(max_length=7)] = ""
    pagina: Annotated[int, Field(ge=1, le=MAX_PAGINA)] = 1
    per_pagina: Annotated[int, Field(ge=1, le=1000)] = 100


router = Router(tags=["cijfers"])


@router.get("/cijfers", response=Cijferantwoord, throttle=[PerAdres("cijfers", 120)], summary="Figures of areas")
def cijfers(request: HttpRequest, response: HttpResponse, vraag: Query[Cijfervraag]) -> dict[str, Any]:
    """A neighbourhood that is made of parts gives the figures of its parts; how they are put together is in the CSV of
    its page.
    """
    response["Cache-Control"] = BEWAAR
    rij = openbaar().order_by("gebied__code", "indicator__code", "periode", "groep")
    codes = list(vraag.gebied)
    if vraag.buurt:
        buurt = Buurt.objects.filter(slug=vraag.buurt).first()
        if buurt is None:
            raise Http404
        codes += ligging(buurt).codes or ("-",)
    if codes:
        rij = rij.filter(gebied__code__in=codes)
    if vraag.indicator:
        rij = rij.filter(indicator__code__in=vraag.indicator)
    if vraag.periode:
        rij = rij.filter(periode=vraag.periode)
    begin = (vraag.pagina - 1) * vraag.per_pagina
    deel = rij.select_related("gebied", "indicator", "bron")[begin : begin + vraag.per_pagina]
    return {
        "totaal": rij.count(),
        "pagina": vraag.pagina,
        "per_pagina": vraag.per_pagina,
        "cijfers": [_veld(cijfer) for cijfer in deel],
    }


def _veld(cijfer: Cijfer) -> dict[str, Any]:
    bron = cijfer.bron
    return {
        "gebied": cijfer.gebied.code,
        "gebiedsnaam": cijfer.gebied.naam,
        "soort": cijfer.gebied.soort,
        "indicator": cijfer.indicator.code,
        "periode": cijfer.periode,
        "groep": cijfer.groep,
        "waarde": cijfer.waarde,
        "ondergrens": cijfer.laag,
        "bovengrens": cijfer.hoog,
        "stand": cijfer.stand,
        "reden": cijfer.reden,
        "bron": {
            "code": bron.code,
            "titel": bron.bron_titel,
            "adres": bron.bron_url,
            "licentie": bron.licentie,
            "rij": cijfer.bronrij,
            "schatting_met_model": bron.model,
        },
    }


@router.get(
    "/indicatoren", response=list[Indicatorveld], throttle=[PerAdres("cijfers", 120)], summary="What figures mean"
)
def indicatoren(request: HttpRequest, response: HttpResponse) -> list[dict[str, Any]]:
    response["Cache-Control"] = BEWAAR
    rij = Indicator.objects.filter(niet_van_toepassing=False).order_by("volgorde", "code")
    velden = ("code", "naam", "gewone_naam", "definitie", "eenheid", "richting", "zegt_niet", "toont_effect")
    return [{**{veld: getattr(i, veld) for veld in velden}, "over_wie": i.groep} for i in rij]
