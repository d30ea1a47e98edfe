"""How files become sources, areas and figures. Thousands of figures are written at once, and only those that changed."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.cijfers.keuzes import Gebiedsoort, Gebiedszekerheid
from kennisplatform.cijfers.laden import BRON, MAP
from kennisplatform.cijfers.models import Buurtgebied, Cijferbron, Gebied
from kennisplatform.cijfers.models.cijfer import PERIODE
from kennisplatform.cijfers.models.gebied import GEBIEDSCODE
from kennisplatform.cijfers.vastleggen import Nieuwcijfer, leg_vast
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.inhoudlader.rijrecord import bronvelden, is_voorpagina, schrijf
from kennisplatform.inhoudlader.schema import Pad, Veld
from kennisplatform.inhoudlader.soorten import Nazorg, Rijen, Rijensoort

GETAL: Final = re.compile(r"-?\d+(\.\d+)?")
CIJFERBRON: Final = {
    "code": Veld(verplicht=True, max=40),
    "licentie": Veld(max=120),
    "open": Veld("janee"),
    "model": Veld("janee"),
    "bron": BRON,
}
INDELING: Final = {
    "buurt": Veld(verplicht=True),
    "gebieden": Veld("slugs", verplicht=True, van="gebied"),
    "zekerheid": Veld("keuze", verplicht=True, keuzes=tuple(Gebiedszekerheid.values)),
    "toelichting": Veld(max=400),
}


def regels(tekst: str) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of each row that says something."""
    for nummer, cellen in enumerate(csv.reader(tekst.strip().splitlines(), delimiter=";"), 1):
        if any(cellen):
            yield nummer, [cel.strip() for cel in cellen]


def bronrijen(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str, Mapping[str, Any]]]:
    for nummer, rij in enumerate(data["cijferbron"]):
        yield ("cijferbron", nummer), rij["code"], rij


def keur_bronnen(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str]]:
    for nummer, rij in enumerate(data["cijferbron"]):
        if is_voorpagina(rij.get("bron", {}).get("url", "")):
            yield ("cijferbron", nummer), "dit is een voorpagina; geef het adres van de tabel"


def bewaar_bronnen(rijen: Rijen) -> list[str]:
    eerder = {bron.code: bron for bron in Cijferbron.objects.all()}
    overgeslagen = []
    for code, rij in rijen.items():
        velden = {
            "code": code,
            "licentie": rij.get("licentie", ""),
            "open": rij.get("open", True),
            "model": rij.get("model", False),
            **bronvelden(rij["bron"]),
        }
        if not schrijf(eerder.get(code) or Cijferbron(), velden):
            overgeslagen.append(f"cijferbron {code}")
    return overgeslagen


def gebiedrijen(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str, Mapping[str, Any]]]:
    for _nummer, (code, soort, naam) in regels(data["gebieden"]):
        yield ("gebieden",), code, {"soort": soort, "naam": naam, "gemeentecode": gemeente_van(code)}


def gemeente_van(code: str) -> str:
    """A code of a district or neighbourhood holds that of its municipality."""
    return f"GM{code[2:6]}" if re.match(r"(GM|WK|BU)\d{4}", code) else ""


def keur_gebieden(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str]]:
    for nummer, cellen in regels(data["gebieden"]):
        if len(cellen) != 3:
            yield ("gebieden",), f"regel {nummer}: schrijf code;soort;naam"
        elif not re.match(GEBIEDSCODE.regex, cellen[0]):
            yield ("gebieden",), f"regel {nummer}: {cellen[0]!r} is geen code van het CBS"
        elif cellen[1] not in Gebiedsoort.values:
            yield ("gebieden",), f"regel {nummer}: {cellen[1]!r} bestaat niet; kies uit {', '.join(Gebiedsoort.values)}"


def bewaar_gebieden(rijen: Rijen) -> list[str]:
    Gebied.objects.bulk_create(
        [Gebied(code=code, **rij) for code, rij in rijen.items()],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["soort", "naam", "gemeentecode"],
    )
    return []


def cijferrijen(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str, Mapping[str, Any]]]:
    for nummer, (gebied, *cellen) in regels(data["cijfers"]):
        paren = zip(data["kolommen"], cellen, strict=False)  # what is wrong with them, `keur_cijfers` says
        waarden = {code: float(cel) for code, cel in paren if GETAL.fullmatch(cel)}
        rij = {"gebied": gebied, "periode": data["periode"], "bron": data["bron"], "waarden": waarden, "regel": nummer}
        yield ("cijfers",), f"{data['bron']} {data['periode']} {gebied} {'-'.join(data['kolommen'][:1])}", rij


