"""Writes the little of TOML that content files use, laid out as a person would: keys, then tables, then rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

ONTSNAP: Final = str.maketrans({"\\": "\\\\", '"': '\\"'})
BREED: Final = 100


def schrijf(data: Mapping[str, Any]) -> str:
    return "\n".join(_regels(data)).strip() + "\n"


def _is_tabel(waarde: Any) -> bool:
    return isinstance(waarde, Mapping)


def _is_rijen(waarde: Any) -> bool:
    return isinstance(waarde, list) and bool(waarde) and all(_is_tabel(rij) for rij in waarde)


def _regels(data: Mapping[str, Any]) -> Iterator[str]:
    gewoon = {k: w for k, w in data.items() if not _is_tabel(w) and not _is_rijen(w)}
    yield from (f"{naam} = {_waarde(waarde)}" for naam, waarde in gewoon.items())
    for naam, waarde in data.items():
        if _is_tabel(waarde):
            yield from ("", f"[{naam}]")
            yield from (f"{sleutel} = {_waarde(w)}" for sleutel, w in waarde.items())
    for naam, waarde in data.items():
        if _is_rijen(waarde):
            for rij in waarde:
                yield from ("", f"[[{naam}]]")
                yield from (f"{sleutel} = {_waarde(w)}" for sleutel, w in rij.items())


def _waarde(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, int | float | dt.date):
        return waarde.isoformat() if isinstance(waarde, dt.date) else str(waarde)
    if isinstance(waarde, str):
        return _tekst(waarde)
    if isinstance(waarde, Mapping):
        return "{" + ", ".join(f"{naam} = {_waarde(w)}" for naam, w in waarde.items()) + "}"
    delen = [_waarde(deel) for deel in waarde]
    kort = f"[{', '.join(delen)}]"
    if len(kort) <= BREED or not _is_rijen(waarde):
        return kort
    return "[\n" + "".join(f"    {deel},\n" for deel in delen) + "]"


def _tekst(tekst: str) -> str:
    if "\n" not in tekst:
        return f'"{_schoon(tekst.translate(ONTSNAP))}"'
    # A line feed right after the opening is no part of the text.
    return '"""\n' + _schoon(tekst.translate(ONTSNAP)) + '"""'


def _schoon(tekst: str) -> str:
    """Control characters by their number; a text field holds none, but a file with one would not load."""
    return "".join(t if t == "\n" or (t >= " " and t != "\x7f") else f"\\u{ord(t):04x}" for t in tekst)
