"""What changed between two versions of a plan, in lines that people read: who signed one can decide about the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kennisplatform.basis.geld import euro
from menukaart.plan.kwartalen import begin_in_woorden, eind_in_woorden

VELDEN: Final = {
    "titel": gettext_lazy("naam"),
    "uitleg": gettext_lazy("uitleg"),
    "wie": gettext_lazy("wie trekt het"),
    "met_wie": gettext_lazy("met wie"),
    "begin": gettext_lazy("begint"),
    "eind": gettext_lazy("eindigt"),
    "aangepast": gettext_lazy("aanpassing"),
}


@dataclass(frozen=True)
class Planverschil:
    """One difference. '' before: new; '' after: gone."""

    waar: str
    wat: str
    was: str
    wordt: str


def verschillen(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> list[Planverschil]:
    """Contents of two versions, as `bevriezen.lees` gives them. In the order of the new plan, then what is gone."""
    uit = [*_themas(oud, nieuw)]
    eerder = {a["titel"]: a for a in oud["activiteiten"]}
    nu = {a["titel"]: a for a in nieuw["activiteiten"]}
    for titel, a in nu.items():
        if titel not in eerder:
            uit.append(Planverschil(titel, _("activiteit"), "", _("nieuw, %(geld)s") % {"geld": _geld(a)}))
            continue
        uit += [
            Planverschil(titel, str(naam), _woord(veld, eerder[titel].get(veld)), _woord(veld, a.get(veld)))
            for veld, naam in VELDEN.items()
            if eerder[titel].get(veld) != a.get(veld)
        ]
        uit += _regels(titel, eerder[titel], a)
    uit += [
        Planverschil(t, _("activiteit"), _("stond erin, %(geld)s") % {"geld": _geld(a)}, "")
        for t, a in eerder.items()
        if t not in nu
    ]
    return uit


def _themas(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> list[Planverschil]:
    eerder = {t["thema"]: t for t in oud["themas"]}
    namen = {"doel": _("doel"), "reden": _("waarom nu niet")}
    return [
        Planverschil(t["thema"], naam, eerder.get(t["thema"], {}).get(veld, ""), t[veld])
        for t in nieuw["themas"]
        for veld, naam in namen.items()
        if eerder.get(t["thema"], {}).get(veld, "") != t[veld]
    ]


def _regels(titel: str, oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> list[Planverschil]:
    """By line: those that have one name and year are one."""
    eerder, nu = _bedragen(oud), _bedragen(nieuw)
    return [
        Planverschil(
            titel, f"{omschrijving}, {jaar}", eerder.get((omschrijving, jaar), ""), nu.get((omschrijving, jaar), "")
        )
        for omschrijving, jaar in dict.fromkeys([*nu, *eerder])
        if eerder.get((omschrijving, jaar)) != nu.get((omschrijving, jaar))
    ]


def _bedragen(activiteit: Mapping[str, Any]) -> dict[tuple[str, int], str]:
    uit: dict[tuple[str, int], Decimal] = {}
    for regel in activiteit["begroting"]:
        sleutel = (regel["omschrijving"], regel["jaar"])
        uit[sleutel] = uit.get(sleutel, Decimal(0)) + Decimal(regel["bedrag"])
    return {sleutel: euro(bedrag) for sleutel, bedrag in uit.items()}


def _geld(activiteit: Mapping[str, Any]) -> str:
    som = sum((Decimal(regel["bedrag"]) for regel in activiteit["begroting"]), Decimal(0))
    return euro(som)


def _woord(veld: str, waarde: Any) -> str:
    if veld == "begin" and waarde:
        return begin_in_woorden(waarde)
    return eind_in_woorden(waarde) if veld == "eind" and waarde else str(waarde or "")
