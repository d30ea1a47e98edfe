"""Facts by name, for texts and templates."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Final

from kennisplatform.feiten.keuzes import Niveau
from kennisplatform.feiten.models import Alarmzin, Feit
from kennisplatform.tekening.stukken import onthoud

MAAT: Final = 20_000  # bytes of all of them, about
MAP: Final = Path(__file__).resolve().parent / "inhoud" / "feiten"
# A Dutch telephone number in a text: short ones, service numbers, and ten digits with a dash.
NUMMER: Final = re.compile(r"(?<![\d-])(?<!\d )(11[2368]|0[89]00-\d{4}|0\d{1,3}-\d{3}\d* ?\d+ ?\d+)(?![\d-])")
ZO_DRINGEND: Final = {
    Niveau.NU: "bel 112",
    Niveau.METEEN: "bel meteen, ook ’s nachts",
    Niveau.VANDAAG: "bel vandaag",
    Niveau.AFSPRAAK: "maak een afspraak",
}


@lru_cache(maxsize=1)
def meegeleverd() -> dict[str, str]:
    """What the files say: a number to call in need is never missing because nobody loaded it, or somebody deleted it."""
    rijen = (rij for pad in sorted(MAP.glob("*.toml")) for rij in tomllib.loads(pad.read_text("utf-8"))["feit"])
    return {rij["naam"]: rij["waarde"] for rij in rijen}


def feiten() -> dict[str, str]:
    """Name → value; asked by every page, read when one of them changed."""
    return onthoud("feiten", lambda: meegeleverd() | dict(Feit.objects.values_list("naam", "waarde")), MAAT)


def alarmregels() -> dict[str, str]:
    """Key → the sentence with its urgency and whom to call, for running text and documents: `{alarm:beroerte}`."""
    return onthoud("alarmregels", _alarmregels, MAAT)


def _alarmregels() -> dict[str, str]:
    return {zin.sleutel: f"{zin.tekst.rstrip('.')}: {_hoe(zin)}" for zin in Alarmzin.objects.all()}


def _hoe(zin: Alarmzin) -> str:
    hoe = ZO_DRINGEND[Niveau(zin.niveau)]
    return hoe if zin.niveau == Niveau.NU else f"{hoe} ({zin.wie or 'uw huisarts'})"
