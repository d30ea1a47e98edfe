"""How intervention files become pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.basis.boom import gebied
from kennisplatform.basis.keuzes import Gezondheidsverschillen, Sesgeschiktheid
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
from kennisplatform.inhoudlader.schema import Veld
from kennisplatform.inhoudlader.soorten import Inhoudsoort
from kennisplatform.inhoudlader.werkbladen import WERKBLAD, documentvelden
from menukaart.models import Interventie, MenukaartPagina

TEKSTEN = (
    "eigenaar", "contact", "website", "doelgroep_toelichting", "intermediairen", "doel", "duur", "deskundigheid",
    "materialen", "randvoorwaarden", "kwaliteitsbewaking", "implementatietijd",
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
        "stap": Veld("tabellen", velden=STAP),
        "werkblad": WERKBLAD,
        "bewijs": BEWIJS,
        "inzet": INZET,
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
    velden |= {naam: regels(data[naam]) for naam in LIJSTEN if naam in data}
    velden |= {"omschrijving": alineas(data["omschrijving"]), "onderzoek": alineas(data.get("onderzoek", ""))}
    velden |= {"stappen": stroom("stap", data.get("stap", []))} | bewijsvelden(data)
    namen = {
        "geschiktheid": "ses_geschiktheid",
        "grond": "ses_grond",
        "verschillen": "verschillen",
        "verschillen_grond": "verschillen_grond",
    }
    return velden | {naam: ses[sleutel] for sleutel, naam in namen.items() if sleutel in ses}


INTERVENTIES: Final = Inhoudsoort(
    "interventie",
    Path(__file__).resolve().parent / "inhoud" / "interventies",
    SCHEMA,
    Interventie,
    interventie,
    ouder=lambda: gebied(MenukaartPagina),
    ouderpad="/menukaart/",
)
