"""Rows out of lines of text: what keeps its columns apart, and where a quote or the end of a file took rows away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, Final

from django.utils.translation import gettext as _

from kennisplatform.tekst.celtekst import cel

SCHEIDINGEN: Final = ";\t,|"
IsKop = Callable[[list[str]], bool]
VEEL: Final = 4  # rows as wide as their head, before a shorter one says something
_VOETNOOT: Final = re.compile(
    r"(bron(nen)?|toelichting|noten?|copyright|peildatum|laatst gewijzigd)\b|©", re.IGNORECASE
)
_SLOT: Final = "\ue000einde\ue000"  # a last line of ours: what is still open swallows it


class Tabelfout(Exception):
    """This file can't be read; says what it is and what to do."""


def rijen(regels: Iterable[str], scheiding: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line where it ends. Raises Tabelfout where a quote swallows the lines below it."""
    lezer = csv.reader(chain(regels, [_SLOT]), delimiter=scheiding, skipinitialspace=True)
    begin, breed = 1, 0
    try:
        for rij in lezer:
            if rij == [_SLOT]:
                return
            breed = max(breed, len(rij))
            nummer = lezer.line_num
            if nummer == begin + 1 and rij[-1:] and rij[-1].endswith(_SLOT):
                nummer, rij[-1] = begin, rij[-1].removesuffix(_SLOT).rstrip("\n")  # the last line: nothing was lost
            if any(_SLOT in vak or _slokt(vak, scheiding, breed) for vak in rij):
                raise Tabelfout(_los_teken(begin))
            yield nummer, rij
            begin = lezer.line_num + 1
    except csv.Error as fout:  # a cell longer than there are: nearly all of the file
        raise Tabelfout(_los_teken(begin)) from fout


def _slokt(vak: str, scheiding: str, breed: int) -> bool:
    """A line within a cell that is as wide as a row is one."""
    return "\n" in vak and any(regel.count(scheiding) >= max(2, breed - 1) for regel in vak.split("\n")[1:])


def _los_teken(regel: int) -> str:
    return _(
        'Op regel %(n)s begint een vak met een aanhalingsteken (") dat daar niet sluit: de regels eronder zouden in dat '
        "ene vak verdwijnen. Haal het teken weg of zet het tweede erachter, en probeer het opnieuw."
    ) % {"n": regel}


def scheiding_van(begin: str, is_kop: IsKop) -> str:
    """What the first lines have most of, unless only another gives the column names: a title may be full of commas."""
    op_volgorde = sorted(SCHEIDINGEN, key=begin.count, reverse=True)
    return next((s for s in op_volgorde if _geeft_kop(begin, s, is_kop)), op_volgorde[0])


def _geeft_kop(begin: str, scheiding: str, is_kop: IsKop) -> bool:
    try:
        return any(
            is_kop([cel(w) for w in rij])
            for rij in csv.reader(io.StringIO(begin, newline=""), delimiter=scheiding, skipinitialspace=True)
        )
    except csv.Error:
        return False


def heel(rijen: Iterator[tuple[int, list[Any]]]) -> Iterator[tuple[int, list[Any]]]:
    """Raises Tabelfout where of many rows only the last is shorter: the file was cut off while it was fetched. (Excel
    leaves out empty cells at the end of rows, but of more than the last.)
    """
    breed, vol, kort, vaker = 0, 0, 0, False
    for nummer, rij in rijen:
        yield nummer, rij
        if not any(rij) or is_voetnoot(rij):
            continue
        vaker |= bool(kort)
        kort = nummer if len(rij) < breed else 0
        vol = vol + (len(rij) == breed) if len(rij) <= breed else 1
        breed = max(breed, len(rij))
    if kort and not vaker and vol >= VEEL:
        raise Tabelfout(
            _("Dit bestand houdt op midden in rij %(n)s. Haal het opnieuw op, en kies het nog eens.") % {"n": kort}
        )


def is_voetnoot(rij: list[Any]) -> bool:
    """What StatLine and others write below their rows, in one cell: 'Bron: CBS'."""
    gevuld = [waarde for waarde in rij if waarde not in (None, "")]
    return len(gevuld) == 1 and isinstance(gevuld[0], str) and bool(_VOETNOOT.match(gevuld[0].lstrip()))
