"""How the residents' content files become pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.basis.boom import gebied, start
from kennisplatform.basis.keuzes import Hulpmiddelsoort
from kennisplatform.basis.models.begrippen import nederlandse_op_code
from kennisplatform.feiten.laden import SPOED, gekozen, spoed_uit
from kennisplatform.inhoudlader import terug
from kennisplatform.inhoudlader.gedeeld import (
    BLOK,
    BRON,
    COLLECTIE,
    PAGINA,
    STAP,
    blokken,
    codes,
    collectie,
    paginavelden,
    regels,
    stroom,
    verplicht,
)
from kennisplatform.inhoudlader.lader import pagina_op
from kennisplatform.inhoudlader.schema import Veld
from kennisplatform.inhoudlader.soorten import Inhoudsoort, Nazorg
from kennisplatform.preventie.models import (
    AlgemenePagina,
    Artikel,
    Collectie,
    Hulpmiddel,
    HulpmiddelenPagina,
    PreventiePagina,
    Routepagina,
    ThemaPagina,
)
from kennisplatform.preventie.prenten import PRENTEN
from kennisplatform.preventie.vaste_paginas import plant_onderwerpen

MAP = Path(__file__).resolve().parent / "inhoud"
HULP = {"titel": Veld(verplicht=True, max=120), "tekst": Veld(), "telefoon": Veld(max=30), "url": Veld("url")}
BLOKKEN = Veld("tabellen", velden=BLOK)

ARTIKEL = (
    PAGINA
    | codes(*Artikel.begripsoorten)
    | {
        "kort_antwoord": Veld(verplicht=True, max=400),
        "geschreven_door": Veld(verplicht=True, max=120),
        "nagekeken_door": Veld(max=120),
        "nagekeken_rol": Veld(max=120),
        "nagekeken_op": Veld("datum"),
        "bijgewerkt_op": Veld("datum"),
        "snel_weg": Veld("janee"),
        "spoed": Veld("tabel", velden=SPOED | {"zelf": Veld("regels")}),
        "stap": Veld("tabellen", velden=STAP),
        "blok": BLOKKEN,
        "meer_hulp": Veld("tabellen", velden=HULP),
    }
)
ARTIKEL = verplicht(ARTIKEL, "thema", "situatie", "onderwerp", "bron", "volgende_controle")
ROUTE = verplicht(
    PAGINA
    | codes(*Routepagina.begripsoorten)
    | {
        "stap": Veld(
            "tabellen",
            verplicht=True,
            velden={
                "titel": Veld(verplicht=True, max=120),
                "wanneer": Veld(verplicht=True, max=60),
                "tekst": Veld(verplicht=True),
                "prent": Veld("keuze", keuzes=tuple(PRENTEN)),
                "doen": Veld("regels"),
                "lezen": Veld("paden"),
            },
        )
    },
    "situatie",
    "bron",
    "volgende_controle",
)
HULPMIDDEL = verplicht(
    PAGINA
    | codes(*Hulpmiddel.begripsoorten)
    | {
        "soort": Veld("keuze", verplicht=True, keuzes=tuple(Hulpmiddelsoort.values)),
        "waarvoor": Veld(verplicht=True, max=500),
        "link": Veld("diep"),
        "eigenaar": Veld(max=120),
        "blok": BLOKKEN,
    },
    "thema",
    "bron",
    "volgende_controle",
)
ALGEMEEN = {
    "titel": PAGINA["titel"],
    "samenvatting": PAGINA["samenvatting"],
    "blok": BLOKKEN,
    "bron": PAGINA["bron"],
    "volgende_controle": Veld("datum"),
}
BUNDEL = {
    "titel": PAGINA["titel"],
    "samenvatting": PAGINA["samenvatting"],
    "collectie": Veld("tabel", velden=COLLECTIE, verplicht=True),
    "volgende_controle": Veld("datum"),
}
THEMA = {
    "titel": PAGINA["titel"],
    "samenvatting": PAGINA["samenvatting"],
    "vraag": Veld(verplicht=True),
    "thema": Veld("codes", van="thema", verplicht=True),
    "doelstelling": Veld(verplicht=True),
    "voor_wie": Veld(verplicht=True),
    "iza_doel": Veld("codes", van="iza_doel"),
    "stappen": Veld("tabellen", velden=STAP),
    "randvoorwaarden": Veld("regels"),
    "monitoring": Veld("regels"),
    "bron": Veld("tabellen", velden=BRON),
    "volgende_controle": Veld("datum"),
}


def artikel(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return paginavelden(data) | {
        "kort_antwoord": data["kort_antwoord"],
        "alarmzinnen": gekozen(data, "spoed"),
        "bel_112": "",
        "bel_huisarts": "",
        "zelf_doen": regels(data.get("spoed", {}).get("zelf", [])),
        "stappen": stroom("stap", data.get("stap", [])),
        "inhoud": blokken(data.get("blok", [])),
        "meer_hulp": stroom("hulp", data.get("meer_hulp", [])),
        "snel_weg": data.get("snel_weg", False),
        **{
            naam: data[naam]
            for naam in ("geschreven_door", "nagekeken_door", "nagekeken_rol", "nagekeken_op", "bijgewerkt_op")
            if naam in data
        },
    }


def route(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return paginavelden(data) | {
        "stappen": stroom("stap", [{"prent": ""} | stap | {"lezen": []} for stap in data["stap"]])
    }


def lees_erbij(ding: Any, data: Mapping[str, Any]) -> None:
    """The articles of each step, when they all exist."""
    stappen = [
        {"prent": ""} | stap | {"lezen": [pagina_op(pad).pk for pad in stap.get("lezen", [])]} for stap in data["stap"]
    ]
    ding.stappen = stroom("stap", stappen)


def hulpmiddel(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return paginavelden(data) | {
        "hulpmiddelsoort": data["soort"],
        "waarvoor": data["waarvoor"],
        "link": data.get("link", ""),
        "eigenaar": data.get("eigenaar", ""),
        "inhoud": blokken(data.get("blok", [])),
    }


def algemeen(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return paginavelden(data) | {"inhoud": blokken(data.get("blok", []))}


def bundel(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return paginavelden(data) | {"zoek": [{"type": "zoek", "value": {"kop": ""} | collectie(data["collectie"])}]}


def thema(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return paginavelden(data) | {
        "begrip": nederlandse_op_code()["thema", data["thema"][0]],
        "stappen": stroom("stap", data.get("stappen", [])),
        "randvoorwaarden": regels(data.get("randvoorwaarden", [])),
        "monitoring": regels(data.get("monitoring", [])),
        **{naam: data[naam] for naam in ("vraag", "doelstelling", "voor_wie")},
    }


def artikel_uit(pagina: Artikel) -> dict[str, Any]:
    namen = ("kort_antwoord", "geschreven_door", "nagekeken_door", "nagekeken_rol", "nagekeken_op", "bijgewerkt_op")
    zelf = {"zelf": terug.regels(pagina.zelf_doen)} if pagina.zelf_doen else {}
    return (
        terug.gedeeld(pagina)
        | {naam: getattr(pagina, naam) for naam in namen}
        | {
            "snel_weg": pagina.snel_weg or None,
            "spoed": spoed_uit(pagina.alarmzinnen) | zelf,
            "stap": terug.rijen(pagina.stappen),
            "blok": terug.blokken(pagina.inhoud),
            "meer_hulp": terug.rijen(pagina.meer_hulp),
        }
    )


def hulpmiddel_uit(pagina: Hulpmiddel) -> dict[str, Any]:
    return terug.gedeeld(pagina) | {
        "soort": pagina.hulpmiddelsoort,
        "waarvoor": pagina.waarvoor,
        "link": pagina.link,
        "eigenaar": pagina.eigenaar,
        "blok": terug.blokken(pagina.inhoud),
    }


def algemeen_uit(pagina: AlgemenePagina) -> dict[str, Any]:
    return terug.gedeeld(pagina) | {"blok": terug.blokken(pagina.inhoud)}


def bundel_uit(pagina: Collectie) -> dict[str, Any]:
    return terug.gedeeld(pagina) | {"collectie": terug.rijen(pagina.zoek)[0]}


def route_uit(pagina: Routepagina) -> dict[str, Any]:
    stappen = [
        terug.gevuld(stap | {"lezen": terug.paden(stap.get("lezen", []))}) for stap in terug.rijen(pagina.stappen)
    ]
    return terug.gedeeld(pagina) | {"stap": stappen}


def thema_uit(pagina: ThemaPagina) -> dict[str, Any]:
    return terug.gedeeld(pagina) | {
        "stappen": terug.rijen(pagina.stappen),
        "randvoorwaarden": terug.regels(pagina.randvoorwaarden),
        "monitoring": terug.regels(pagina.monitoring),
        **{naam: getattr(pagina, naam) for naam in ("vraag", "doelstelling", "voor_wie")},
    }


BRENGT: Final = [
    Inhoudsoort("algemeen", MAP / "algemeen", ALGEMEEN, AlgemenePagina, algemeen, ouder=start, uit=algemeen_uit),
    Inhoudsoort("collectie", MAP / "collecties", BUNDEL, Collectie, bundel, ouder=start, uit=bundel_uit),
    Inhoudsoort(
        "thema",
        MAP / "themas",
        THEMA,
        ThemaPagina,
        thema,
        ouder=lambda: AlgemenePagina.objects.get(slug="themas", locale__language_code="nl"),
        ouderpad="/themas/",
        uit=thema_uit,
        apart=("begrip",),
        na=("algemeen",),
    ),
    Inhoudsoort(
        "artikel",
        MAP / "artikelen",
        ARTIKEL,
        Artikel,
        artikel,
        ouder=lambda: gebied(PreventiePagina),
        ouderpad="/preventie/",
        uit=artikel_uit,
    ),
    Inhoudsoort(
        "hulpmiddel",
        MAP / "hulpmiddelen",
        HULPMIDDEL,
        Hulpmiddel,
        hulpmiddel,
        ouder=lambda: gebied(HulpmiddelenPagina),
        ouderpad="/hulpmiddelen/",
        uit=hulpmiddel_uit,
    ),
    Inhoudsoort(
        "route",
        MAP / "routes",
        ROUTE,
        Routepagina,
        route,
        ouder=lambda: AlgemenePagina.objects.get(slug="stap-voor-stap", locale__language_code="nl"),
        ouderpad="/stap-voor-stap/",
        na=("artikel",),
        daarna=lees_erbij,
        uit=route_uit,
    ),
    Nazorg("een pagina per onderwerp", plant_onderwerpen),
]
