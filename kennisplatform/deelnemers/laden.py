"""How neighbourhood files become records."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kennisplatform.basis.inhoudlader.gedeeld import BRON
from kennisplatform.basis.inhoudlader.schema import Veld
from kennisplatform.basis.inhoudlader.soorten import Inhoudssoort, registreer
from kennisplatform.basis.keuzes import Sesklasse
from kennisplatform.deelnemers.models import Buurt

SCHEMA = {
    **{
        naam: Veld(verplicht=True, max=120)
        for naam in ("naam", "gemeente", "gemeentecode", "partner", "regio", "provincie")
    },
    "breedtegraad": Veld("getal", verplicht=True),
    "lengtegraad": Veld("getal", verplicht=True),
    "ses_klasse": Veld("keuze", keuzes=tuple(Sesklasse.values)),
    "opmerking": Veld(),
    "bron": Veld("tabellen", verplicht=True, velden=BRON),
}


def buurt(slug: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in data.items() if naam != "bron"} | {"bron": data["bron"][0]["titel"]}


registreer(
    Inhoudssoort("buurt", Path(__file__).resolve().parent / "inhoud" / "buurten", SCHEMA, Buurt, buurt, volgorde=5)
)
