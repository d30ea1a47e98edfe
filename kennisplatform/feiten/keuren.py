"""What files may not say about alarm and facts: mistakes as (path of keys, what to do), so that each gets its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from kennisplatform.basis.invullen import namen, teksten
from kennisplatform.feiten.herkennen import niveau_van
from kennisplatform.feiten.models import GEEN_OPMAAK, NAAM
from kennisplatform.feiten.spoed import CODES
from kennisplatform.inhoudlader.rijrecord import is_voorpagina
from kennisplatform.inhoudlader.schema import Pad
from kennisplatform.inhoudlader.soorten import Keuring, Rijen

VOORPAGINA: Final = "dit is een voorpagina; geef het adres van de bladzijde waar het staat"
SPOEDTABELLEN: Final = ("spoed", "alarm", "bellen")
NAKIJKVELDEN: Final = ("nagekeken_door", "nagekeken_rol", "nagekeken_op")


def keur_alarmbestand(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str]]:
    """What the record would refuse, said with its line."""
    bronnen = data.get("bron", [])
    codes = {bron["code"] for bron in bronnen}
    for nummer, bron in enumerate(bronnen):
        if is_voorpagina(bron.get("url", "")):
            yield ("bron", nummer, "url"), VOORPAGINA
    for nummer, rij in enumerate(data.get("alarm", [])):
        if rij.get("bron", "") and rij["bron"] not in codes:
            yield ("alarm", nummer, "bron"), f"{rij['bron']!r} staat niet als [[bron]] in dit bestand"
        if not re.match(NAAM.regex, rij["gevaar"]):
            yield ("alarm", nummer, "gevaar"), f"{rij['gevaar']!r}: alleen kleine letters, cijfers, punten en streepjes"
        if len({bool(rij.get(naam)) for naam in NAKIJKVELDEN}) > 1:
            yield ("alarm", nummer, "nagekeken_op"), "vul alle drie in: wie, in welke rol en wanneer; of geen van drie"


def keur_feitbestand(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str]]:
    for nummer, rij in enumerate(data.get("feit", [])):
        if is_voorpagina(rij.get("bron", {}).get("url", "")):
            yield ("feit", nummer, "bron"), VOORPAGINA
        if not re.match(NAAM.regex, rij["naam"]):
            yield ("feit", nummer, "naam"), f"{rij['naam']!r}: alleen kleine letters, cijfers, punten en streepjes"
        if not re.match(GEEN_OPMAAK.regex, rij["waarde"]):
            yield ("feit", nummer, "waarde"), "zonder < > & en accolades"


def keur_spoed(soort: str, data: Mapping[str, Any], rijen: Mapping[str, Rijen]) -> Iterator[tuple[Pad, str]]:
    """An urgency line comes from the table, at the level that stands there; nothing urgent hides under 'zelf'."""
    tabel = rijen["alarm"]
    niveau_bij = {code: niveau.value for niveau, code in CODES.items()}
    for naam in SPOEDTABELLEN:
        spoed = data.get(naam, {})
        if not isinstance(spoed, Mapping):
            continue
        for code, niveau in niveau_bij.items():
            for sleutel in spoed.get(code, []):
                if sleutel not in tabel:
                    yield (naam, code), f"{sleutel!r} staat niet in de tabel met alarmzinnen (kennisplatform/feiten)"
                elif tabel[sleutel]["niveau"] != niveau:
                    hoort = tabel[sleutel]["niveau"]
                    yield (naam, code), f"{sleutel!r} is volgens de tabel {hoort!r} en staat hier bij {niveau!r}"
        for regel in spoed.get("zelf", []):
            if niveau_van(regel):
                yield (naam, "zelf"), f"{regel!r} is een alarmregel; zet hem in de tabel en kies hem bij zijn niveau"


def keur_werkbladen(soort: str, data: Mapping[str, Any], rijen: Mapping[str, Rijen]) -> Iterator[tuple[Pad, str]]:
    """A sheet that people print names the sentence too: `{alarm:…}`."""
    for nummer, blad in enumerate(data.get("werkblad", [])):
        for regel in blad["inhoud"]:
            if "112" in regel or niveau_van(regel):
                yield ("werkblad", nummer, "inhoud"), f"{regel!r} is een alarmregel; noem de zin als {{alarm:…}}"


def keur_namen(soort: str, data: Mapping[str, Any], rijen: Mapping[str, Rijen]) -> Iterator[tuple[Pad, str]]:
    """`{feit:…}` and `{alarm:…}` in any text of any file."""
    for sleutel in ("titel", "samenvatting"):
        if namen(str(data.get(sleutel, ""))):
            yield (sleutel,), "hier kan geen {feit:…} staan: deze tekst staat ook op kaarten"
    for sleutel, waarde in data.items():
        for pad, tekst in _met_pad((sleutel,), waarde):
            for woord, naam in namen(tekst):
                if woord in rijen and naam not in rijen[woord]:
                    yield pad, f"{{{woord}:{naam}}} bestaat niet als {woord} (kennisplatform/feiten)"


def _met_pad(pad: Pad, waarde: Any) -> Iterator[tuple[Pad, str]]:
    if isinstance(waarde, Mapping):
        for sleutel, deel in waarde.items():
            yield from _met_pad((*pad, sleutel), deel)
    elif isinstance(waarde, list) and waarde and isinstance(waarde[0], Mapping):
        for nummer, deel in enumerate(waarde):
            yield from _met_pad((*pad, nummer), deel)
    else:
        yield from ((pad, tekst) for tekst in teksten(waarde))


BRENGT: Final = [
    Keuring("alarmzinnen", keur_spoed),
    Keuring("werkbladen", keur_werkbladen),
    Keuring("namen", keur_namen),
]
