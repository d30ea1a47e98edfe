"""Cells of a workbook (.xlsx) that the reader gives otherwise than people see them, so that a number is lost without a word:
a formula of which nobody kept the outcome (programs write those, Excel does on saving), an error such as #N/B, and 57% for
which the file holds .57.

Runs in the reader's process: no Django.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from xml.parsers import expat

MERK: Final = "#FORMULE!"  # what stands in such a cell, with its address behind it
_IETS: Final = rb"""<(?:\w+:)?f[ />]|\st=["']e["']"""
_PROCENT: Final = {"9", "10"}  # formats that every workbook knows: 0% and 0.00%
_ADRES: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
Cellen = dict[int, dict[int, str]]  # row → column → what to read there; from 0


def te_melden(rauw: bytes) -> dict[str, Cellen]:
    """Name of a sheet → its cells. Of another kind of workbook none."""
    try:
        pak = zipfile.ZipFile(io.BytesIO(rauw))
        uit, procenten = {}, _procentstijlen(pak)
        stijlen = "|".join(sorted(procenten)).encode()
        iets = re.compile(_IETS + (rb"""|\ss=["'](?:""" + stijlen + rb""")["']""" if procenten else b""))
        for naam, deel in bladen(pak):
            inhoud = pak.read(deel)
            if iets.search(inhoud) and (cellen := _anders(inhoud, procenten)):
                uit[naam] = cellen
        return uit
    except (zipfile.BadZipFile, KeyError, ValueError, expat.ExpatError, NotImplementedError):
        return {}  # the reader itself says what is wrong


def gemerkt(rijen: Iterable[list[Any]], cellen: Mapping[int, Mapping[int, str]], boven: int) -> Iterator[list[Any]]:
    """The same rows, with the mark in those cells; also where a row or the whole sheet ends before them."""
    nummer = boven - 1
    for nummer, rij in enumerate(rijen, boven):
        yield _met_merk(rij, cellen[nummer]) if nummer in cellen else rij
    for later in sorted(n for n in cellen if n > nummer):
        yield from ([] for _n in range(nummer + 1, later))
        yield _met_merk([], cellen[later])
        nummer = later


def _met_merk(rij: list[Any], cellen: Mapping[int, str]) -> list[Any]:
    rij = rij + [""] * (max(cellen) + 1 - len(rij))
    for kolom, wat in cellen.items():
        rij[kolom] = wat
    return rij


def _kort(naam: str) -> str:
    """Without its namespace: strict workbooks have other ones."""
    return naam.rpartition(":")[2]


def _elementen(inhoud: bytes) -> list[tuple[str, dict[str, str]]]:
    uit: list[tuple[str, dict[str, str]]] = []
    lezer = expat.ParserCreate()
    lezer.StartElementHandler = lambda naam, waarden: uit.append(
        (_kort(naam), {_kort(sleutel): waarde for sleutel, waarde in waarden.items()})
    )
    lezer.Parse(inhoud, True)
    return uit


def bladen(pak: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name of a sheet and its part."""
    if "xl/workbook.xml" not in pak.namelist():
        return
    doelen = {
        waarden["Id"]: posixpath.normpath(posixpath.join("/xl", waarden["Target"])).lstrip("/")
        for naam, waarden in _elementen(pak.read("xl/_rels/workbook.xml.rels"))
        if naam == "Relationship"
    }
    for naam, waarden in _elementen(pak.read("xl/workbook.xml")):
        if naam == "sheet" and doelen.get(waarden.get("id", ""), "") in pak.namelist():
            yield waarden["name"], doelen[waarden["id"]]


def _procentstijlen(pak: zipfile.ZipFile) -> frozenset[str]:
    """Numbers of the styles in which a cell shows a hundredfold with '%'."""
    if "xl/styles.xml" not in pak.namelist():
        return frozenset()
    vormen, uit, nummer, in_cellen = set(_PROCENT), set(), 0, False
    for naam, waarden in _elementen(pak.read("xl/styles.xml")):
        if naam == "numFmt" and "%" in re.sub(r'"[^"]*"|\\.', "", waarden.get("formatCode", "")):
            vormen.add(waarden.get("numFmtId", ""))
        elif naam in {"cellXfs", "cellStyles", "cellStyleXfs", "dxfs"}:
            in_cellen = naam == "cellXfs"
        elif naam == "xf" and in_cellen:
            if waarden.get("numFmtId", "") in vormen:
                uit.add(str(nummer))
            nummer += 1
    return frozenset(uit)


class _Bladlezer:
    """One pass over a sheet. A cell may leave out its address: then it stands right of the one before."""

    def __init__(self, procenten: frozenset[str]) -> None:
        self.procenten = procenten
        self.cellen: Cellen = {}
        self.rij, self.kolom = -1, -1
        self.formule = self.uitkomst = self.in_v = self.fout = self.procent = False
        self.staat_er = ""

    def begin(self, naam: str, waarden: dict[str, str]) -> None:
        naam = _kort(naam)
        if naam == "row":
            self.rij, self.kolom = int(waarden.get("r", self.rij + 2)) - 1, -1
        elif naam == "c":
            self.kolom += 1
            if gevonden := _ADRES.fullmatch(waarden.get("r", "")):
                self.kolom, self.rij = nummer_van(gevonden[1]), int(gevonden[2]) - 1
            self.formule, self.uitkomst = False, waarden.get("t") == "str"  # an empty text is an outcome too
            self.fout, self.staat_er = waarden.get("t") == "e", ""
            self.procent = waarden.get("s") in self.procenten and waarden.get("t", "n") == "n"
        elif naam == "f":
            self.formule = True
        elif naam in {"v", "t"}:
            self.in_v = True

    def tekst(self, tekst: str) -> None:
        self.uitkomst |= self.in_v
        if self.in_v and (self.fout or self.procent):
            self.staat_er += tekst

    def einde(self, naam: str) -> None:
        naam = _kort(naam)
        if naam in {"v", "t"}:
            self.in_v = False
        elif naam == "c" and (wat := self._wat_er_staat()):
            self.cellen.setdefault(self.rij, {})[self.kolom] = wat

    def _wat_er_staat(self) -> str:
        """'' where the reader gives it as people see it."""
        if self.formule and not self.uitkomst and not self.fout:
            return f"{MERK}{letters(self.kolom)}{self.rij + 1}"
        if self.procent and self.staat_er.strip():
            return f"{float(self.staat_er) * 100:.12g}%".replace(".", ",")
        return self.staat_er


def _anders(inhoud: bytes, procenten: frozenset[str]) -> Cellen:
    lezer, blad = expat.ParserCreate(), _Bladlezer(procenten)
    lezer.StartElementHandler, lezer.EndElementHandler = blad.begin, blad.einde
    lezer.CharacterDataHandler = blad.tekst
    lezer.Parse(inhoud, True)
    return blad.cellen


def nummer_van(kolom: str) -> int:
    uit = 0
    for letter in kolom:
        uit = uit * 26 + ord(letter) - 64
    return uit - 1


def letters(kolom: int) -> str:
    uit = ""
    while kolom >= 0:
        uit, kolom = chr(65 + kolom % 26) + uit, kolom // 26 - 1
    return uit
