"""What people and machines send that is not what was asked: texts, and files of the wrong kind, broken or ill-willed.

For `make stoten`, which throws it at every door, and for the test that puts each file through each form.
"""

from __future__ import annotations

import io
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Final

from openpyxl import Workbook
from PIL import Image

from tests.basis import bestanden

Maker = Callable[[], bytes]
MB: Final = 1024 * 1024


@cache
def elke_soort() -> str:
    """A sign of every kind that Unicode knows (a lone surrogate too), the first and the last of each."""
    per: dict[str, list[str]] = {}
    for code in range(sys.maxunicode + 1):
        teken = chr(code)
        per.setdefault(unicodedata.category(teken), []).append(teken)
    return "".join(tekens[plek] for tekens in per.values() for plek in (0, -1))


TEKSTEN: Final = (
    "",
    " ",
    "0",
    "-1",
    "1",
    "999999999999999999999999",
    "9223372036854775808",
    "1e999",
    "NaN",
    "Infinity",
    "0x10",
    "1.5",
    "²",
    "٣",
    "null",
    "None",
    "true",
    "on",
    "[]",
    "{}",
    '{"a": [1, {"b": null}]}',
    "[[[[[[[[[[]]]]]]]]]]",
    "\x00",
    "a\x00b",
    "\x08\x0b\x1f",
    "Zo\x92n \x85 \x96",
    "\u2028\u2029",
    "\u202e\u2066\u200b\ufeff",
    "\ud800",
    "\udfff x",
    "\ufffe\uffff",
    "e\u0301\u0301\u0301\u0301",
    "🧑‍🦽" * 40,
    "السلام عليكم",
    "İıſßﬃ",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "<svg onload=alert(1)>",
    "{{ 7*7 }}{% debug %}",
    "%(x)s %s %d {0} {x}",
    "=HYPERLINK(1)",
    "../../../etc/passwd",
    "..\\..\\x",
    "javascript:alert(1)",
    "//elders.example/",
    "http://[::1",
    "https://elders.example:99999999/",
    "mailto:",
    "a@b",
    "a@b.example\nBcc: c@d.example",
    '"a b"@x.example',
    "jan@[127.0.0.1]",
    "j" * 260 + "@x.example",
    "http://[half",
    "2024-02-30",
    "9999-12-31",
    "0000-00-00",
    "10000-01-01",
    "31-12-9999",
    "24:61",
    "2024-03-31T02:30",
    "00000000-0000-0000-0000-000000000000",
    "nl-NL-x-" + "a" * 300,
    "x" * 256,
    "é" * 5_000,
    "woord " * 20_000,
    "\n" * 3_000,
    "(" * 2_000,
    "a:b AND (c OR NOT d) ^9 ~2 *",
)


def teksten() -> tuple[str, ...]:
    return (*TEKSTEN, elke_soort())


def pak(*delen: tuple[str, bytes], hoe: int = zipfile.ZIP_DEFLATED) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", hoe) as z:
        for naam, inhoud in delen:
            z.writestr(naam, inhoud)
    return uit.getvalue()


def xlsx(*rijen: tuple[object, ...]) -> bytes:
    boek, uit = Workbook(), io.BytesIO()
    for rij in rijen or (("naam", "gemeente"), ("Wijk", "Stad")):
        boek.active.append(rij)
    boek.save(uit)
    return uit.getvalue()


def met_deel(heel: bytes, naam: str, inhoud: bytes = b"x") -> bytes:
    """The same package with a part more."""
    uit = io.BytesIO(heel)
    with zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as z:
        z.writestr(naam, inhoud)
    return uit.getvalue()


def xlsx_bom() -> bytes:
    """A sheet of two hundred megabytes of nothing, in two hundred kilobytes."""
    heel, uit = zipfile.ZipFile(io.BytesIO(xlsx())), io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as z:
        for deel in heel.infolist():
            inhoud = heel.read(deel)
            if deel.filename.endswith("sheet1.xml"):
                inhoud = inhoud.replace(b"</sheetData>", b"<row/>" * 33_000_000 + b"</sheetData>")
            z.writestr(deel.filename, inhoud)
    return uit.getvalue()


def xlsx_leugen() -> bytes:
    """The same, which says in its own table that it is small."""
    bom = xlsx_bom()
    groot = max(deel.file_size for deel in zipfile.ZipFile(io.BytesIO(bom)).infolist())
    return bom.replace(groot.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))


def zip_in_zip() -> bytes:
    """Each layer holds the next ten times."""
    laag = pak(("x.txt", b"0" * (10 * MB)))
    for _diep in range(4):
        laag = pak(*((f"{n}.zip", laag) for n in range(10)))
    return laag


