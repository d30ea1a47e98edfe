"""How lessons and sheets to fill in become pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.basis.boom import gebied
from kennisplatform.feiten.laden import SPOED, gekozen, spoed_uit
from kennisplatform.inhoudlader import terug
from kennisplatform.inhoudlader.gedeeld import (
    BLOK,
    PAGINA,
    STAP,
    blokken,
    codes,
    paginavelden,
    regels,
    stroom,
    verplicht,
)
from kennisplatform.inhoudlader.schema import Veld
from kennisplatform.inhoudlader.soorten import Inhoudsoort
from kennisplatform.preventie import prenten
from kennisplatform.preventie.models import Invulblad, InvulbladenPagina, Module, ModulesPagina
from kennisplatform.preventie.models.invulblad import Invulsoort, Voorwie
from kennisplatform.preventie.models.module import Modulereeks

MAP: Final = Path(__file__).resolve().parent / "inhoud"
BLOKKEN = Veld("tabellen", velden=BLOK)
ANTWOORD = {"tekst": Veld(verplicht=True, max=160), "goed": Veld("janee"), "uitleg": Veld(verplicht=True)}
LESSTAP = STAP | {"tekst": Veld(verplicht=True), "prent": Veld("keuze", keuzes=tuple(prenten.PRENTEN))}
MODULE = verplicht(
    PAGINA
    | codes(*Module.begripsoorten)
    | {
        "reeks": Veld("keuze", verplicht=True, keuzes=tuple(Modulereeks.values)),
        "volgorde": Veld("geheel", verplicht=True),
        "voor_wie": Veld(verplicht=True, max=120),
        "na_deze_les": Veld("regels", verplicht=True),
        "spoed": Veld("tabel", velden=SPOED),
        "stap": Veld("tabellen", verplicht=True, velden=LESSTAP),
        "blok": BLOKKEN,
        "kaart": Veld("regels", verplicht=True),
        "vraag": Veld(
            "tabellen",
            verplicht=True,
            velden={
                "vraag": Veld(verplicht=True, max=200),
                "antwoorden": Veld("tabellen", verplicht=True, velden=ANTWOORD),
            },
        ),
        "nodig": Veld("regels"),
        "groep": Veld("tabellen", verplicht=True, velden=STAP),
    },
    "thema",
    "bron",
    "volgende_controle",
)
INVULVRAAG = {
    "vraag": Veld(verplicht=True, max=200),
    "uitleg": Veld(max=300),
    "soort": Veld("keuze", verplicht=True, keuzes=tuple(Invulsoort.values)),
    "keuzes": Veld("regels"),
}
INVULBLAD = verplicht(
    PAGINA
    | codes(*Invulblad.begripsoorten)
    | {
        "voor_wie": Veld("keuze", verplicht=True, keuzes=tuple(Voorwie.values)),
        "waarvoor": Veld(verplicht=True, max=500),
        "web": Veld("janee"),
        "deel": Veld(
            "tabellen",
            verplicht=True,
            velden={
                "kop": Veld(verplicht=True, max=80),
                "uitleg": Veld(),
                "vragen": Veld("tabellen", verplicht=True, velden=INVULVRAAG),
            },
        ),
        "blok": BLOKKEN,
    },
    "thema",
    "bron",
    "volgende_controle",
)


def module(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    vragen = [
        vraag | {"antwoorden": [{"goed": False} | antwoord for antwoord in vraag["antwoorden"]]}
        for vraag in data["vraag"]
    ]
    return paginavelden(data) | {
        "reeks": data["reeks"],
        "volgorde": data["volgorde"],
        "voor_wie": data["voor_wie"],
        "na_deze_les": regels(data["na_deze_les"]),
        "alarmzinnen": gekozen(data, "spoed"),
        "stappen": stroom("stap", [{"prent": ""} | stap for stap in data["stap"]]),
        "inhoud": blokken(data.get("blok", [])),
        "kaart": regels(data["kaart"]),
        "vragen": stroom("vraag", vragen),
        "nodig": regels(data.get("nodig", [])),
        "groep": stroom("stap", [{"tekst": ""} | stap for stap in data["groep"]]),
    }


def invulblad(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    delen = [
        {"kop": deel["kop"], "uitleg": deel.get("uitleg", "")}
        | {"vragen": [{"uitleg": "", "keuzes": []} | vraag for vraag in deel["vragen"]]}
        for deel in data["deel"]
    ]
    return paginavelden(data) | {
        "voor_wie": data["voor_wie"],
        "waarvoor": data["waarvoor"],
        "web": data.get("web", False),
        "delen": stroom("deel", delen),
        "daarna": blokken(data.get("blok", [])),
    }


def module_uit(pagina: Module) -> dict[str, Any]:
    return (
        terug.gedeeld(pagina)
        | {naam: getattr(pagina, naam) for naam in ("reeks", "volgorde", "voor_wie")}
        | {naam: terug.regels(getattr(pagina, naam)) for naam in ("na_deze_les", "kaart", "nodig")}
        | {
            "spoed": spoed_uit(pagina.alarmzinnen),
            "stap": terug.rijen(pagina.stappen),
            "blok": terug.blokken(pagina.inhoud),
            "vraag": [_vraag_uit(vraag) for vraag in terug.rijen(pagina.vragen)],
            "groep": terug.rijen(pagina.groep),
        }
    )


def _vraag_uit(vraag: Mapping[str, Any]) -> dict[str, Any]:
    """Only the right answer says so."""
    antwoorden = vraag.get("antwoorden", [])
    return {**vraag, "antwoorden": [terug.gevuld(een | {"goed": een.get("goed") or None}) for een in antwoorden]}


def invulblad_uit(pagina: Invulblad) -> dict[str, Any]:
    return terug.gedeeld(pagina) | {
        "voor_wie": pagina.voor_wie,
        "waarvoor": pagina.waarvoor,
        "web": pagina.web or None,
        "deel": terug.rijen(pagina.delen),
        "blok": terug.blokken(pagina.daarna),
    }


BRENGT: Final = [
    Inhoudsoort(
        "module",
        MAP / "modules",
        MODULE,
        Module,
        module,
        ouder=lambda: gebied(ModulesPagina),
        ouderpad="/kennis-naar-de-buurt/",
        uit=module_uit,
    ),
    Inhoudsoort(
        "invulblad",
        MAP / "invulbladen",
        INVULBLAD,
        Invulblad,
        invulblad,
        ouder=lambda: gebied(InvulbladenPagina),
        ouderpad="/invullen/",
        uit=invulblad_uit,
    ),
]
