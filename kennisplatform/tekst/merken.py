"""How files begin that nobody asks for and people send all the same: whoever knows what it is can say what to do."""

from __future__ import annotations

import re
from typing import Final

# (where, what stands there, the kind of Bestandssoort)
BEGINNEN: Final[tuple[tuple[int, bytes, str], ...]] = (
    *((4, b"ftyp" + soort, "geluid") for soort in (b"M4A", b"M4B")),
    (4, b"ftypcrx", "ruw_beeld"),
    *((4, b"ftyp" + soort, "film") for soort in (b"qt", b"mp4", b"isom", b"iso2", b"avc1", b"M4V", b"3gp", b"MSNV")),
    (0, b"\x1a\x45\xdf\xa3", "film"),
    # MP3 with and without a label; a list may begin with a column that is called ID3.
    *((0, merk, "geluid") for merk in (b"ID3\x02", b"ID3\x03", b"ID3\x04", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    (0, b"OggS", "geluid"),
    (0, b"fLaC", "geluid"),
    (8, b"WAVEfmt", "geluid"),
    (0, b"L\x00\x00\x00\x01\x14\x02\x00", "snelkoppeling"),
    (0, b"[InternetShortcut]", "snelkoppeling"),
    (0, b'{"url":"https://docs.google.com', "snelkoppeling"),
    (0, b'{"url": "https://docs.google.com', "snelkoppeling"),
    (0, b"\x00\x05\x16\x07", "hulpbestand"),  # what a Mac lays beside a file on a disk of Windows
    (0, b"8BPS", "ruw_beeld"),
    (0, b"\x00\x00\x00\x0cjP  ", "ruw_beeld"),
    (0, b"\x00\x00\x00\x0cJXL ", "ruw_beeld"),
    (0, b"\xff\x0a", "ruw_beeld"),
)
# A mail as a program saves it: two or more of its headers, whichever come first.
_BRIEFKOP: Final = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|X-[\w-]+): \S", re.MULTILINE
)
# A list may begin with a column that is called ID as well.
_SYLK: Final = re.compile(rb"ID;P[^\r\n]*\r?\n[BCFOP];")
_GEEN_BRIEF: Final = re.compile(rb"^Content-Type: (?:multipart/related|text/html)", re.MULTILINE | re.IGNORECASE)


def soort(begin: bytes) -> str:
    """'' where nothing here tells."""
    for plek, merk, wat in BEGINNEN:
        if begin.startswith(merk, plek):
            return wat
    if begin.startswith(b"MIME-Version:") and _GEEN_BRIEF.search(begin) and b"\nFrom: " not in begin:
        return "webpagina"  # 'single file web page', which Word calls .doc
    if _SYLK.match(begin):
        return "sylk"
    regels = begin.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
    return "brief" if len(_BRIEFKOP.findall(regels)) >= 3 and _BRIEFKOP.match(begin) else ""


def pak(namen: list[str], wat: bytes) -> str:
    """Of a zip: by its parts, and by what it says it is (`mimetype`)."""
    if any(naam.endswith(".iwa") for naam in namen) or {"index.apxl", "index.xml.gz"} & set(namen):
        return "apple"
    if b"opendocument.presentation" in wat:
        return "odp"
    return "boek" if b"epub" in wat else ""


def ole(inhoud: bytes) -> str:
    """Of the container of before 2007."""
    for naam, wat in (("__substg1.0_", "brief"), ("PowerPoint Document", "oud_powerpoint")):
        if naam.encode("utf-16-le") in inhoud:
            return wat
    return ""
