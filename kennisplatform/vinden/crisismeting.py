"""How many sentences of need show the help panel, in `manage.py inhoudcontrole`: where the sets of the tests are at hand."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.conf import settings

from kennisplatform.inhoudlader.controle import Controleuitslag
from kennisplatform.zoeken.management.commands.crisisproef import NOOD, SPEL, lees_zinnen
from kennisplatform.zoeken.taal.aanvulling import zonder
from kennisplatform.zoeken.taal.crisis import geraakt

SETS: Final = Path("tests/zoeken/crisis")


def gemist() -> Controleuitslag:
    """By the shipped rules alone, as the tests count."""
    zinnen = [rij for pad in sorted((settings.BASE_DIR / SETS).glob("*.tsv")) for rij in lees_zinnen(pad)]
    if not zinnen:
        return Controleuitslag(0, ("de proefzinnen staan niet op deze machine",))
    with zonder():
        getoond = [(soort, geraakt(zin) is not None) for soort, zin in zinnen]
    nood, spel = ([raak for s, raak in getoond if s == soort] for soort in (NOOD, SPEL))
    regels = (
        f"nood: {sum(nood)} van {len(nood)} tonen hulp ({sum(nood) / len(nood):.1%})",
        f"loos alarm: {sum(spel)} van {len(spel)} ({sum(spel) / len(spel):.1%})",
    )
    return Controleuitslag(len(nood) - sum(nood), regels)
