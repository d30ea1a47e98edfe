"""A neighbourhood is split or merged: what network and team answered on the six grounds, and what was decided, goes along
to each new one. The market share does not: it was that of the old area. Nothing leaves the old one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from kennisplatform.deelnemers.herindelen import BijHerindeling, Buurtwissel
from kennisplatform.register.models import Buurtscan, Criterium, Instroom

GROND_MAX: Final = 300


def neem_mee(wissel: Buurtwissel) -> None:
    scans = list(Buurtscan.objects.filter(buurt__in=wissel.van).select_related("buurt").order_by("pk"))
    instroom = list(Instroom.objects.filter(buurt__in=wissel.van).order_by("pk"))
    van_team = list(Criterium.objects.filter(buurt__in=wissel.van).select_related("buurt").order_by("pk"))
    for buurt in wissel.naar:
        if scans:
            Buurtscan.objects.get_or_create(buurt=buurt, defaults={"antwoorden": _antwoorden(scans)})
        if len(instroom) == len(wissel.van) and len({i.besluit for i in instroom}) == 1:  # else it is decided anew
            defaults = {"besluit": instroom[0].besluit, "reden": instroom[0].reden, "door_id": instroom[0].door_id}
            Instroom.objects.get_or_create(buurt=buurt, defaults=defaults)
        for naam in Criterium.Naam.values:
            gezegd = [(c.buurt.naam, c.oordeel, c.grond) for c in van_team if c.naam == naam]
            if gezegd:
                Criterium.objects.get_or_create(buurt=buurt, naam=naam, defaults=_samen(gezegd))


def _antwoorden(scans: Sequence[Buurtscan]) -> dict[str, dict[str, str]]:
    uit = {}
    for naam in Criterium.Naam.values:
        gezegd = [
            (scan.buurt.naam, een.get("oordeel", Criterium.Oordeel.ONBEKEND.value), een.get("grond", ""))
            for scan in scans
            if (een := scan.antwoorden.get(naam))
        ]
        if gezegd:
            uit[naam] = _samen(gezegd)
    return uit


def _samen(gezegd: Sequence[tuple[str, str, str]]) -> dict[str, Any]:
    """Where they differ nothing is decided for them, and each says what it rests on."""
    oordelen = {oordeel for _naam, oordeel, _grond in gezegd}
    oordeel = oordelen.pop() if len(oordelen) == 1 else Criterium.Oordeel.ONBEKEND.value
    gronden = [(naam, grond) for naam, _oordeel, grond in gezegd if grond]
    grond = gronden[0][1] if len(gezegd) == 1 and gronden else "; ".join(f"{naam}: {grond}" for naam, grond in gronden)
    return {"oordeel": oordeel, "grond": grond[:GROND_MAX]}


def neem_terug(wissel: Buurtwissel) -> None:
    """Nothing moves: the old neighbourhoods still have theirs."""


BIJ_HERINDELING: Final = BijHerindeling("scan en instroom", neem_mee, neem_terug)
