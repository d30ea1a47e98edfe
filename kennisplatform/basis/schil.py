"""The words that a resident presses, in her own language where ours is not translated (schil.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kennisplatform.basis import taal

BESTAND: Final = Path(__file__).with_name("schil.toml")


@cache
def woorden() -> dict[str, dict[str, str]]:
    return tomllib.loads(BESTAND.read_text("utf-8"))


def eigen_kaal(woord: str) -> str:
    """For an attribute, which can't say in which language it is."""
    if not taal.interface_is_vreemd():
        return woord
    return woorden().get(str(woord), {}).get(get_language() or "", woord)


def eigen(woord: str) -> SafeString | str:
    """`woord` as the interface has it; marked with its language where that is another than the words around it."""
    if not taal.interface_is_vreemd():
        return woord
    code, vertaald = get_language() or "", eigen_kaal(woord)
    if vertaald == woord and code not in woorden().get(str(woord), {}):
        code = "nl"
    return format_html('<span lang="{}" dir="{}">{}</span>', code, taal.kant_van(code), vertaald)
