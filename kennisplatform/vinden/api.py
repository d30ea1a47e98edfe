"""Search for other programs: read-only JSON, described by its OpenAPI document, with a limit per address."""

from __future__ import annotations

from html import unescape
from typing import Annotated, Any, Final, Literal

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.html import strip_tags
from ninja import Query, Router, Schema
from pydantic import Field

from kennisplatform.basis.facetten import SOORTEN, labels, naam_van
from kennisplatform.basis.tempo import PerAdres
from kennisplatform.basis.vinden import vind
from kennisplatform.basis.vindplaatsen import Vindplaats, vindplaatsen
from kennisplatform.feiten.waarden import feiten
from kennisplatform.vinden.suggesties import AANTAL, voorstellen
from kennisplatform.vinden.views import ZOEKFACETTEN
from kennisplatform.zoeken.antwoord.voorrang import vaksoorten
from kennisplatform.zoeken.antwoord.vraag import MAX_PAGINA, MAX_WAARDEN, Antwoord, Vraag, schone_tekst
from kennisplatform.zoeken.taal.crisis import soorten

Taal = Literal["nl", "en", "tr", "ar", "pl", "uk"]
Tekst = Annotated[str, Field(max_length=300, description="What is looked for, in Dutch or in the language of `taal`")]
Waarden = Annotated[list[Annotated[str, Field(max_length=80)]], Field(max_length=MAX_WAARDEN)]
BEWAAR: Final = {"Cache-Control": "public, max-age=60"}
HULP: Final = {  # names of facts, so that a number stands in one place
    "acuut": ["112"],
    "zelfdoding": ["112", "113", "113.oud", "113.chat", "kindertelefoon"],
    "geweld": ["112", "veilig-thuis", "kindertelefoon"],
}


def _hulp(*teksten: str) -> list[str]:
    """What the first of these that speaks of danger asks for."""
    gehoord = next(filter(None, map(soorten, teksten)), frozenset())
    namen = dict.fromkeys(naam for soort, rij in HULP.items() if soort in gehoord for naam in rij)
    waarden = feiten()
    return [waarden[naam] for naam in namen if naam in waarden]


class Suggesties(Schema):
    class Suggestie(Schema):
        tekst: str
        soort: str
        soortnaam: str
        adres: str

    q: str
    hulp: list[str] = Field(
        description="Where to call or chat at once, when q speaks of danger; then nothing is completed"
    )
    suggesties: list[Suggestie]


class Waarde(Schema):
    code: str
    naam: str
    aantal: int


class Facet(Schema):
    naam: str
    waarden: list[Waarde]


class Resultaat(Schema):
    titel: str
    soort: str
    voor: Literal["bewoners", "professionals"]
    taal: str
    adres: str
    fragment: str
    thema: str
    gevonden_op: list[str]


class Resultaten(Schema):
    q: str
    verbeterd: str = Field(description="The text that was searched instead, when q held a slip")
    hulp: list[str] = Field(description="Where to call or chat at once, when q speaks of danger")
    niets_precies: bool = Field(description="Nothing here answers q: the results are what comes nearest")
    totaal: int
    pagina: int
    per_pagina: int
    resultaten: list[Resultaat]
    soorten: dict[str, int]
    facetten: dict[str, Facet]


class Zoekvraag(Schema):
    q: Tekst = ""
    taal: Taal = "nl"
    soort: Literal[tuple(SOORTEN)] | None = None  # type: ignore[valid-type]  # read by ninja, at the start
    pagina: Annotated[int, Field(ge=1, le=MAX_PAGINA)] = 1
    per_pagina: Annotated[int, Field(ge=1, le=50)] = 20
    thema: Waarden = []
    onderwerp: Waarden = []
    doelgroep: Waarden = []
    ses: Waarden = []
    bewijs: Waarden = []

    def vraag(self) -> Vraag:
        gekozen = {naam: tuple(w for w in getattr(self, naam) if w and "\x00" not in w) for naam in ZOEKFACETTEN}
        return Vraag(
            tekst=schone_tekst(self.q),
            facetten={n: w for n, w in gekozen.items() if w},
            taal=self.taal,
            soorten=(self.soort,) if self.soort else (),
            tel=ZOEKFACETTEN,
            pagina=self.pagina,
            per_pagina=self.per_pagina,
        )


router = Router(tags=["zoeken"])


@router.get(
    "/zoeken", response=Resultaten, throttle=[PerAdres("zoeken", 120)], summary="Search everything that is public"
)
def zoeken(request: HttpRequest, response: HttpResponse, vraag: Query[Zoekvraag]) -> dict[str, Any]:
    response["Cache-Control"] = BEWAAR["Cache-Control"]
    with translation.override(vraag.taal):
        antwoord = vind(vraag.vraag())
        return {
            "q": antwoord.vraag.tekst,
            "verbeterd": antwoord.verbeterd,
            "hulp": _hulp(antwoord.vraag.tekst, antwoord.verbeterd),
            "niets_precies": antwoord.niets_precies,
            "totaal": antwoord.totaal,
            "pagina": vraag.pagina,
            "per_pagina": vraag.per_pagina,
            "resultaten": [_resultaat(request, plaats) for plaats in vindplaatsen(antwoord.treffers)],
            "soorten": dict(antwoord.soorten),
            "facetten": _facetten(antwoord),
        }


def _resultaat(request: HttpRequest, plaats: Vindplaats) -> dict[str, Any]:
    t = plaats.treffer
    return {
        "titel": _kaal(t.titel),
        "soort": t.soort,
        "voor": "professionals" if t.soort in vaksoorten() else "bewoners",
        "taal": t.taal,
        "adres": request.build_absolute_uri(plaats.adres),
        "fragment": _kaal(t.fragment),
        "thema": plaats.thema.label if plaats.thema else "",
        "gevonden_op": list(t.gevonden_op),
    }


def _kaal(html: str) -> str:
    """Snippets are made as HTML; another program gets the text."""
    return unescape(strip_tags(html))


def _facetten(antwoord: Antwoord) -> dict[str, Any]:
    uit = {}
    for facet in antwoord.facetten.values():
        namen = labels(facet.naam)
        waarden = [{"code": w.code, "naam": namen.get(w.code, w.code), "aantal": w.aantal} for w in facet.waarden]
        uit[facet.naam] = {"naam": naam_van(facet.naam), "waarden": waarden}
    return uit


@router.get("/suggesties", response=Suggesties, throttle=[PerAdres("suggesties", 600)], summary="Complete while typing")
def suggesties(
    request: HttpRequest,
    response: HttpResponse,
    q: Tekst = "",
    taal: Taal = "nl",
    n: Annotated[int, Field(ge=1, le=20)] = AANTAL,
) -> dict[str, Any]:
    response["Cache-Control"] = BEWAAR["Cache-Control"]
    return {"q": q, "hulp": _hulp(q), "suggesties": [vars(v) for v in voorstellen(q, taal, n)]}


@router.get(
    "/suggesties/opensearch",
    throttle=[PerAdres("suggesties", 600)],
    summary="The same for a browser's own search bar",
)
def suggesties_opensearch(request: HttpRequest, q: Tekst = "", taal: Taal = "nl") -> HttpResponse:
    """`[q, [texts]]`, as browsers read it (OpenSearch Suggestions 1.1)."""
    gevonden = [v.tekst for v in voorstellen(q, taal)]
    return JsonResponse([q, gevonden], safe=False, content_type="application/x-suggestions+json", headers=BEWAAR)
