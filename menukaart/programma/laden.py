"""How files become activities and lines of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.basis.models import Begrip
from kennisplatform.cijfers.laden import BRON, keur, rijen_van, themarijen, themas
from kennisplatform.cijfers.models import Indicator
from kennisplatform.inhoudlader.gedeeld import regels
from kennisplatform.inhoudlader.rijrecord import Bijrijen, bronvelden, schrijf
from kennisplatform.inhoudlader.schema import Pad, Veld
from kennisplatform.inhoudlader.soorten import Rijen, Rijensoort
from menukaart.programma.keuzes import Activiteitstand, Planregelsoort
from menukaart.programma.models import Activiteit, Planregel

MAP: Final = Path(__file__).resolve().parent.parent / "inhoud"
ACTIVITEITTEKSTEN: Final = ("spoor", "titel", "uitleg", "tekst")
ACTIVITEIT: Final = {
    "code": Veld(verplicht=True, max=80),
    "spoor": Veld(max=160),
    "titel": Veld(verplicht=True, max=120),
    "uitleg": Veld(),
    "tekst": Veld(verplicht=True),
    "stand": Veld("keuze", keuzes=tuple(Activiteitstand.values)),
    "meten_met": Veld("slugs", van="indicator"),
}
PLANREGELTEKSTEN: Final = ("naam", "tekst", "wie", "hoe_vaak", "let_op")
PLANREGEL: Final = {
    "code": Veld(verplicht=True, max=80),
    "soort": Veld("keuze", verplicht=True, keuzes=tuple(Planregelsoort.values)),
    "naam": Veld(verplicht=True, max=160),
    "tekst": Veld(),
    "punten": Veld("regels"),
    "wie": Veld(max=160),
    "hoe_vaak": Veld(max=120),
    "let_op": Veld(),
    "volgorde": Veld("geheel"),  # else its place in the file
    "thema": Veld("codes", van="thema"),
}


def keur_activiteiten(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str]]:
    yield from keur("activiteit", data)
    if len(data["thema"]) != 1:
        yield ("thema",), "een activiteit hoort bij één thema"


def bewaar_activiteiten(rijen: Rijen) -> list[str]:
    eerder, bekend = {a.code: a for a in Activiteit.objects.all()}, themas()
    indicatoren = {i.code: i for i in Indicator.objects.all()}
    overgeslagen = []
    for code, rij in rijen.items():
        velden = {
            **{naam: rij.get(naam, "") for naam in ACTIVITEITTEKSTEN},
            **{naam: rij[naam] for naam in ("code", "volgorde")},
            "stand": rij.get("stand", Activiteitstand.IN_UITWERKING.value),
            "thema": bekend[rij["thema"][0]],
            **bronvelden(rij["bron"]),
        }
        activiteit = eerder.get(code) or Activiteit()
        gekozen = [indicatoren[naam] for naam in rij.get("meten_met", [])]
        if not schrijf(activiteit, velden, _indicatorrijen(activiteit, gekozen)):
            overgeslagen.append(f"activiteit {code}")
    return overgeslagen


def _indicatorrijen(activiteit: Activiteit, gekozen: list[Indicator]) -> Bijrijen:
    return Bijrijen(
        sorted(indicator.code for indicator in gekozen),
        lambda: sorted(indicator.code for indicator in activiteit.indicatoren.all()),
        lambda: activiteit.indicatoren.set(gekozen),
    )


def bewaar_planregels(rijen: Rijen) -> list[str]:
    eerder, bekend = {r.code: r for r in Planregel.objects.all()}, themas()
    overgeslagen = []
    for code, rij in rijen.items():
        velden = {
            **{naam: rij.get(naam, "") for naam in PLANREGELTEKSTEN},
            **{naam: rij[naam] for naam in ("code", "soort", "volgorde")},
            "punten": regels(rij.get("punten", [])),
            **bronvelden(rij["bron"]),
        }
        regel, gekozen = eerder.get(code) or Planregel(), _themas_van(rij, bekend)
        if not schrijf(regel, velden, themarijen(regel, gekozen)):
            overgeslagen.append(f"planregel {code}")
    return overgeslagen


def _themas_van(rij: Mapping[str, Any], bekend: Mapping[str, Begrip]) -> list[Begrip]:
    return [bekend[thema] for thema in rij["thema"]]


BRENGT: Final = [
    Rijensoort(
        "activiteit",
        MAP / "programma",
        {
            "thema": Veld("codes", van="thema", verplicht=True),
            "bron": BRON,
            "activiteit": Veld("tabellen", verplicht=True, velden=ACTIVITEIT),
        },
        lambda data: rijen_van("activiteit", data),
        bewaar_activiteiten,
        keur_activiteiten,
        na=("indicator",),
    ),
    Rijensoort(
        "planregel",
        MAP / "planregels",
        {"bron": BRON, "planregel": Veld("tabellen", verplicht=True, velden=PLANREGEL)},
        lambda data: rijen_van("planregel", data),
        bewaar_planregels,
        lambda data: keur("planregel", data),
    ),
]
