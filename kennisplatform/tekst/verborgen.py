"""Rows of a workbook that nobody sees in it: hidden by hand, or by a filter. The reader gives them like any other.

Runs in the reader's process: no Django.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final

from kennisplatform.tekst.formules import bladen

_RIJ: Final = re.compile(rb"<(?:\w+:)?row(?=[\s/>])([^>]*)>")
_NUMMER: Final = re.compile(rb"""\sr=["'](\d{1,7})["']""")
_WEG: Final = re.compile(rb"""\shidden=["'](?:1|true)["']""")
_ODS: Final = re.compile(rb"<table:(table|table-row)(?=[\s/>])([^>]*)>")
_ODS_WEG: Final = re.compile(rb"""\stable:visibility=["'](?:collapse|filter)["']""")
_ODS_HERHAALD: Final = re.compile(rb"""\stable:number-rows-repeated=["'](\d{1,7})["']""")
_ODS_NAAM: Final = re.compile(rb"""\stable:name=["']([^"']*)["']""")
Reeks = tuple[int, int]  # from and to, both in it; from 1, as a reader counts


def rijen(rauw: bytes) -> dict[str, list[Reeks]]:
    """Name of a sheet → its hidden rows. Of another kind of workbook none."""
    try:
        pak = zipfile.ZipFile(io.BytesIO(rauw))
        if "content.xml" in pak.namelist():
            return _uit_ods(pak.read("content.xml"))
        return {naam: list(_aaneen(_uit_blad(pak.read(deel)))) for naam, deel in bladen(pak)}
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError):
        return {}  # the reader itself says what is wrong


def _uit_blad(inhoud: bytes) -> Iterator[Reeks]:
    nummer = 0
    if not _WEG.search(inhoud):
        return
    for gevonden in _RIJ.finditer(inhoud):
        eigen = _NUMMER.search(gevonden[1])
        nummer = int(eigen[1]) if eigen else nummer + 1
        if _WEG.search(gevonden[1]):
            yield nummer, nummer


def _uit_ods(inhoud: bytes) -> dict[str, list[Reeks]]:
    uit: dict[str, list[Reeks]] = {}
    naam, nummer = "", 0
    for gevonden in _ODS.finditer(inhoud):
        if gevonden[1] == b"table":
            heet = _ODS_NAAM.search(gevonden[2])
            naam, nummer = html.unescape(heet[1].decode("utf-8", "replace")) if heet else "", 0
            continue
        herhaald = _ODS_HERHAALD.search(gevonden[2])
        keer = int(herhaald[1]) if herhaald else 1
        if _ODS_WEG.search(gevonden[2]):
            uit.setdefault(naam, []).append((nummer + 1, nummer + keer))
        nummer += keer
    return {blad: list(_aaneen(reeksen)) for blad, reeksen in uit.items()}


def _aaneen(reeksen: Iterable[Reeks]) -> Iterator[Reeks]:
    """A filter hides thousands in a few stretches."""
    vorige: Reeks | None = None
    for reeks in reeksen:
        if vorige and reeks[0] == vorige[1] + 1:
            vorige = (vorige[0], reeks[1])
            continue
        if vorige:
            yield vorige
        vorige = reeks
    if vorige:
        yield vorige
