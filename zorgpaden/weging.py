"""A pathway beside interventions: what only it can say in each row."""

from __future__ import annotations

from kennisplatform.basis.keuzes import Nodig
from kennisplatform.basis.weging import Blad, Weging
from zorgpaden.models import Zorgpad


def blad(pad: Zorgpad) -> Blad:
    nodig: dict[str, list[str]] = {soort.value: [] for soort in Nodig}
    for deel in pad.nodig:
        nodig.setdefault(deel.value["soort"], []).append(deel.value["tekst"])
    return {
        "precies": (pad.voor_wie,),
        "uitvoering": tuple(deel.value["rol"] for deel in pad.rollen),
        "deskundigheid": tuple(nodig[Nodig.KENNIS]),
        "materialen": tuple(nodig[Nodig.TECHNOLOGIE]),
        "voorwaarden": (*nodig[Nodig.CAPACITEIT], *nodig[Nodig.GELD]),
    }


BRENGT = [Weging("zorgpad", blad)]
