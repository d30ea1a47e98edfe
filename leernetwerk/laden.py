"""How practice files become pages, with their links to interventions and pathways."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.basis.boom import gebied
from kennisplatform.basis.keuzes import (
    Kostenklasse,
    Opgave,
    Praktijkstaat,
    Praktijkuitkomst,
    Uitkomstgrond,
    Urenklasse,
)
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.inhoudlader import terug
from kennisplatform.inhoudlader.gedeeld import BEDRAG, PAGINA, alineas, codes, paginavelden, stroom
from kennisplatform.inhoudlader.lader import pagina_op
from kennisplatform.inhoudlader.schema import Veld
from kennisplatform.inhoudlader.soorten import Inhoudsoort
from leernetwerk.models import LeernetwerkPagina, Praktijkvoorbeeld, Toepassing

PLEKKEN: Final = (("interventies", "/menukaart/"), ("zorgpaden", "/zorgpaden/"))
VERHAAL = ("aanleiding", "aanpak", "wat_werkte", "wat_niet_werkte")
LOS = (
    "plaats",
    "provincie",
    "periode",
    "datum",
    "staat",
    "uitkomst",
    "uitkomst_grond",
    "uren",
    "kosten",
    "advies",
    "contact_rol",
    "mensen",
    "kostenklasse",
    "urenklasse",
)

INZETREGEL: Final = Veld(
    "tabellen", velden=BEDRAG | {"opgave": Veld("keuze", verplicht=True, keuzes=tuple(Opgave.values))}
)

SCHEMA = (
    PAGINA
    | codes(*Praktijkvoorbeeld.begripsoorten)
    | {
        "plaats": Veld(verplicht=True, max=120),
        "buurt": Veld(max=80),
        "provincie": Veld(max=30),
        "periode": Veld(max=60),
        "datum": Veld("datum"),
        "staat": Veld("keuze", verplicht=True, keuzes=tuple(Praktijkstaat.values)),
        "uitkomst": Veld("keuze", verplicht=True, keuzes=tuple(Praktijkuitkomst.values)),
        **{naam: Veld(verplicht=True) for naam in VERHAAL},
        "uitkomst_grond": Veld("keuze", keuzes=tuple(Uitkomstgrond.values)),
        "inzetregel": INZETREGEL,
        "uren": Veld(max=250),
        "kosten": Veld(max=250),
        "advies": Veld(),
        "contact_rol": Veld(max=200),
        "mensen": Veld(max=250),
        "kostenklasse": Veld("keuze", keuzes=tuple(Kostenklasse.values)),
        "urenklasse": Veld("keuze", keuzes=tuple(Urenklasse.values)),
        "interventies": Veld("slugs", van="interventie"),
        "zorgpaden": Veld("slugs", van="zorgpad"),
        "resultaat": Veld(
            "tabellen",
            velden={"tekst": Veld(verplicht=True), "bron": Veld(verplicht=True, max=250), "bron_url": Veld("diep")},
        ),
    }
)


def praktijkvoorbeeld(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    velden = paginavelden(data)
    velden |= {naam: data[naam] for naam in LOS if naam in data} | {naam: alineas(data[naam]) for naam in VERHAAL}
    velden["inzetregels"] = stroom("inzet", data.get("inzetregel", []))
    velden["resultaten"] = stroom("resultaat", data.get("resultaat", []))
    velden["buurt"] = Buurt.objects.get(slug=data["buurt"]) if data.get("buurt") else None
    return velden


def koppel(pagina: Praktijkvoorbeeld, data: Mapping[str, Any]) -> None:
    paden = [f"{pad}{slug}/" for naam, pad in PLEKKEN for slug in data.get(naam, [])]
    pagina.toepassingen = [Toepassing(pagina=pagina_op(pad), sort_order=nr) for nr, pad in enumerate(paden)]


def praktijkvoorbeeld_uit(pagina: Praktijkvoorbeeld) -> dict[str, Any]:
    toegepast = terug.paden(rij.pagina_id for rij in pagina.toepassingen.all())
    return (
        terug.gedeeld(pagina)
        | {naam: getattr(pagina, naam) for naam in LOS}
        | {naam: terug.alineas(getattr(pagina, naam)) for naam in VERHAAL}
        | {
            "buurt": pagina.buurt.slug if pagina.buurt else None,
            "inzetregel": terug.rijen(pagina.inzetregels),
            "resultaat": terug.rijen(pagina.resultaten),
            **{naam: [p.removeprefix(pad)[:-1] for p in toegepast if p.startswith(pad)] for naam, pad in PLEKKEN},
        }
    )


PRAKTIJKVOORBEELDEN: Final = Inhoudsoort(
    "praktijkvoorbeeld",
    Path(__file__).resolve().parent / "inhoud" / "praktijk",
    SCHEMA,
    Praktijkvoorbeeld,
    praktijkvoorbeeld,
    ouder=lambda: gebied(LeernetwerkPagina),
    ouderpad="/leernetwerk/",
    na=("buurt",),
    daarna=koppel,
    uit=praktijkvoorbeeld_uit,
)
