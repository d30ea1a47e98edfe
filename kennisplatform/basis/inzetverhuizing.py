"""For migrations only: the loose columns of hours and cost of before become lines with a unit, drafts included."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any, Final

ONBEKEND: Final = "onbekend"


def _blok(soort: str, waarde: dict[str, Any]) -> dict[str, Any]:
    return {"type": soort, "value": waarde, "id": str(uuid.uuid4())}


def inzetregels(oud: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Hours and cost of absence were per neighbourhood per year; whoever wrote them named one source for both."""
    vast = {"tot": None, "per": "buurt-jaar", "jaar": None, "bron": oud.get("inzet_bron") or ONBEKEND, "bron_url": ""}
    vast |= {"hoe": "bron"}
    uit = []
    if oud.get("uren") is not None:
        uitleg = oud.get("uren_toelichting") or ""
        regel = {"maat": "uren", "waarvoor": "", "van": oud["uren"], "betaler": "", "uitleg": uitleg}
        uit.append(_blok("inzet", vast | regel))
    if oud.get("verletkosten") is not None:
        regel = {"maat": "verlet", "waarvoor": "", "van": oud["verletkosten"], "betaler": ONBEKEND, "uitleg": ""}
        uit.append(_blok("inzet", vast | regel))
    return uit


def geldregels(oud: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Without an end date: nobody gave one. The page says so, and the form asks for it at the next change."""
    tekst = (oud.get("bekostiging") or "").strip()
    return [_blok("geld", {"tekst": tekst, "geldt_tot": None, "bron": "", "bron_url": ""})] if tekst else []


def verhuis(apps: Any, app: str, model: str) -> None:
    soort = apps.get_model(app, model)
    velden = ("uren", "uren_toelichting", "verletkosten", "inzet_bron", "bekostiging")
    for ding in soort.objects.only(*velden).iterator():
        oud = {naam: getattr(ding, naam) for naam in velden}
        ding.inzetregels, ding.geldregels = inzetregels(oud), geldregels(oud)
        ding.save(update_fields=["inzetregels", "geldregels"])
    _versies(apps, app, model)


def _versies(apps: Any, app: str, model: str) -> None:
    """A draft that waits in a revision keeps what its writer gave."""
    revisies = apps.get_model("wagtailcore", "Revision").objects
    for revisie in revisies.filter(content_type__app_label=app, content_type__model=model.lower()).iterator():
        inhoud = revisie.content
        if "inzetregels" in inhoud:
            continue
        inhoud["inzetregels"] = json.dumps(inzetregels(inhoud))
        inhoud["geldregels"] = json.dumps(geldregels(inhoud))
        revisie.save(update_fields=["content"])