def beeld(soort: str = "PNG", breed: int = 40, wijze: str = "RGB") -> bytes:
    uit = io.BytesIO()
    Image.new(wijze, (breed, breed)).save(uit, soort)
    return uit.getvalue()


SVG: Final = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
)
HTML: Final = b"<!doctype html><html><body><script>alert(document.cookie)</script></body></html>"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# name as it is sent → what is in it. Made when asked for: some are large.
BESTANDEN: Final[dict[str, Maker]] = {
    "leeg.xlsx": lambda: b"",
    "tekst.xlsx": lambda: b"naam;gemeente\nWijk;Stad\n",
    "tekst.pdf": "Dit is gewoon tekst, geen PDF.".encode,
    "tekst.docx": "Een brief in gewone tekst".encode,
    "tekst.png": lambda: b"geen beeld",
    "pagina.pdf": lambda: HTML,
    "pagina.jpg": lambda: HTML,
    "pagina.csv": lambda: HTML,
    "pagina.xlsx": lambda: HTML,
    "plaatje.svg": lambda: SVG,
    "plaatje.png": lambda: SVG,
    "plaatje.xlsx": lambda: SVG,
    "foto.pdf": lambda: beeld("JPEG"),
    "foto.xlsx": lambda: beeld("PNG"),
    "foto.docx": lambda: beeld("PNG"),
    "programma.pdf": lambda: b"MZ\x90\x00" + b"\x00" * 400,
    "programma.csv": lambda: b"\x7fELF" + b"\x00" * 400,
    "half.pdf": lambda: bestanden.pdf("Een blad over vallen")[:300],
    "half.xlsx": lambda: xlsx()[:900],
    "half.docx": lambda: bestanden.docx(bestanden.docx_alinea("Een brief"))[:120],
    "half.jpg": lambda: beeld("JPEG", 400)[:300],
    "half.png": lambda: beeld("PNG", 400)[:60],
    "macro.xlsx": lambda: met_deel(xlsx(), "xl/vbaProject.bin"),
    "macro.docx": lambda: met_deel(bestanden.docx(bestanden.docx_alinea("Een brief")), "word/vbaProject.bin"),
    "oud.xls": lambda: OLE + "Workbook".encode("utf-16-le").ljust(600, b"\x00"),
    "slot.xlsx": lambda: OLE + "EncryptedPackage".encode("utf-16-le").ljust(600, b"\x00"),
    "slot.pdf": bestanden.pdf_op_slot,
    "rondje.pdf": bestanden.pdf_rondje,
    "formulier.pdf": bestanden.pdf_xfa,
    "portfolio.pdf": bestanden.pdf_portfolio,
    "ingesloten.docx": bestanden.docx_altchunk,
    "bom.pdf": bestanden.pdf_bom,
    "bom.docx": bestanden.docx_bom,
    "leugen.docx": bestanden.docx_leugen,
    "lol.docx": bestanden.docx_lol,
    "buiten.docx": bestanden.docx_van_buiten,
    "bom.xlsx": xlsx_bom,
    "leugen.xlsx": xlsx_leugen,
    "bom.png": lambda: beeld("PNG", 30_000, "1"),
    "veel.xlsx": lambda: pak(*((f"{n}.txt", b"") for n in range(20_000))),
    "nest.xlsx": zip_in_zip,
    "nest.docx": zip_in_zip,
    "kaal.zip": lambda: pak(("x.txt", b"x")),
    "omhoog.xlsx": lambda: pak(("../../../x.txt", b"x"), ("/etc/x", b"x")),
    "andere_inhoud.xlsx": lambda: bestanden.docx(bestanden.docx_alinea("Een brief")),
    "andere_inhoud.docx": xlsx,
    "andere_inhoud.png": lambda: bestanden.pdf("Een blad"),
    "nullen.csv": lambda: b"naam;gemeente\nWi\x00jk;Stad\n",
    "breed.csv": lambda: b";".join([b"x"] * 20_000) + b"\n",
    "los.csv": lambda: b'naam;gemeente\n"Wijk;Stad\n',
    "halve_tekens.csv": lambda: b"naam;gemeente\nWijk \xff\xfe\x80;Stad\n",
    "gif.csv": lambda: ("naam;gemeente\n" + elke_soort() + ";x\n").encode("utf-8", "surrogatepass"),
    "goed.csv": lambda: b"naam;gemeente\nWijk;Stad\n",
    "goed.mp3": lambda: b"ID3\x04" + b"\x00" * 400,
    "goed.xlsx": xlsx,
    "goed.pdf": lambda: bestanden.pdf("Een blad over vallen"),
    "goed.docx": lambda: bestanden.docx(bestanden.docx_alinea("Een brief over vallen")),
    "goed.png": beeld,
}


@cache
def bestand(naam: str) -> bytes:
    return BESTANDEN[naam]()
