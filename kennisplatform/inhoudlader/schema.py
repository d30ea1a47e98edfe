"""What a content file may hold. Every mistake becomes a line: file, line, key, what to do."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kennisplatform.basis.bronadres import is_kaal

Pad = tuple[str | int, ...]


@dataclass(frozen=True)
class Fout:
    bestand: Path
    regel: int
    sleutel: str
    melding: str

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}: {self.sleutel}: {self.melding}"


@dataclass(frozen=True)
class Veld:
    """One key. `soort`: tekst, regels, datum, geheel, getal, janee, url, diep (an url that is no bare domain), keuze, keuzes, codes, paden, slugs, rijen, tabel, tabellen."""

    soort: str = "tekst"
    verplicht: bool = False
    max: int = 0  # characters, for text
    keuzes: tuple[str, ...] = ()
    van: str = ""  # the kind of term (codes) or of file (slugs)
    velden: Mapping[str, Veld] = field(default_factory=dict)


@dataclass(frozen=True)
class Bekend:
    """What may be referred to: term codes per kind, slugs per kind of file, public paths."""

    codes: Mapping[str, set[str]]
    slugs: dict[str, set[str]]
    paden: set[str]


class Regelnummers:
    """Line of a key: tomllib gives none once it has parsed, so the text is read once more for headers and keys."""

    KOP = re.compile(r"^\s*\[\[?\s*([\w.-]+)\s*\]\]?")
    SLEUTEL = re.compile(r"^\s*([\w-]+)\s*=")

    def __init__(self, tekst: str) -> None:
        self._regels: dict[Pad, int] = {}
        tellers: dict[str, int] = {}
        kop: Pad = ()
        for nummer, regel in enumerate(tekst.splitlines(), start=1):
            if treffer := self.KOP.match(regel):
                naam = treffer[1]
                kop = (naam,)
                if regel.lstrip().startswith("[["):
                    tellers[naam] = tellers.get(naam, -1) + 1
                    kop = (naam, tellers[naam])
                self._regels.setdefault((naam,), nummer)
                self._regels[kop] = nummer
            elif treffer := self.SLEUTEL.match(regel):
                self._regels.setdefault((*kop, treffer[1]), nummer)

    def van(self, pad: Pad) -> int:
        while pad and pad not in self._regels:
            pad = pad[:-1]
        return self._regels.get(pad, 1)


def lees(bestand: Path) -> tuple[dict[str, Any], Regelnummers, list[Fout]]:
    tekst = bestand.read_text(encoding="utf-8")
    nummers = Regelnummers(tekst)
    try:
        return tomllib.loads(tekst), nummers, []
    except tomllib.TOMLDecodeError as fout:
        treffer = re.search(r"at line (\d+)", str(fout))
        return {}, nummers, [Fout(bestand, int(treffer[1]) if treffer else 1, "TOML", str(fout))]


def controleer(data: Mapping[str, Any], velden: Mapping[str, Veld], bekend: Bekend) -> list[tuple[Pad, str]]:
    """Every mistake in a file as (path of keys, message)."""
    fouten: list[tuple[Pad, str]] = []
    _tabel(data, velden, (), bekend, fouten)
    return fouten


def _tabel(data: Mapping[str, Any], velden: Mapping[str, Veld], pad: Pad, bekend: Bekend, fouten: list) -> None:
    for sleutel in data:
        if sleutel not in velden:
            fouten.append(((*pad, sleutel), f"onbekende sleutel; bekend zijn: {', '.join(sorted(velden))}"))
    for sleutel, veld in velden.items():
        if sleutel in data:
            _waarde(data[sleutel], veld, (*pad, sleutel), bekend, fouten)
        elif veld.verplicht:
            fouten.append(((*pad, sleutel), "deze sleutel is verplicht en ontbreekt"))


SOORT_KLOPT: dict[str, Callable[[Any], bool]] = {
    "tekst": lambda w: isinstance(w, str),
    "url": lambda w: isinstance(w, str) and w.startswith(("https://", "http://")),
    "diep": lambda w: isinstance(w, str) and w.startswith(("https://", "http://")) and not is_kaal(w),
    "keuze": lambda w: isinstance(w, str),
    "datum": lambda w: isinstance(w, dt.date),
    "geheel": lambda w: isinstance(w, int) and not isinstance(w, bool) and w >= 0,
    "getal": lambda w: isinstance(w, int | float) and not isinstance(w, bool),
    "janee": lambda w: isinstance(w, bool),
    "rijen": lambda w: (
        isinstance(w, list) and all(isinstance(r, list) and all(isinstance(c, str) for c in r) for r in w)
    ),
    "tabel": lambda w: isinstance(w, dict),
    "tabellen": lambda w: isinstance(w, list) and all(isinstance(r, dict) for r in w),
} | {
    soort: lambda w: isinstance(w, list) and all(isinstance(r, str) for r in w)
    for soort in ("regels", "codes", "paden", "slugs", "keuzes")
}

VERWACHT = {
    "url": "een adres dat met https:// begint",
    "diep": "het adres van de pagina zelf (https://…), niet van de voordeur van een website",
    "datum": "een datum zoals 2026-11-01",
    "geheel": "een heel getal vanaf nul",
    "getal": "een getal",
    "janee": "true of false",
    "regels": "een lijst van teksten",
    "codes": "een lijst van codes",
    "keuzes": "een lijst van keuzes",
    "paden": "een lijst van paden",
    "slugs": "een lijst van bestandsnamen",
    "rijen": "een lijst van rijen",
    "tabel": "een [tabel]",
    "tabellen": "een lijst van [[tabellen]]",
}


def _waarde(waarde: Any, veld: Veld, pad: Pad, bekend: Bekend, fouten: list) -> None:
    if not SOORT_KLOPT[veld.soort](waarde):
        fouten.append((pad, f"hier hoort {VERWACHT.get(veld.soort, 'tekst')}, niet {waarde!r:.60}"))
    elif veld.soort == "keuze" and waarde not in veld.keuzes:
        fouten.append((pad, f"{waarde!r} bestaat niet; kies uit {', '.join(veld.keuzes)}"))
    elif veld.soort == "keuzes":
        fouten += [
            (pad, f"{w!r} bestaat niet; kies uit {', '.join(veld.keuzes)}") for w in waarde if w not in veld.keuzes
        ]
    elif veld.max and len(waarde) > veld.max:
        fouten.append((pad, f"te lang: {len(waarde)} tekens, hooguit {veld.max}"))
    elif veld.soort == "tabel":
        _tabel(waarde, veld.velden, pad, bekend, fouten)
    elif veld.soort == "tabellen":
        for nummer, rij in enumerate(waarde):
            _tabel(rij, veld.velden, (*pad, nummer), bekend, fouten)
    elif veld.soort in {"codes", "slugs", "paden"}:
        _verwijzingen(waarde, veld, pad, bekend, fouten)


def _verwijzingen(waarden: Iterable[str], veld: Veld, pad: Pad, bekend: Bekend, fouten: list) -> None:
    if veld.soort == "paden":
        fouten += [(pad, f"{w!r} is geen pagina van deze site") for w in waarden if w not in bekend.paden]
        return
    mogelijk = (bekend.codes if veld.soort == "codes" else bekend.slugs).get(veld.van, set())
    fouten += [(pad, f"{w!r} bestaat niet als {veld.van}") for w in waarden if w not in mogelijk]
