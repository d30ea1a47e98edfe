"""What a file is: by what stands in it, never by its name. Archives are measured before anybody opens them.

Knows no Django and no words for people: `basis/bestandspoort.py` says what to do. What it finds holds for the whole file,
so that a reader further on needs no fear of a bomb.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum, auto
from typing import IO, Final

from kennisplatform.tekst import merken

MB: Final = 1024 * 1024
UITGEPAKT: Final = 100 * MB  # of a whole archive; photographs in a thick Word file hardly pack, so it is no larger
DELEN: Final = 5_000
VERDACHT: Final = (
    50 * MB,
    200,
)  # more than so much, and more than so many times what it is: no real document packs so well
BEGIN: Final = 4096
EINDE: Final = 64 * 1024
HAP: Final = 64 * 1024
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Bestandssoort(StrEnum):
    LEEG = auto()
    PDF = auto()
    WORD = auto()
    EXCEL = auto()
    EXCEL_BINAIR = auto()  # .xlsb: few programs read it
    POWERPOINT = auto()
    ODT = auto()
    ODS = auto()
    TEKST = auto()
    BEELD = auto()
    GELUID = auto()
    # What nobody asks for, but people send:
    SVG = auto()
    WEBPAGINA = auto()
    XML = auto()
    RTF = auto()
    OUD_WORD = auto()
    OUD_EXCEL = auto()
    OUD_POWERPOINT = auto()
    OUD_OFFICE = auto()
    OP_SLOT = auto()
    ARCHIEF = auto()
    PROGRAMMA = auto()
    APPLE = auto()
    ODP = auto()
    BOEK = auto()
    BRIEF = auto()
    FILM = auto()
    RUW_BEELD = auto()
    SNELKOPPELING = auto()
    SYLK = auto()
    HULPBESTAND = auto()
    ONBEKEND = auto()
    # What may not be opened at all:
    MACRO = auto()
    BOM = auto()
    STUK = auto()


BEELDEN: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
MERKEN: Final = frozenset({b"avif", b"avis", b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})
PROGRAMMAS: Final = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"#!")
ARCHIEVEN: Final = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ", b"PK\x05\x06", b"PK\x07\x08")
BOMTEKENS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Office by the name of its main part; what the package itself says of it may be left out.
KANTOOR: Final = (("word/", Bestandssoort.WORD), ("xl/", Bestandssoort.EXCEL), ("ppt/", Bestandssoort.POWERPOINT))
MACRODEEL: Final = re.compile(r"vbaproject|(^|/)macrosheets/|(^|/)activex/|^basic/|^scripts/", re.IGNORECASE)
MACROSOORT: Final = re.compile(rb"(?<!binary\.)macroEnabled", re.IGNORECASE)
ENTITEIT: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")  # no office program writes one; what does, blows up a reader
PAGINA: Final = re.compile(
    rb"<(!doctype html|html|head|body|script|table|iframe|meta|style)(?=[\s>/])", re.IGNORECASE
)  # not <table:table> of a spreadsheet


def soort(bestand: IO[bytes]) -> Bestandssoort:
    """The file stands at its beginning afterwards."""
    bestand.seek(0)
    try:
        return _soort(bestand)
    finally:
        bestand.seek(0)


def _soort(bestand: IO[bytes]) -> Bestandssoort:
    begin = bestand.read(BEGIN)
    if begin.startswith(b"PK\x03\x04"):
        return _pak(bestand)
    if begin.startswith(OLE):
        return _oud(begin + bestand.read(2 * MB))
    return _aan_begin(begin) or _leesbaar(bestand, begin)


def _aan_begin(begin: bytes) -> Bestandssoort | None:
    """Told by its first bytes."""
    if vreemd := merken.soort(begin):
        return Bestandssoort(vreemd)
    if begin[4:8] == b"ftyp":
        return Bestandssoort.BEELD if begin[8:12] in MERKEN else Bestandssoort.ONBEKEND
    programma = begin.startswith(PROGRAMMAS) and (
        not begin.startswith(b"MZ") or b"\x00" in begin or begin[2:3] == b"\x90"
    )
    for wat, klopt in (
        (Bestandssoort.LEEG, not begin),
        (Bestandssoort.BEELD, begin.startswith(BEELDEN) or (begin[:4] == b"RIFF" and begin[8:12] == b"WEBP")),
        (Bestandssoort.ARCHIEF, begin.startswith(ARCHIEVEN)),
        (Bestandssoort.PROGRAMMA, programma),
    ):
        if klopt:
            return wat
    return None


def _leesbaar(bestand: IO[bytes], begin: bytes) -> Bestandssoort:
    kaal = begin
    for teken in BOMTEKENS:
        kaal = kaal.removeprefix(teken)
    kaal = kaal.replace(b"\x00", b"") if kaal != begin and begin[:3] != BOMTEKENS[0] else kaal  # UTF-16
    kaal = kaal.lstrip()
    if kaal.startswith(b"<"):
        return _met_haken(kaal)
    if b"%PDF-" in begin[:1024]:
        return Bestandssoort.PDF if b"%%EOF" in _einde(bestand) else Bestandssoort.STUK
    if kaal.startswith(b"{\\rtf"):
        return Bestandssoort.RTF
    return Bestandssoort.TEKST if _is_tekst(kaal) else Bestandssoort.ONBEKEND


def _is_tekst(kaal: bytes) -> bool:
    """No zeros: or a stray one, as old programs fill a name up with; or every second byte, as text of Windows has."""
    nullen = kaal.count(0)
    if not nullen or utf16_zonder_merk(kaal):
        return True
    vreemd = sum(teken < 0x20 and teken not in b"\t\n\r" for teken in kaal)
    return nullen * 50 <= len(kaal) and vreemd == nullen


def utf16_zonder_merk(begin: bytes) -> str:
    """'utf-16-le', 'utf-16-be', or '': which of each two bytes is nearly always a zero?"""
    begin = begin[:BEGIN]
    even, oneven = begin[::2].count(0), begin[1::2].count(0)
    paren = len(begin) // 2
    if paren < 8 or min(even, oneven) > paren // 20 or max(even, oneven) < paren * 9 // 10:
        return ""
    return "utf-16-le" if oneven > even else "utf-16-be"


def _met_haken(kaal: bytes) -> Bestandssoort:
    if re.search(rb"<svg\b", kaal, re.IGNORECASE):
        return Bestandssoort.SVG
    if PAGINA.search(kaal):
        return Bestandssoort.WEBPAGINA
    return (
        Bestandssoort.XML
        if kaal.startswith((b"<?xml", b"<!")) or re.match(rb"<[\w:]+[ >]", kaal)
        else Bestandssoort.TEKST
    )


def _einde(bestand: IO[bytes]) -> bytes:
    """The last that stands in it: a scanner or a mail server may fill a file up with zeros or empty lines."""
    plek = bestand.seek(0, 2)
    while plek > 0:
        begin = max(0, plek - EINDE)
        bestand.seek(begin)
        hap = bestand.read(plek - begin).rstrip(b"\x00\r\n\t ")
        if hap:
            bestand.seek(max(0, begin + len(hap) - EINDE))
            return bestand.read(min(EINDE, begin + len(hap)))
        plek = begin
    return b""


def _oud(inhoud: bytes) -> Bestandssoort:
    """A file of Office from before 2007, or a new one behind a password."""
    for naam, wat in (
        ("EncryptedPackage", Bestandssoort.OP_SLOT),
        ("WordDocument", Bestandssoort.OUD_WORD),
        ("Workbook", Bestandssoort.OUD_EXCEL),
        ("Book", Bestandssoort.OUD_EXCEL),
    ):
        if naam.encode("utf-16-le") in inhoud:
            return wat
    return Bestandssoort(merken.ole(inhoud) or "oud_office")


# ---- archives


def _pak(bestand: IO[bytes]) -> Bestandssoort:
    try:
        pak = zipfile.ZipFile(bestand)
        delen = pak.infolist()
        if len(delen) > DELEN or sum(deel.file_size for deel in delen) > UITGEPAKT:
            return Bestandssoort.BOM
        if len(pak.NameToInfo) != len(delen):  # two parts of one name: who looks sees one, who opens the other
            return Bestandssoort.STUK
        if any(deel.flag_bits & 0x1 for deel in delen):
            return Bestandssoort.OP_SLOT
        if _ontploft(bestand, delen):
            return Bestandssoort.BOM
        return _kantoor(pak)
    except (zipfile.BadZipFile, zlib.error, struct.error, ValueError, NotImplementedError, OverflowError, OSError):
        return Bestandssoort.STUK


def _ontploft(bestand: IO[bytes], delen: list[zipfile.ZipInfo]) -> bool:
    """Is it larger than it says, or than a document can be? What an archive says of itself is no measure: each part is
    unpacked and forgotten. Raises on a broken part.
    """
    alles = 0
    for deel in delen:
        lengte = 0
        for hap in _uitgepakt(bestand, deel):
            lengte += len(hap)
            if alles + lengte > UITGEPAKT or lengte > deel.file_size:
                return True
            if deel.filename.endswith((".xml", ".rels")) and ENTITEIT.search(hap):
                return True
        if lengte < deel.file_size:
            raise zipfile.BadZipFile(deel.filename)
        alles += lengte
    groot, keer = VERDACHT
    return alles > groot and alles > keer * bestand.seek(0, 2)


def _uitgepakt(bestand: IO[bytes], deel: zipfile.ZipInfo) -> Iterator[bytes]:
    """In bites. Not by zipfile, which stops where the table says that a part ends."""
    bestand.seek(deel.header_offset)
    naam, extra = struct.unpack("<HH", bestand.read(30)[26:30])
    bestand.seek(naam + extra, 1)
    if deel.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise NotImplementedError(deel.compress_type)
    uitpakker = zlib.decompressobj(-15) if deel.compress_type == zipfile.ZIP_DEFLATED else None
    over = deel.compress_size
    while over > 0 and (hap := bestand.read(min(over, HAP))):
        over -= len(hap)
        if uitpakker is None:
            yield hap
            continue
        while hap:
            yield uitpakker.decompress(hap, MB)
            hap = uitpakker.unconsumed_tail


def _kantoor(pak: zipfile.ZipFile) -> Bestandssoort:
    namen = list(pak.NameToInfo)
    lijst = _begin(pak, "[Content_Types].xml", MB)
    if any(MACRODEEL.search(naam) for naam in namen) or MACROSOORT.search(lijst):
        return Bestandssoort.MACRO
    wat = _begin(pak, "mimetype", 100)
    # LibreOffice locks the whole of a file, or each part of it.
    if "encrypted-package" in namen or b"encryption-data" in _begin(pak, "META-INF/manifest.xml", MB):
        return Bestandssoort.OP_SLOT
    for merk, wat_het_is in (
        (b"opendocument.spreadsheet", Bestandssoort.ODS),
        (b"opendocument.text", Bestandssoort.ODT),
    ):
        if merk in wat:
            return wat_het_is
    if vreemd := merken.pak(namen, wat):
        return Bestandssoort(vreemd)
    if "xl/workbook.bin" in namen:
        return Bestandssoort.EXCEL_BINAIR
    return next((wat for map_, wat in KANTOOR if any(naam.startswith(map_) for naam in namen)), Bestandssoort.ARCHIEF)


def _begin(pak: zipfile.ZipFile, naam: str, hoogstens: int) -> bytes:
    if naam not in pak.NameToInfo:
        return b""
    with pak.open(naam) as deel:
        return deel.read(hoogstens)
