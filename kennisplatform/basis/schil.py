"""Words that a resident presses or chooses by, in her own language where the page behind them is Dutch.

Two kinds: words of our own screens (schil.toml), for as long as the interface has no translation; and titles of Dutch
pages, which rooms bring (`Titelwoorden`). Both are found by the Dutch words, so what changes in Dutch is Dutch again.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Final

from django.template.defaultfilters import date
from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from kennisplatform.basis import taal
from kennisplatform.kamers import gebracht

BESTAND: Final = Path(__file__).with_name("schil.toml")
GAT: Final = re.compile(r"\{(\w+)\}|%\((\w+)\)s")
Woorden = dict[str, dict[str, str]]  # Dutch → language → words


@dataclass(frozen=True)
class Titelwoorden:
    """A file of titles in other languages, in the form of schil.toml."""

    bestand: Path


@cache
def woorden() -> Woorden:
    return tomllib.loads(BESTAND.read_text("utf-8"))


@cache
def titels() -> Woorden:
    alle: Woorden = {}
    for deel in gebracht(Titelwoorden):
        alle |= tomllib.loads(deel.bestand.read_text("utf-8"))
    return alle


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


def eigen_label(label: str) -> SafeString | str:
    """A term or a step of a scale, to choose by: without the Dutch below it, which nobody has to say or show."""
    if not taal.interface_is_vreemd():
        return label
    code = get_language() or ""
    vertaald = (woorden().get(str(label)) or titels().get(str(label), {})).get(code)
    if vertaald is None:
        return format_html('<span lang="nl" dir="ltr">{}</span>', label)
    return format_html('<span lang="{}" dir="{}">{}</span>', code, taal.kant_van(code), vertaald)


def eigen_zin(zin: str, **delen: object) -> SafeString | str:
    """A sentence with something filled in, `{n}` or `%(n)s`, found by the Dutch words as they are before that."""
    if not taal.interface_is_vreemd():
        return GAT.sub(lambda gat: str(delen[gat[1] or gat[2]]), str(zin))
    code = get_language() or ""
    vertaald = woorden().get(str(zin), {}).get(code)
    if vertaald is None:
        code, vertaald = "nl", str(zin)
    stukken = format_html_join("", "{}<bdi>{}</bdi>", _stukken(vertaald, delen))
    rest = vertaald[max((gat.end() for gat in GAT.finditer(vertaald)), default=0) :]
    return format_html('<span lang="{}" dir="{}">{}{}</span>', code, taal.kant_van(code), stukken, rest)


def _stukken(zin: str, delen: dict[str, object]) -> Iterator[tuple[str, object]]:
    """What stands before each gap, and what fills it."""
    begin = 0
    for gat in GAT.finditer(zin):
        yield zin[begin : gat.start()], delen[gat[1] or gat[2]]
        begin = gat.end()


def eigen_aantal(n: int, een: str, meer: str) -> SafeString | str:
    """'1 verhaal', '3 verhalen'."""
    return eigen_zin(een if n == 1 else meer, n=localize(n))


def eigen_titel(titel: str, scheiding: str = "<br>") -> SafeString:
    """A Dutch page's title in the reader's language, with the Dutch one below it: the page itself is Dutch, and she may
    have to say or show it. Stands in a piece that is marked as Dutch.
    """
    code = get_language() or "nl"
    kaal = unescape(strip_tags(titel)) if isinstance(titel, SafeString) else str(titel)  # search marks what it found
    vertaald = "" if code == "nl" else titels().get(kaal, {}).get(code, "")
    if not vertaald:
        return conditional_escape(titel)
    vorm = f'<bdi lang="{{}}" dir="{{}}">{{}}{scheiding}<small lang="nl" dir="ltr">{{}}</small></bdi>'
    return format_html(vorm, code, taal.kant_van(code), vertaald, titel)


def eigen_dag(moment: dt.datetime) -> SafeString:
    """A day and its hour, in the reader's language also among Dutch words: names of days need no translator."""
    code, dag = get_language() or "nl", localtime(moment)
    uur, naam = date(dag, "H:i"), date(dag, "D j b")
    if not taal.interface_is_vreemd():
        return format_html("{}<span>{} {}</span>", naam, uur, gettext("uur"))
    return format_html('<b lang="{}" dir="{}">{}</b><span>{}</span>', code, taal.kant_van(code), naam, uur)
