"""Rows out of a file as people make them: Excel in its kinds, CSV as Excel and others write it.

The rows begin with the line of column names, wherever that stands: under a title, on the second sheet, after `sep=;`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any, Final, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.tekst import bestandssoort, codering, excel, formules, tekstregels
from kennisplatform.tekst.celtekst import cel
from kennisplatform.tekst.tekstregels import IsKop, is_voetnoot, scheiding_van

Tabelfout = tekstregels.Tabelfout  # what `lees` raises is asked of this module
KOP_BINNEN: Final = 30  # lines within which the column names stand
KOLOMMEN: Final = 60
_OUD: Final = b"\xd0\xcf\x11\xe0"  # Excel of before 2007, or a file with a password
_SLOT: Final = "EncryptedPackage".encode("utf-16-le")
# What Excel shows where it could not compute, in Dutch and in English: no name and no number.
REKENFOUT: Final = re.compile(
    r"#(N/?B|N/A|VERW!|REF!|NAAM\?|NAME\?|WAARDE!|VALUE!|DEEL/0!|DIV/0!|GETAL!|NUM!|LEEG!|NULL!|OVERLOOP!|SPILL!|#+)"
)
_LIJNTJE: Final = re.compile(r":?-{2,}:?")  # below the head of a table in Markdown, as chat programs give it
_JSON: Final = re.compile(
    r'\s*(?:\[\s*)*[\[{]\s*(?:"[^"\n]*"\s*[:,\]]|[\]}])'
)  # for programs: the list is in there, but no columns
MEESTE_GENOEMD: Final = 3  # cells in one message


class Lijstrij(list[str]):
    """Cells as a reader sees them, and the number of their row where the file has any."""

    nummer = 0
    verborgen = False  # by a filter, or by hand


Rijen = list[Lijstrij]
Iets = TypeVar("Iets")


def lees(rauw: bytes, *, is_kop: IsKop, meeste: int) -> Rijen:
    """From the first line for which `is_kop`, at most `meeste` rows below it and one to notice. Without one: what stands
    there first, for the caller to say what is missing. Empty lines are left out. Raises Tabelfout.
    """
    eerste: Rijen = []
    gevonden: Rijen = []
    for blad in _bladen(rauw, meeste + KOP_BINNEN + 2, is_kop):
        rijen = [rij for rij in blad if any(rij)]
        plek = next((nummer for nummer, rij in enumerate(rijen[:KOP_BINNEN]) if is_kop(rij)), None)
        if plek is not None and gevonden:
            raise Tabelfout(_nog_een_blad())
        if plek is not None:
            _geen_lege_formules(rijen[plek], rijen[plek:])
            gevonden = rijen[plek : plek + meeste + 2]
        eerste = eerste or rijen
    return gevonden or eerste


def _nog_een_blad() -> str:
    """Taking the first would lose the rest without a word."""
    return _(
        "In dit bestand staat op nog een blad zo’n lijst. Zet alles op één blad, of verberg het blad dat niet mee moet."
    )


def zegt_verborgen(nummers: Sequence[int]) -> str:
    """Rows that nobody saw go in like the others: '' where there are none."""
    if not nummers:
        return ""
    waar = ", ".join(map(str, nummers[:MEESTE_GENOEMD])) + (" …" if len(nummers) > MEESTE_GENOEMD else "")
    return ngettext(
        "In het bestand is één rij verborgen, met de hand of door een filter (rij %(waar)s). Zij doet gewoon mee. Moet dat "
        "niet, haal haar dan uit het bestand en kies het opnieuw.",
        "In het bestand zijn %(n)s rijen verborgen, met de hand of door een filter (rij %(waar)s). Zij doen gewoon mee. Moet "
        "dat niet, haal ze dan uit het bestand en kies het opnieuw.",
        len(nummers),
    ) % {"n": len(nummers), "waar": waar}


def eenmaal(kop: Iterable[str], bekend: Container[str]) -> None:
    """Which of two columns of one name counts, only the reader knows. Raises Tabelfout."""
    gezien: set[str] = set()
    for naam in kop:
        if naam in gezien:
            raise Tabelfout(_("De kolom ‘%(naam)s’ staat er twee keer. Laat er een staan.") % {"naam": naam})
        if naam in bekend:
            gezien.add(naam)


@dataclass(frozen=True)
class _Blad:
    """Rows with their numbers, and which of those nobody sees."""

    rijen: Iterator[tuple[int, list[Any]]]
    verborgen: Callable[[int], bool] = lambda _nummer: False


@dataclass(frozen=True)
class Tabelstroom:
    """A file too wide or too long to hold as cleaned text: each row with its line, cells as they stand there. Who wants
    one reads it with `cel`.
    """

    kop: list[str]
    rijen: Iterator[tuple[int, list[Any]]]
    kopnummer: int = 1  # the line of the head itself
    verborgen: list[int] = field(
        default_factory=list
    )  # of the rows that were read so far: those that nobody sees there


def stroom(rauw: bytes, *, is_kop: IsKop) -> Tabelstroom | None:
    """Row by row from the first line for which `is_kop`; None without one. Raises Tabelfout, also while it is read."""
    if rauw.startswith(_OUD) or rauw.startswith(b"PK\x03\x04"):
        bladen: Iterator[_Blad] = _excelstromen(rauw)
    else:
        bladen = iter([_Blad(_tekststroom(rauw, is_kop))])
    for blad in bladen:
        for nummer, rij in islice(blad.rijen, KOP_BINNEN):
            kop = [cel(waarde) for waarde in rij]
            if is_kop(kop):
                weg: list[int] = []
                rijen = chain(_met_uitkomst(kop, blad, weg), _geen_lijst_meer(bladen, is_kop))
                return Tabelstroom(kop, rijen, nummer, weg)
    return None


def _geen_lijst_meer(bladen: Iterator[_Blad], is_kop: IsKop) -> Iterator[Any]:
    """At the end of the sheet that was read. Raises Tabelfout."""
    for blad in bladen:
        if any(is_kop([cel(waarde) for waarde in rij]) for _nummer, rij in islice(blad.rijen, KOP_BINNEN)):
            raise Tabelfout(_nog_een_blad())
    yield from ()


def _met_uitkomst(kop: list[str], blad: _Blad, weg: list[int]) -> Iterator[tuple[int, list[Any]]]:
    """What stands below the head; numbers of hidden rows go into `weg`. Raises Tabelfout."""
    for nummer, rij in blad.rijen:
        if any(rij) and not is_voetnoot(rij):
            _geen_lege_formules(kop, [rij])
            if blad.verborgen(nummer):
                weg.append(nummer)
            yield nummer, rij


def _geen_lege_formules(kop: Sequence[str], rijen: Iterable[Sequence[Any]]) -> None:
    """Under a name: what somebody computes beside the list is not ours. Raises Tabelfout."""
    adressen = [
        waarde.removeprefix(formules.MERK)
        for rij in rijen
        for naam, waarde in zip(kop, rij, strict=False)
        if naam and isinstance(waarde, str) and waarde.startswith(formules.MERK)
    ]
    if adressen:
        meer = len(adressen) - MEESTE_GENOEMD
        waar = ", ".join(adressen[:MEESTE_GENOEMD])
        raise Tabelfout(
            _(
                "In cel %(waar)s staat een formule waarvan de uitkomst niet in het bestand zit. Open het in Excel, bewaar het, en "
                "kies het opnieuw."
            )
            % {"waar": _("%(waar)s en nog %(n)s") % {"waar": waar, "n": meer} if meer > 0 else waar}
        )


def _excelstromen(rauw: bytes) -> Iterator[_Blad]:
    for rijen in _excelbladen(rauw):
        yield _Blad(enumerate(_met_reden(rijen, rauw), rijen.boven + 1), rijen.verborgen)


def _tekststroom(rauw: bytes, is_kop: IsKop) -> Iterator[tuple[int, list[Any]]]:
    tekst = _ontcijfer(rauw)
    regels = io.StringIO(tekst, newline=None)
    eerste = list(islice(regels, KOP_BINNEN))
    yield from tekstregels.heel(tekstregels.rijen(chain(eerste, regels), scheiding_van("".join(eerste), is_kop)))


def _bladen(rauw: bytes, meeste: int, is_kop: IsKop) -> Iterator[Rijen]:
    _geen_oud_excel(rauw)
    if rauw.startswith(b"PK\x03\x04"):
        yield from _uit_excel(rauw, meeste)
    else:
        yield uit_regels(_ontcijfer(rauw), is_kop)


def _uit_excel(rauw: bytes, meeste: int) -> Iterator[Rijen]:
    for rijen in _excelbladen(rauw, meeste):
        genummerd = enumerate(_met_reden(rijen, rauw), rijen.boven + 1)
        yield [_lijstrij(nummer, rij[:KOLOMMEN], rijen.verborgen(nummer)) for nummer, rij in genummerd]


def _lijstrij(nummer: int, cellen: Iterable[Any], verborgen: bool = False) -> Lijstrij:
    rij = Lijstrij(cel(waarde) for waarde in cellen)
    rij.nummer, rij.verborgen = nummer, verborgen
    return rij


def _excelbladen(rauw: bytes, meeste: int | None = None) -> Iterator[excel.Bladrijen]:
    """Rows of the visible sheets, in their order."""
    _geen_oud_excel(rauw)
    if bestandssoort.soort(io.BytesIO(rauw)) is bestandssoort.Bestandssoort.BOM:
        raise Tabelfout(_("Dit Excelbestand is te groot. Neem alleen de kolommen die nodig zijn."))
    yield from _met_reden(excel.Werkbladen(rauw, meeste), rauw)


def _met_reden(iets: Iterator[Iets], rauw: bytes) -> Iterator[Iets]:
    """The same, and what is wrong with the file in words."""
    try:
        yield from iets
    except excel.NietTeLezen as fout:
        raise Tabelfout(_onleesbaar(rauw)) from fout
    except excel.TeWijd as fout:
        raise Tabelfout(
            _(
                "In dit Excelbestand staat iets heel ver naar beneden of naar rechts, en tot daar kunnen wij het niet lezen. "
                "Met Ctrl+End in Excel komt u er. Verwijder de rijen en kolommen tussen uw lijst en die plek, en bewaar het opnieuw."
            )
        ) from fout


def _onleesbaar(rauw: bytes) -> str:
    """By what it is: who works in LibreOffice has no Excel to look in."""
    if bestandssoort.soort(io.BytesIO(rauw)) is bestandssoort.Bestandssoort.ODS:
        return _(
            "Dit rekenblad van LibreOffice (ODS) kunnen wij niet lezen. Open het in LibreOffice en bewaar het opnieuw, als .ods "
            "of als .xlsx."
        )
    return _("Dit Excelbestand kunnen wij niet lezen. Bewaar het opnieuw als .xlsx, of als CSV.")


def _geen_oud_excel(rauw: bytes) -> None:
    if rauw.startswith(_OUD):
        raise Tabelfout(
            _("Op dit bestand zit een wachtwoord. Haal dat er in Excel af (Bestand, Info) en stuur het opnieuw.")
            if _SLOT in rauw
            else _("Dit is een bestand van Excel van vóór 2007 (.xls). Kies in Excel ‘Opslaan als’ en dan .xlsx.")
        )


def _ontcijfer(rauw: bytes) -> str:
    """UTF-16 is Excel's 'Unicode-tekst'; what is no UTF-8 is a code page of Windows, DOS or an old Mac."""
    if rauw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return rauw.decode("utf-16", "replace")
    if zonder_merk := bestandssoort.utf16_zonder_merk(rauw):
        return rauw.decode(zonder_merk, "replace")
    if b"\x00" in rauw and bestandssoort.soort(io.BytesIO(rauw)) is not bestandssoort.Bestandssoort.TEKST:
        raise Tabelfout(_("Dit is geen lijst. Stuur een Excelbestand (.xlsx) of CSV."))
    tekst = codering.gelezen(rauw.replace(b"\x00", b""))  # a stray one: no letter in any of what follows
    if _JSON.match(tekst):
        raise Tabelfout(_("Dit is een lijst voor programma’s (JSON). Vraag haar als Excelbestand (.xlsx) of als CSV."))
    return tekst


def uit_regels(tekst: str, is_kop: IsKop) -> Rijen:
    """Pasted or read. Raises Tabelfout."""
    tekst = tekst.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    eerste, _nieuw, rest = tekst.partition("\n")
    if zegt := re.fullmatch(r'"?sep=(.)"?', eerste.strip(), re.IGNORECASE):
        scheiding, tekst = zegt[1], rest
    elif eerste.strip().lower() == "sep=":  # a tab, that was stripped
        scheiding, tekst = "\t", rest
    else:
        scheiding = scheiding_van("\n".join(tekst.split("\n")[:KOP_BINNEN]), is_kop)
    gelezen = tekstregels.rijen(io.StringIO(tekst, newline=""), scheiding)
    rijen = [_lijstrij(nummer, rij[:KOLOMMEN]) for nummer, rij in gelezen]
    return [rij for rij in rijen if not any(rij) or not all(_LIJNTJE.fullmatch(w) for w in rij if w)]