def keur_cijfers(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str]]:
    if not re.match(PERIODE.regex, data["periode"]):
        yield ("periode",), f"{data['periode']!r} is geen periode: schrijf 2024, 2024-K1, 2024-H1 of 2024-03"
    bekend = {code for pad in (MAP / "gebieden").glob("*.toml") for code in _codes(pad)}
    for nummer, (gebied, *cellen) in regels(data["cijfers"]):
        if gebied not in bekend:
            yield ("cijfers",), f"regel {nummer}: gebied {gebied!r} staat niet in gebieden/"
        if len(cellen) != len(data["kolommen"]):
            yield ("cijfers",), f"regel {nummer}: {len(cellen)} getallen bij {len(data['kolommen'])} kolommen"
        for code, cel in zip(data["kolommen"], cellen, strict=False):
            if cel and not GETAL.fullmatch(cel):
                yield ("cijfers",), f"regel {nummer}, {code}: {cel!r} is geen getal (met een punt voor de komma)"


def _codes(pad: Path) -> list[str]:
    return [cellen[0] for _nummer, cellen in regels(tomllib.loads(pad.read_text(encoding="utf-8"))["gebieden"])]


def bewaar_cijfers(rijen: Rijen) -> list[str]:
    """What was corrected on the site since stays as it is there."""
    nieuw = [
        Nieuwcijfer(rij["gebied"], indicator, rij["periode"], waarde, bron=rij["bron"], bronrij=rij["gebied"])
        for rij in rijen.values()
        for indicator, waarde in rij["waarden"].items()
    ]
    uitkomst = leg_vast(nieuw, reden="de inhoud van de site is bijgewerkt", ook_gecorrigeerd=False)
    return [f"cijfer {wat}" for wat in uitkomst.overgeslagen]


def indelingrijen(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str, Mapping[str, Any]]]:
    for nummer, rij in enumerate(data["indeling"]):
        yield ("indeling", nummer), f"{rij['buurt']} {data['jaar']}", {**rij, "jaar": data["jaar"]}


def koppel() -> None:
    """Neighbourhoods exist only now. One that has its areas is left alone: the team may have drawn it otherwise."""
    heeft = set(Buurtgebied.objects.values_list("buurt__slug", "jaar"))
    buurten = {buurt.slug: buurt for buurt in Buurt.objects.all()}
    gebieden = {gebied.code: gebied for gebied in Gebied.objects.all()} if len(heeft) < len(buurten) else {}
    for pad in sorted((MAP / "indelingen").glob("*.toml")):
        for _pad, _sleutel, rij in indelingrijen(tomllib.loads(pad.read_text(encoding="utf-8"))):
            if rij["buurt"] in buurten and (rij["buurt"], rij["jaar"]) not in heeft:
                Buurtgebied.objects.bulk_create(
                    Buurtgebied(
                        buurt=buurten[rij["buurt"]],
                        gebied=gebieden[code],
                        jaar=rij["jaar"],
                        zekerheid=rij["zekerheid"],
                        toelichting=rij.get("toelichting", ""),
                    )
                    for code in rij["gebieden"]
                )


BRENGT: Final = [
    Rijensoort(
        "cijferbron",
        MAP / "bronnen",
        {"cijferbron": Veld("tabellen", verplicht=True, velden=CIJFERBRON)},
        bronrijen,
        bewaar_bronnen,
        keur_bronnen,
    ),
    Rijensoort(
        "gebied", MAP / "gebieden", {"gebieden": Veld(verplicht=True)}, gebiedrijen, bewaar_gebieden, keur_gebieden
    ),
    Rijensoort(
        "indeling",
        MAP / "indelingen",
        {"jaar": Veld("geheel", verplicht=True), "indeling": Veld("tabellen", verplicht=True, velden=INDELING)},
        indelingrijen,
        lambda rijen: [],  # after the neighbourhoods, see `koppel`
        na=("gebied",),
    ),
    Rijensoort(
        "cijfer",
        MAP / "cijfers",
        {
            "bron": Veld(verplicht=True),
            "periode": Veld(verplicht=True),
            "kolommen": Veld("slugs", verplicht=True, van="indicator"),
            "cijfers": Veld(verplicht=True),
        },
        cijferrijen,
        bewaar_cijfers,
        keur_cijfers,
        na=("indicator", "cijferbron", "gebied"),
    ),
    Nazorg("gebieden van buurten", koppel),
]
