"""Term files: a kind each, many rows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from wagtail.models import Locale

from kennisplatform.basis.models import Begrip, Begripsoort
from kennisplatform.basis.models.begrippen import nederlandse_op_code, nieuwe_sleutel
from kennisplatform.inhoudlader.schema import Bekend, Fout, Veld, controleer, lees

MAP = Path(settings.BASE_DIR) / "kennisplatform" / "basis" / "inhoud" / "begrippen"
SCHEMA = {
    "bron": Veld(verplicht=True, max=200),
    "begrip": Veld(
        "tabellen",
        verplicht=True,
        velden={
            "code": Veld(verplicht=True, max=60),
            "label": Veld(verplicht=True, max=120),
            "definitie": Veld(verplicht=True),
        },
    ),
}


@dataclass(frozen=True)
class Begriprij:
    soort: str
    code: str
    label: str
    definitie: str
    bron: str
    volgorde: int


def lees_alle(map_: Path = MAP) -> tuple[list[Begriprij], list[Fout]]:
    rijen: list[Begriprij] = []
    fouten: list[Fout] = []
    leeg = Bekend({}, {}, set())
    for pad in sorted(map_.glob("*.toml")):
        data, nummers, leesfouten = lees(pad)
        fouten += leesfouten
        if pad.stem not in Begripsoort.values:
            fouten.append(Fout(pad, 1, pad.stem, "is geen soort begrip"))
        mis = [] if leesfouten else controleer(data, SCHEMA, leeg)
        fouten += [Fout(pad, nummers.van(plek), ".".join(map(str, plek)), melding) for plek, melding in mis]
        if not mis and not leesfouten:
            rijen += [
                Begriprij(pad.stem, r["code"], r["label"], r["definitie"], data["bron"], nummer)
                for nummer, r in enumerate(data["begrip"])
            ]
    return rijen, fouten


def bewaar(rijen: list[Begriprij]) -> None:
    """New terms are added; a label that an editor changed stays, and what went into another does not come back."""
    nl = Locale.objects.get(language_code="nl")
    bestaand = nederlandse_op_code()
    for rij in rijen:
        if (rij.soort, rij.code) not in bestaand:
            Begrip.objects.create(
                soort=rij.soort,
                code=rij.code,
                label=rij.label,
                definitie=rij.definitie,
                bron=rij.bron,
                volgorde=rij.volgorde,
                locale=nl,
                translation_key=nieuwe_sleutel(rij.soort, rij.code),
            )
