"""How intervention files become pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.basis.boom import gebied
from kennisplatform.basis.keuzes import Gezondheidsverschillen, Sesgeschiktheid
from kennisplatform.inhoudlader import terug
from kennisplatform.inhoudlader.gedeeld import (
    BEWIJS,
    INZET,
    PAGINA,
    STAP,
    alineas,
    bewijsvelden,
    codes,
    paginavelden,
    regels,
    stroom,
    verplicht,
)
from kennisplatform.inhoudlader.schema import Pad, Veld
from kennisplatform.inhoudlader.soorten import Inhoudsoort
from kennisplatform.inhoudlader.werkbladen import WERKBLAD, documentvelden
from menukaart.herkomst import Bevinding
from menukaart.models import Interventie, MenukaartPagina

TEKSTEN = (
    "eigenaar", "contact", "website", "doelgroep_toelichting", "intermediairen", "doel", "duur", "deskundigheid",
    "materialen", "randvoorwaarden", "kwaliteitsbewaking", "implementatietijd", "gezocht",
)  # fmt: skip  # a list of words
LIJSTEN = (
    "alias",
    "subdoelen",
    "werkzame_elementen",
    "voordelen",
    "nadelen",
    "succesfactoren",
    "faalfactoren",
    "indicatoren",
)

HERKOMST = Veld(
    "tabellen",
    velden={
        "velden": Veld("keuzes", verplicht=True, keuzes=tuple(Bevinding.values)),
        "bron": Veld(max=250),
        "grond": Veld(),
    },
)

SCHEMA = (
    PAGINA
    | codes(*Interventie.begripsoorten)
    | {naam: Veld() for naam in TEKSTEN}
    | {naam: Veld("regels") for naam in LIJSTEN}
    | {
        "eigenaar": Veld(verplicht=True, max=200),
        "website": Veld("url"),
        "omschrijving": Veld(verplicht=True),
        "onderzoek": Veld(),
        "gecontroleerd_op": Veld("datum"),
        "start_weken": Veld("geheel"),
        "stap": Veld("tabellen", velden=STAP),
        "werkblad": WERKBLAD,
        "bewijs": BEWIJS,
        **INZET,
        "herkomst": HERKOMST,
        "ses": Veld(
            "tabel",
            velden={
                "geschiktheid": Veld("keuze", keuzes=tuple(Sesgeschiktheid.values)),
                "grond": Veld(),
                "verschillen": Veld("keuze", keuzes=tuple(Gezondheidsverschillen.values)),
                "verschillen_grond": Veld(),
            },
        ),
    }
)

SCHEMA = verplicht(SCHEMA, "thema", "onderwerp", "bron")


def interventie(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    ses = data.get("ses", {})
    velden = paginavelden(data) | documentvelden(data)
    velden |= {naam: data[naam] for naam in TEKSTEN if naam in data}
    velden |= {"start_weken": data["start_weken"]} if "start_weken" in data else {}
    velden |= {naam: regels(data[naam]) for naam in LIJSTEN if naam in data}
    velden |= {"omschrijving": alineas(data["omschrijving"]), "onderzoek": alineas(data.get("onderzoek", ""))}
    velden |= {"stappen": stroom("stap", data.get("stap", []))} | bewijsvelden(data)
    velden["herkomst"] = stroom("herkomst", ({"bron": "", "grond": "", **rij} for rij in data.get("herkomst", [])))
    namen = {
        "geschiktheid": "ses_geschiktheid",
        "grond": "ses_grond",
        "verschillen": "verschillen",
        "verschillen_grond": "verschillen_grond",
    }
    # A ground that was taken out of the file leaves the page.
    gronden = {"ses_grond": "", "verschillen_grond": ""} if ses else {}
    return velden | gronden | {naam: ses[sleutel] for sleutel, naam in namen.items() if sleutel in ses}


def interventie_uit(pagina: Interventie) -> dict[str, Any]:
    ses = {
        "geschiktheid": pagina.ses_geschiktheid,
        "grond": pagina.ses_grond,
        "verschillen": pagina.verschillen,
        "verschillen_grond": pagina.verschillen_grond,
    }
    return (
        terug.gedeeld(pagina)
        | terug.bewijs(pagina)
        | {naam: getattr(pagina, naam) for naam in (*TEKSTEN, "gecontroleerd_op", "start_weken")}
        | {naam: terug.regels(getattr(pagina, naam)) for naam in LIJSTEN}
        | {naam: terug.alineas(getattr(pagina, naam)) for naam in ("omschrijving", "onderzoek")}
        | {"stap": terug.rijen(pagina.stappen), "herkomst": terug.rijen(pagina.herkomst), "ses": terug.gevuld(ses)}
    )


def keur(soort: str, data: Mapping[str, Any], rijen: object) -> Iterator[tuple[Pad, str]]:
    """Every field that states something says where that comes from: a source of this file, or the editors' ground."""
    if soort != "interventie":
        return
    titels = {bron["titel"] for bron in data.get("bron", [])}
    bekend: set[str] = set()
    for nummer, rij in enumerate(data.get("herkomst", [])):
        bekend |= set(rij["velden"])
        if bool(rij.get("bron")) == bool(rij.get("grond")):
            yield ("herkomst", nummer), "noem een bron, of de grond van de redactie; niet allebei"
        elif rij.get("bron") and rij["bron"] not in titels:
            yield ("herkomst", nummer, "bron"), f"{rij['bron']!r} is geen titel van een [[bron]] in dit bestand"
    ses = data.get("ses", {})
    gevuld = {**data, "ses_grond": ses.get("grond"), "verschillen_grond": ses.get("verschillen_grond")}
    for naam in Bevinding.values:
        if gevuld.get(naam) and naam not in bekend:
            yield (naam,), "zeg in [[herkomst]] in welke bron dit staat, of dat het een inschatting van de redactie is"


INTERVENTIES: Final = Inhoudsoort(
    "interventie",
    Path(__file__).resolve().parent / "inhoud" / "interventies",
    SCHEMA,
    Interventie,
    interventie,
    ouder=lambda: gebied(MenukaartPagina),
    ouderpad="/menukaart/",
    uit=interventie_uit,
)
