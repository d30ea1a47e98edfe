"""How pathway files become pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.basis.boom import gebied
from kennisplatform.basis.keuzes import Nodig, Zorgpadstaat
from kennisplatform.feiten.laden import SPOED, gekozen, spoed_uit
from kennisplatform.inhoudlader import terug
from kennisplatform.inhoudlader.gedeeld import (
    BEWIJS,
    INZET,
    PAGINA,
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
from zorgpaden.models import Zorgpad, ZorgpadenPagina

STAP = {
    "titel": Veld(verplicht=True, max=120),
    "wie": Veld(verplicht=True, max=120),
    "waar": Veld(max=120),
    "duur": Veld(max=120),
    "tekst": Veld(),
    "nodig": Veld(),
}

SCHEMA = (
    PAGINA
    | codes(*Zorgpad.begripsoorten)
    | {
        "staat": Veld("keuze", verplicht=True, keuzes=tuple(Zorgpadstaat.values)),
        "voor_wie": Veld(verplicht=True),
        "op_menukaart": Veld("janee"),
        "wanneer": Veld("regels"),
        "wanneer_niet": Veld("regels"),
        "monitoring": Veld(),
        "alarm": Veld("tabel", velden=SPOED),  # the professional's side
        "bellen": Veld("tabel", velden=SPOED),  # the patient's
        "gecontroleerd_op": Veld("datum"),
        "stap": Veld("tabellen", verplicht=True, velden=STAP),
        "rol": Veld("tabellen", velden={"rol": Veld(verplicht=True, max=120), "taak": Veld(verplicht=True)}),
        "nodig": Veld(
            "tabellen",
            velden={"soort": Veld("keuze", verplicht=True, keuzes=tuple(Nodig.values)), "tekst": Veld(verplicht=True)},
        ),
        "werkblad": WERKBLAD,
        "bewijs": BEWIJS,
        **INZET,
        "patient": Veld("tabel", velden={"tekst": Veld(), "stappen": Veld("regels")}),
    }
)
SCHEMA = verplicht(SCHEMA, "thema", "onderwerp", "bron", "volgende_controle")


def zorgpad(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    patient = data.get("patient", {})
    velden = paginavelden(data) | documentvelden(data)
    losse = ("staat", "voor_wie", "monitoring", "op_menukaart")
    velden |= {naam: data[naam] for naam in losse if naam in data}
    velden |= {naam: regels(data.get(naam, [])) for naam in ("wanneer", "wanneer_niet")}
    velden |= {"alarmzinnen": gekozen(data, "alarm"), "patient_alarmzinnen": gekozen(data, "bellen")}
    velden |= {"alarm": "", "patient_bellen": ""}
    velden |= {
        "stappen": stroom("stap", data["stap"]),
        "rollen": stroom("rol", data.get("rol", [])),
        "nodig": stroom("nodig", data.get("nodig", [])),
    }
    velden |= {
        "patient_tekst": alineas(patient.get("tekst", "")),
        "patient_stappen": regels(patient.get("stappen", [])),
    }
    return velden | bewijsvelden(data)


def zorgpad_uit(pagina: Zorgpad) -> dict[str, Any]:
    patient = {
        "tekst": terug.alineas(pagina.patient_tekst),
        "stappen": terug.regels(pagina.patient_stappen),
    }
    return (
        terug.gedeeld(pagina)
        | terug.bewijs(pagina)
        | {naam: getattr(pagina, naam) for naam in ("staat", "voor_wie", "monitoring", "gecontroleerd_op")}
        | {naam: terug.regels(getattr(pagina, naam)) for naam in ("wanneer", "wanneer_niet")}
        | {
            "op_menukaart": pagina.op_menukaart or None,
            "alarm": spoed_uit(pagina.alarmzinnen),
            "bellen": spoed_uit(pagina.patient_alarmzinnen),
            "stap": terug.rijen(pagina.stappen),
            "rol": terug.rijen(pagina.rollen),
            "nodig": terug.rijen(pagina.nodig),
            "patient": terug.gevuld(patient),
        }
    )


ZORGPADEN: Final = Inhoudsoort(
    "zorgpad",
    Path(__file__).resolve().parent / "inhoud" / "zorgpaden",
    SCHEMA,
    Zorgpad,
    zorgpad,
    ouder=lambda: gebied(ZorgpadenPagina),
    ouderpad="/zorgpaden/",
    uit=zorgpad_uit,
)
