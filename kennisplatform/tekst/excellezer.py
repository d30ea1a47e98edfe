"""Reads a workbook (.xlsx, .xlsb, .ods). The file on stdin, rows as lines of JSON on stdout. A process of its own, without Django.

The library holds a sheet as one rectangle, from its first filled cell to its last: a space left behind in XFD1048576
asks half a terabyte, and the process that asked is ended on the spot. So it is this one, that serves nobody else.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import resource
import sys
from typing import IO, Any, Final

from kennisplatform.tekst import formules, verborgen

MB: Final = 1024 * 1024
MAX_GEHEUGEN: Final = 768 * MB  # a national file of two million cells takes a third
MAX_CPU: Final = 60  # seconds
BLAD, KLAAR, ONLEESBAAR = "blad", "klaar", "onleesbaar"  # what a line says that is no row
SOORTEN: Final[dict[str, Any]] = {"datetime": dt.datetime, "date": dt.date, "time": dt.time}


def begrens() -> None:
    """Not by the clock: who reads the rows may take its time over them."""
    for wat, grens in (
        (resource.RLIMIT_AS, MAX_GEHEUGEN),
        (resource.RLIMIT_CPU, MAX_CPU),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(wat, (grens, grens))


def _inpakken(waarde: object) -> object:
    """What JSON has no word for: a day, a moment, a time."""
    if isinstance(waarde, dt.timedelta):  # hours past a day, as Excel shows them; not '1 day, 6:00:00'
        minuten, seconden = divmod(round(waarde.total_seconds()), 60)
        return f"{minuten // 60}:{minuten % 60:02}" + (f":{seconden:02}" if seconden else "")
    naam = type(waarde).__name__
    return {naam: waarde.isoformat()} if naam in SOORTEN else str(waarde)  # type: ignore[attr-defined]


def uitpakken(waarde: dict[str, str]) -> object:
    (naam, tekst), *_rest = waarde.items()
    return SOORTEN[naam].fromisoformat(tekst)


def lees(rauw: bytes, uit: IO[str], meeste: int | None) -> None:
    """Rows of the visible sheets, in their order."""
    from python_calamine import (  # noqa: PLC0415  once it is bounded
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    def regel(ding: object) -> None:
        uit.write(json.dumps(ding, default=_inpakken) + "\n")

    try:
        boek = CalamineWorkbook.from_filelike(io.BytesIO(rauw))
        leeg, weg = formules.te_melden(rauw), verborgen.rijen(rauw)
        for blad in boek.sheets_metadata:
            if blad.visible == SheetVisibleEnum.Visible and blad.typ == SheetTypeEnum.WorkSheet:
                werkblad = boek.get_sheet_by_name(blad.name)
                boven, links = werkblad.start or (
                    0,
                    0,
                )  # it leaves out what is empty there: rows keep their own numbers
                regel(f"{BLAD} {boven} {json.dumps(weg.get(blad.name, []))}")
                rijen = ([""] * links + rij for rij in werkblad.to_python(nrows=meeste))
                for rij in formules.gemerkt(rijen, leeg.get(blad.name, {}), boven):
                    regel(rij)
    except CalamineError:
        regel(ONLEESBAAR)
    except BaseException as fout:  # what it did not foresee has a class of its own, that is no Exception
        if type(fout).__name__ != "PanicException":
            raise
        regel(ONLEESBAAR)
    else:
        regel(KLAAR)


def antwoord() -> None:
    """The whole of the process."""
    begrens()
    uit = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="surrogatepass")
    os.dup2(2, 1)  # what the library prints must not stand between the rows
    meeste = int(sys.argv[1])
    try:
        lees(sys.stdin.buffer.read(), uit, meeste or None)
        uit.close()
    except BrokenPipeError:  # nobody reads on
        os._exit(0)
