"""From a page back to the keys of its file: the other way around of what gedeeld.py does. What is empty has no key."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from wagtail.models import Page

from kennisplatform.basis.models.begrippen import Begripsoort
from kennisplatform.inhoudlader.lader import wortelpad

ALINEA: Final = re.compile(r"<p[^>]*>(.*?)</p>", re.DOTALL)
DAG: Final = re.compile(r"\d{4}-\d\d-\d\d")
DAGEN: Final = ("datum", "gezien", "geldt_tot")


def gevuld(data: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in data.items() if waarde not in ("", None, [], {}, ())}


def alineas(opmaak: str) -> str:
    """Plain paragraphs; markup that no file can hold comes out as text, and the comparison afterwards tells."""
    delen = [html.unescape(deel) for deel in ALINEA.findall(opmaak or "")]
    return "\n\n".join(delen) if delen else (opmaak or "")


def regels(tekst: str) -> list[str]:
    return [regel for regel in (tekst or "").splitlines() if regel.strip()]


def kaal(waarde: Any) -> Any:
    """Raw stream data without the numbers of its blocks, and without what is empty."""
    if isinstance(waarde, list):
        return [kaal(_zonder_nummer(deel)) for deel in waarde]
    if isinstance(waarde, Mapping):
        return gevuld({naam: kaal(deel) for naam, deel in waarde.items() if naam != "id"})
    return waarde


def _zonder_nummer(deel: Any) -> Any:
    """A list in a block wraps each of its parts: {'type': 'item', 'value': …, 'id': …}."""
    return deel["value"] if isinstance(deel, Mapping) and deel.get("type") == "item" else deel


def rijen(stroom: Any) -> list[dict[str, Any]]:
    return [_met_dagen(kaal(deel["value"])) for deel in stroom.raw_data]


def _met_dagen(rij: Mapping[str, Any]) -> dict[str, Any]:
    return {n: dt.date.fromisoformat(w) if n in DAGEN and DAG.fullmatch(str(w)) else w for n, w in rij.items()}


def blokken(stroom: Any) -> list[dict[str, Any]]:
    uit = []
    for deel in stroom.raw_data:
        waarde = kaal(deel["value"])
        rij = {"soort": deel["type"], "kop": waarde.pop("kop", "")}
        if deel["type"] in {"tekst", "uitklap"}:
            waarde["tekst"] = alineas(waarde.get("tekst", ""))
        elif deel["type"] == "tabel":
            waarde["rijen"] = [cellen.get("cellen", []) for cellen in waarde.get("rijen", [])]
        elif deel["type"] == "collectie":
            waarde = {"collectie": waarde}
        uit.append(gevuld(rij | waarde))
    return uit


def begrippen(pagina: Any) -> dict[str, Any]:
    """The main theme first, then the others of the page."""
    per_soort: dict[str, list[str]] = {}
    for begrip in ([pagina.hoofdthema] if pagina.hoofdthema else []) + list(pagina.begrippen.all()):
        codes = per_soort.setdefault(str(begrip.soort).replace("-", "_"), [])
        if begrip.code not in codes:
            codes.append(begrip.code)
    return {naam: per_soort[naam] for naam in (str(s).replace("-", "_") for s in Begripsoort) if naam in per_soort}


def paden(pks: Iterable[int]) -> list[str]:
    """Public paths of Dutch pages, as a file names them."""
    wortel, volgorde = wortelpad(), list(pks)
    er = dict(Page.objects.filter(pk__in=volgorde, url_path__startswith=wortel).values_list("pk", "url_path"))
    return [f"/{er[pk].removeprefix(wortel)}" for pk in volgorde if pk in er]


def gedeeld(pagina: Any) -> dict[str, Any]:
    """The keys that every kind of page has."""
    return {
        "titel": pagina.title,
        "samenvatting": pagina.samenvatting,
        **begrippen(pagina),
        "trefwoorden": sorted(str(naam) for naam in pagina.trefwoorden.names()),
        "gerelateerd": paden(deel["value"] for deel in pagina.gerelateerd.raw_data),
        "voorbeeld": pagina.voorbeeld or None,
        "volgende_controle": pagina.volgende_controle,
        "bron": rijen(pagina.bronnen),
    }


def bewijs(pagina: Any) -> dict[str, Any]:
    namen = ("niveau", "datum", "commissie", "oordeel", "bron_url")
    return {
        "bewijs": gevuld({naam: getattr(pagina, f"bewijs_{naam}") for naam in namen}),
        "kostenklasse": pagina.kostenklasse,
        "inzetregel": rijen(pagina.inzetregels),
        "geldregel": rijen(pagina.geldregels),
    }
