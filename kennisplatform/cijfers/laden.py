"""How files become indicators and assumptions. The plan's own are literal: its words, and what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.basis.models import Begrip, Begripsoort
from kennisplatform.basis.models.begrippen import nederlandse_op_code
from kennisplatform.cijfers.keuzes import Aannamesoort, Cijferdeel, Indicatorsoort, Optelwijze, Richting
from kennisplatform.cijfers.models import CODE, Aanname, Indicator
from kennisplatform.inhoudlader.rijrecord import BRONVELDEN, Bijrijen, bronvelden, is_voorpagina, schrijf
from kennisplatform.inhoudlader.schema import Pad, Veld
from kennisplatform.inhoudlader.soorten import Rijen, Rijensoort

MAP: Final = Path(__file__).resolve().parent / "inhoud"
BRON: Final = Veld("tabel", verplicht=True, velden=BRONVELDEN)
TEKSTEN: Final = (
    "kop",
    "naam",
    "gewone_naam",
    "definitie",
    "eenheid",
    "databron",
    "frequentie",
    "actiehouder",
    "kanttekening",
    "zegt_niet",
    "deel",
    "groep",
    "kort",
    "zin",
    "gewicht",
    "teller",
    "noemer",
    "kolommen",
)
INDICATOR: Final = {
    **{naam: Veld() for naam in TEKSTEN},
    "code": Veld(verplicht=True, max=80),
    "soort": Veld("keuze", verplicht=True, keuzes=tuple(Indicatorsoort.values)),
    "naam": Veld(verplicht=True, max=200),
    "richting": Veld("keuze", keuzes=tuple(Richting.values)),
    "niet_van_toepassing": Veld("janee"),
    "deel": Veld("keuze", keuzes=tuple(Cijferdeel.values)),
    "decimalen": Veld("geheel"),
    "optelwijze": Veld("keuze", keuzes=tuple(Optelwijze.values)),
    "toont_effect": Veld("janee"),
}
AANNAMETEKSTEN: Final = ("onderdeel", "tekst", "tegenover", "waardoor", "onderbouwing", "let_op")
AANNAME: Final = {
    **{naam: Veld() for naam in AANNAMETEKSTEN},
    "code": Veld(verplicht=True, max=80),
    "soort": Veld("keuze", verplicht=True, keuzes=tuple(Aannamesoort.values)),
    "onderdeel": Veld(verplicht=True, max=80),
    "tekst": Veld(verplicht=True),
    "thema": Veld("codes", van="thema"),
}


def rijen_van(soort: str, data: Mapping[str, Any]) -> Iterator[tuple[Pad, str, Mapping[str, Any]]]:
    """Rows of a file: its themes and its source count for each that says nothing else, and it gives their order."""
    for nummer, rij in enumerate(data.get(soort, [])):
        vast = {"thema": data.get("thema", []), "bron": data["bron"], "volgorde": data.get("vanaf", 0) + nummer}
        yield (soort, nummer), rij["code"], {**vast, **rij}


def keur(soort: str, data: Mapping[str, Any]) -> Iterator[tuple[Pad, str]]:
    if is_voorpagina(data["bron"].get("url", "")):
        yield ("bron", "url"), "dit is een voorpagina; geef het adres van de bladzijde waar het staat"
    for nummer, rij in enumerate(data.get(soort, [])):
        if not re.match(CODE.regex, rij["code"]):
            yield (soort, nummer, "code"), f"{rij['code']!r}: alleen kleine letters, cijfers en streepjes"


def keur_indicatoren(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str]]:
    yield from keur("indicator", data)
    if len(data.get("thema", [])) > 1:
        yield ("thema",), "een indicator hoort bij één thema; zet die van een ander thema in een eigen bestand"
    for nummer, rij in enumerate(data["indicator"]):
        if rij.get("zin") and rij["zin"].count("{getal}") != 1:
            yield ("indicator", nummer, "zin"), "zet één keer {getal} waar het getal komt"
        if rij.get("niet_van_toepassing") and any(rij.get(v) for v in ("databron", "frequentie", "actiehouder")):
            yield ("indicator", nummer), "wat niet gemeten wordt, heeft geen databron, frequentie of actiehouder"


def themas() -> dict[str, Begrip]:
    """By code, also by the codes of what went into one: files and frozen plans name those."""
    return {code: begrip for (soort, code), begrip in nederlandse_op_code().items() if soort == Begripsoort.THEMA}


def themarijen(ding: Any, gekozen: list[Begrip]) -> Bijrijen:
    """Of a record with `themas`."""
    gekozen = list(dict.fromkeys(gekozen))  # a file may name two that are one by now
    return Bijrijen(
        sorted(thema.code for thema in gekozen),
        lambda: sorted(thema.code for thema in ding.themas.all()),
        lambda: ding.themas.set(gekozen),
    )


def bewaar_indicatoren(rijen: Rijen) -> list[str]:
    eerder, bekend = {i.code: i for i in Indicator.objects.all()}, themas()
    overgeslagen = []
    for code, rij in rijen.items():
        velden = {
            **{naam: rij.get(naam, "").strip() for naam in TEKSTEN},
            **{naam: rij[naam] for naam in ("code", "soort", "volgorde")},
            "decimalen": rij.get("decimalen", 0),
            "optelwijze": rij.get("optelwijze", Optelwijze.NIET.value),
            "toont_effect": rij.get("toont_effect", False),
            "richting": rij.get("richting", Richting.ONBEKEND.value),
            "niet_van_toepassing": rij.get("niet_van_toepassing", False),
            "thema": next((bekend[thema] for thema in rij["thema"]), None),
            **bronvelden(rij["bron"]),
        }
        if not schrijf(eerder.get(code) or Indicator(), velden):
            overgeslagen.append(f"indicator {code}")
    return overgeslagen


def bewaar_aannames(rijen: Rijen) -> list[str]:
    eerder, bekend = {a.code: a for a in Aanname.objects.all()}, themas()
    overgeslagen = []
    for code, rij in rijen.items():
        velden = {
            **{naam: rij.get(naam, "") for naam in AANNAMETEKSTEN},
            **{naam: rij[naam] for naam in ("code", "soort", "volgorde")},
            **bronvelden(rij["bron"]),
        }
        aanname = eerder.get(code) or Aanname()
        if not schrijf(aanname, velden, themarijen(aanname, [bekend[thema] for thema in rij["thema"]])):
            overgeslagen.append(f"aanname {code}")
    return overgeslagen


BRENGT: Final = [
    Rijensoort(
        "indicator",
        MAP / "indicatoren",
        {
            "thema": Veld("codes", van="thema"),
            "bron": BRON,
            "vanaf": Veld("geheel"),  # where its rows come in the order, for files that share a page
            "indicator": Veld("tabellen", verplicht=True, velden=INDICATOR),
        },
        lambda data: rijen_van("indicator", data),
        bewaar_indicatoren,
        keur_indicatoren,
    ),
    Rijensoort(
        "aanname",
        MAP / "aannames",
        {
            "thema": Veld("codes", van="thema"),
            "bron": BRON,
            "aanname": Veld("tabellen", verplicht=True, velden=AANNAME),
        },
        lambda data: rijen_van("aanname", data),
        bewaar_aannames,
        lambda data: keur("aanname", data),
    ),
]
