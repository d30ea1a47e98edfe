"""Keys and conversions that every kind of page shares."""

from __future__ import annotations

import dataclasses
import datetime as dt
import html
from collections.abc import Iterable, Mapping
from typing import Any

from kennisplatform.basis.collectieblok import LEEG, VOLGORDES
from kennisplatform.basis.keuzes import BEWAARDE_NIVEAUS, Afleiding, Eenheid, Kostenklasse, Maat
from kennisplatform.basis.models import Begripsoort
from kennisplatform.inhoudlader.schema import Veld

BRON = {
    "titel": Veld(verplicht=True, max=250),
    "url": Veld("diep"),
    "uitgever": Veld(max=120),
    "datum": Veld("datum"),
    "gezien": Veld("datum"),
}
STAP = {"titel": Veld(verplicht=True, max=120), "tekst": Veld()}
COLLECTIE = {
    "woorden": Veld(max=200),
    "soorten": Veld("regels"),
    "begrippen": Veld("regels"),  # 'onderwerp:vallen'
    "plaats": Veld(max=80),
    "volgorde": Veld("keuze", keuzes=tuple(code for code, _naam in VOLGORDES)),
    "aantal": Veld("geheel"),
}
BLOKSOORTEN = ("tekst", "wel_niet", "waarschuwing", "stappen", "uitklap", "tabel", "collectie")
BLOK = {
    "soort": Veld("keuze", verplicht=True, keuzes=BLOKSOORTEN),
    "kop": Veld(max=120),
    "tekst": Veld(),
    "wel": Veld("regels"),
    "niet": Veld("regels"),
    "stappen": Veld("tabellen", velden=STAP),
    "kolommen": Veld("regels"),
    "rijkop": Veld("janee"),
    "rijen": Veld("rijen"),
    "collectie": Veld("tabel", velden=COLLECTIE),
}
PAGINA = {
    "titel": Veld(verplicht=True, max=255),
    "samenvatting": Veld(verplicht=True, max=160),
    "thema": Veld("codes", van="thema"),
    "trefwoorden": Veld("regels"),
    "gerelateerd": Veld("paden"),
    "voorbeeld": Veld("janee"),
    "volgende_controle": Veld("datum"),
    "bron": Veld("tabellen", velden=BRON),
}
BEWIJS = Veld(
    "tabel",
    velden={
        "niveau": Veld("keuze", verplicht=True, keuzes=tuple(code for code, _label in BEWAARDE_NIVEAUS)),
        "datum": Veld("datum"),
        "commissie": Veld(max=200),
        "oordeel": Veld(),
        "bron_url": Veld("diep"),
    },
)
AARD = {"maat": Veld("keuze", verplicht=True, keuzes=tuple(Maat.values)), "waarvoor": Veld(max=120)}
BEDRAG = AARD | {
    "van": Veld("getal", verplicht=True),
    "tot": Veld("getal"),
    "per": Veld("keuze", verplicht=True, keuzes=tuple(Eenheid.values)),
    "jaar": Veld("geheel"),
    "bron": Veld(verplicht=True, max=250),
    "bron_url": Veld("diep"),
}
INZETREGEL = BEDRAG | {
    "betaler": Veld(max=120),
    "hoe": Veld("keuze", keuzes=tuple(Afleiding.values)),
    "uitleg": Veld(max=250),
}
GELDREGEL = {
    "tekst": Veld(verplicht=True),
    "geldt_tot": Veld("datum", verplicht=True),
    "bron": Veld(max=250),
    "bron_url": Veld("diep"),
}
INZET = {
    "kostenklasse": Veld("keuze", keuzes=tuple(Kostenklasse.values)),
    "inzetregel": Veld("tabellen", velden=INZETREGEL),
    "geldregel": Veld("tabellen", velden=GELDREGEL),
}


def codes(*soorten: str) -> dict[str, Veld]:
    """A key per kind of term; the key is the kind with underscores."""
    return {soort.replace("-", "_"): Veld("codes", van=str(soort)) for soort in soorten}


def verplicht(schema: Mapping[str, Veld], *namen: str) -> dict[str, Veld]:
    """The same keys, some of them required: a file is published at once, so it gives what an editor's form asks."""
    return {**schema, **{naam: dataclasses.replace(schema[naam], verplicht=True) for naam in namen}}


def alineas(tekst: str) -> str:
    """Plain paragraphs → the little HTML that a rich text field holds. Escaped: content files hold no markup."""
    delen = [deel.strip() for deel in tekst.strip().split("\n\n")]
    return "".join(f"<p>{html.escape(' '.join(deel.split()), quote=False)}</p>" for deel in delen if deel)


def stroom(soort: str, rijen: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows as raw stream data, with dates as text."""
    schoon = [{k: w.isoformat() if isinstance(w, dt.date) else w for k, w in rij.items()} for rij in rijen]
    return [{"type": soort, "value": rij} for rij in schoon]


def blokken(rijen: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    uit = []
    for rij in rijen:
        waarde: dict[str, Any] = {"kop": rij.get("kop", "")}
        match rij["soort"]:
            case "tekst" | "uitklap":
                waarde["tekst"] = alineas(rij.get("tekst", ""))
            case "waarschuwing":
                waarde["tekst"] = rij.get("tekst", "")
            case "wel_niet":
                waarde |= {"wel": rij.get("wel", []), "niet": rij.get("niet", [])}
            case "stappen":
                waarde["stappen"] = rij.get("stappen", [])
            case "tabel":
                waarde |= {"kolommen": rij.get("kolommen", []), "rijkop": rij.get("rijkop", False)}
                waarde["rijen"] = [{"cellen": cellen} for cellen in rij.get("rijen", [])]
            case "collectie":
                waarde |= collectie(rij.get("collectie", {}))
        uit.append({"type": rij["soort"], "value": waarde})
    return uit


def collectie(data: Mapping[str, Any]) -> dict[str, Any]:
    """A saved search as its block keeps it."""
    return {naam: waarde for naam, waarde in LEEG.items() if naam != "kop"} | dict(data)


def regels(waarden: Iterable[str]) -> str:
    return "\n".join(" ".join(waarde.split()) for waarde in waarden)


def paginavelden(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that every page takes from its file in the same way."""
    velden = {
        "title": data["titel"],
        "samenvatting": data["samenvatting"],
        "bronnen": stroom("bron", data.get("bron", [])),
    }
    return velden | {
        naam: data[naam] for naam in ("volgende_controle", "gecontroleerd_op", "voorbeeld") if naam in data
    }


def bewijsvelden(data: Mapping[str, Any]) -> dict[str, Any]:
    bewijs = data.get("bewijs", {})
    velden = {f"bewijs_{k}": bewijs[k] for k in ("niveau", "datum", "commissie", "oordeel", "bron_url") if k in bewijs}
    if "kostenklasse" in data:
        velden["kostenklasse"] = data["kostenklasse"]
    velden["inzetregels"] = stroom("inzet", data.get("inzetregel", []))
    return velden | {"geldregels": stroom("geld", data.get("geldregel", []))}


def begripsleutels(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Every (kind, code) that a file names."""
    return [(str(s), code) for s in Begripsoort for code in data.get(s.replace("-", "_"), [])]
