"""How a file becomes active elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.inhoudlader.rijrecord import BRONVELDEN, Bijrijen, bronvelden, schrijf
from kennisplatform.inhoudlader.schema import Pad, Veld
from kennisplatform.inhoudlader.soorten import Rijen, Rijensoort
from menukaart.kiezen.models import Element, Elementregel

MAP: Final = Path(__file__).resolve().parent / "inhoud" / "elementen"
TEKSTEN: Final = ("naam", "uitleg", "aanpassen")
SCHEMA: Final = {
    "bron": Veld("tabel", verplicht=True, velden=BRONVELDEN),
    "element": Veld(
        "tabellen",
        verplicht=True,
        velden={
            "code": Veld(verplicht=True, max=60),
            "naam": Veld(verplicht=True, max=80),
            "uitleg": Veld(verplicht=True),
            "aanpassen": Veld(verplicht=True),
            "bij": Veld(
                "tabellen",
                verplicht=True,
                velden={"interventie": Veld(verplicht=True, max=120), "regel": Veld(verplicht=True, max=200)},
            ),
        },
    ),
}


def _rijen(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str, Mapping[str, Any]]]:
    for nummer, rij in enumerate(data.get("element", [])):
        yield ("element", nummer), rij["code"], {"bron": data["bron"], **rij}


def _bewaar(rijen: Rijen) -> list[str]:
    eerder = {element.code: element for element in Element.objects.all()}
    overgeslagen = []
    for code, rij in rijen.items():
        element = eerder.get(code) or Element()
        velden = {"code": code, **{naam: rij[naam] for naam in TEKSTEN}, **bronvelden(rij["bron"])}
        if not schrijf(element, velden, _regels(element, rij["bij"])):
            overgeslagen.append(f"werkzaam element {code}")
    return overgeslagen


def _regels(element: Element, bij: list[Mapping[str, str]]) -> Bijrijen:
    return Bijrijen(
        [[rij["interventie"], rij["regel"]] for rij in bij],
        lambda: [[r.interventie, r.regel] for r in element.regels.all()],
        lambda: element.regels.set([Elementregel(interventie=rij["interventie"], regel=rij["regel"]) for rij in bij]),
    )


BRENGT: Final = [Rijensoort("element", MAP, SCHEMA, _rijen, _bewaar)]
