"""Reads the text of one PDF, DOCX or ODT. Run as a script: the file on stdin, the answer as JSON on stdout.

A process of its own, without Django, settings or secrets: a file that takes all memory, hangs or breaks a parser
takes this process along and nothing else. What the file is, its content says; its name is not even known here.
"""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Final
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

MB: Final = 1_000_000
MAX_GEHEUGEN: Final = 512 * MB
MAX_CPU: Final = 20  # seconds
MAX_TIJD: Final = 30  # seconds on the clock, after which the process ends itself
GENOEG_TIJD: Final = 12  # seconds after which a long document has been read far enough
MAX_BLADZIJDEN: Final = 500
MAX_TEKENS: Final = 200_000
MAX_XML: Final = 50 * MB  # of one part of a DOCX or ODT, unpacked
MAX_DELEN: Final = 5_000  # parts of a DOCX or ODT
MIN_LETTERS: Final = 10  # a scan with a page number is no text
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
VERBINDINGEN: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xAD: None}


class NietGelezen(Exception):
    """Carries the code of the reason; its Dutch words are in models/bestandstekst.py."""


class Genoeg(Exception):
    """There is as much text as is kept."""


class Tekst:
    """Pieces of text, up to what is kept."""

    def __init__(self) -> None:
        self.delen: list[str] = []
        self.lengte = 0

    def bij(self, deel: str) -> None:
        self.delen.append(deel)
        self.lengte += len(deel)
        if self.lengte > MAX_TEKENS:
            raise Genoeg

    def __str__(self) -> str:
        return "".join(self.delen)


def begrens() -> None:
    """From here on this process can not take the machine along. Set here, not before the start: that forks threads."""
    for wat, grens in (
        (resource.RLIMIT_AS, MAX_GEHEUGEN),
        (resource.RLIMIT_CPU, MAX_CPU),
        (resource.RLIMIT_FSIZE, 10 * MB),  # the answer is all that it writes
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(wat, (grens, grens))
    signal.alarm(MAX_TIJD)  # also when the process that started this one is gone


# --- PDF


def lees_pdf(bestand: IO[bytes], tekst: Tekst) -> None:
    from pypdf import PdfReader  # noqa: PLC0415  half a second that other kinds need not pay

    lezer = PdfReader(bestand)
    if lezer.is_encrypted and not lezer.decrypt(""):
        raise NietGelezen("op_slot")
    einde, gelukt, bladzijden = time.monotonic() + GENOEG_TIJD, 0, len(lezer.pages)
    for nummer in range(bladzijden):
        if nummer >= MAX_BLADZIJDEN or time.monotonic() > einde:
            raise Genoeg
        try:
            blad = lezer.pages[nummer].extract_text()
        except MemoryError:
            raise
        except Exception:
            continue  # one broken page does not take the others along
        gelukt += 1
        tekst.bij(f"{blad}\n")
    if bladzijden and not gelukt:
        raise NietGelezen("stuk")


# --- DOCX and ODT: parts of a zip, read as a stream


class Verzamelaar(ContentHandler):
    """Text inside `tekst` elements, a line per `regel`; nothing of what hides inside `over`."""

    def __init__(self, doel: Tekst, tekst: set[str], over: set[str]) -> None:
        super().__init__()
        self.doel, self.tekst, self.over = doel, tekst, over
        self.diep = self.verborgen = 0

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: object) -> None:
        naam = name[1]
        self.verborgen += naam in self.over
        self.diep += naam in self.tekst
        if naam in {"tab", "br", "s", "line-break"} and not self.verborgen:
            self.doel.bij(" ")

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:
        naam = name[1]
        if naam in {"p", "h"} and not self.verborgen:
            self.doel.bij("\n")
        self.diep -= naam in self.tekst
        self.verborgen -= naam in self.over

    def characters(self, content: str) -> None:
        if self.diep and not self.verborgen:
            self.doel.bij(content)


class Begrensd:
    """A part of a zip that may say it is small and is not."""

    def __init__(self, bestand: IO[bytes]) -> None:
        self.bestand, self.over = bestand, MAX_XML

    def read(self, aantal: int = -1) -> bytes:
        stuk = self.bestand.read(min(aantal, 65_536) if aantal >= 0 else 65_536)
        self.over -= len(stuk)
        if self.over < 0:
            raise NietGelezen("te_groot")
        return stuk

    def close(self) -> None:
        self.bestand.close()


def lees_deel(pak: zipfile.ZipFile, naam: str, verzamelaar: Verzamelaar) -> None:
    from defusedxml.expatreader import DefusedExpatParser  # noqa: PLC0415  as above

    deel = pak.getinfo(naam)
    if deel.flag_bits & 0x1:
        raise NietGelezen("op_slot")
    if deel.file_size > MAX_XML:
        raise NietGelezen("te_groot")
    ontleder = DefusedExpatParser(namespaceHandling=1, forbid_dtd=True)
    ontleder.setContentHandler(verzamelaar)
    with pak.open(deel) as bestand:
        ontleder.parse(Begrensd(bestand))


def lees_docx(pak: zipfile.ZipFile, tekst: Tekst) -> None:
    """What a reader sees: the text with its notes. Deleted text ('delText') and comments are no part of it."""
    for naam in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        if naam in pak.NameToInfo:
            lees_deel(pak, naam, Verzamelaar(tekst, {"t"}, {"Fallback"}))


def lees_odt(pak: zipfile.ZipFile, tekst: Tekst) -> None:
    if "META-INF/manifest.xml" in pak.NameToInfo:
        with pak.open("META-INF/manifest.xml") as bestand:
            if b"encryption-data" in bestand.read(MB):
                raise NietGelezen("op_slot")
    over = {"tracked-changes", "annotation", "scripts"}
    lees_deel(pak, "content.xml", Verzamelaar(tekst, {"p", "h"}, over))


def zipsoort(bestand: IO[bytes]) -> tuple[str, Callable[[Tekst], None]]:
    try:
        pak = zipfile.ZipFile(bestand)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):  # the last: a packing that zipfile does not know
        raise NietGelezen("stuk") from None
    if len(pak.NameToInfo) > MAX_DELEN:
        raise NietGelezen("te_groot")
    if "word/document.xml" in pak.NameToInfo:
        return "docx", lambda tekst: lees_docx(pak, tekst)
    if "encrypted-package" in pak.NameToInfo:
        raise NietGelezen("op_slot")
    if "mimetype" in pak.NameToInfo and "content.xml" in pak.NameToInfo:
        with pak.open("mimetype") as soort:
            if soort.read(60).startswith(b"application/vnd.oasis.opendocument.text"):
                return "odt", lambda tekst: lees_odt(pak, tekst)
    raise NietGelezen("ander")


# --- together


def soort_van(bestand: IO[bytes]) -> tuple[str, Callable[[Tekst], None]]:
    begin = bestand.read(1024)
    bestand.seek(0)
    if b"%PDF-" in begin:
        return "pdf", lambda tekst: lees_pdf(bestand, tekst)
    if begin.startswith(b"PK\x03\x04"):
        return zipsoort(bestand)
    raise NietGelezen("oud_word" if begin.startswith(OLE) else "ander" if begin else "leeg")


def schoon(tekst: str) -> str:
    """One kind of space, words whole: ligatures apart, a word cut at the end of a line put together."""
    tekst = tekst.translate(VERBINDINGEN).encode("utf-8", "replace").decode()  # lone surrogates out
    tekst = re.sub(r"[^\S\n]+", " ", re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", tekst))
    tekst = re.sub(r"(?<=[a-zà-ÿ])[-‐] ?\n ?(?=[a-zà-ÿ])", "", tekst)
    return "\n".join(regel for regel in _regels(tekst) if regel)[:MAX_TEKENS]


def _regels(tekst: str) -> Iterator[str]:
    yield from (regel.strip() for regel in tekst.splitlines())


def lees(bestand: IO[bytes]) -> dict[str, str]:
    """{'soort', 'tekst', 'reden'}; without a reason all of it was read."""
    tekst, soort, reden = Tekst(), "", ""
    try:
        soort, lezer = soort_van(bestand)
        lezer(tekst)
    except Genoeg:
        reden = "deel"
    except NietGelezen as fout:
        return {"soort": soort, "tekst": "", "reden": str(fout)}
    except MemoryError:
        return {"soort": soort, "tekst": "", "reden": "te_zwaar"}
    except (SAXException, ValueError):  # defusedxml's errors are ValueErrors
        return {"soort": soort, "tekst": "", "reden": "stuk"}
    except Exception as fout:
        # pypdf tells by name only that it lacks the library for a newer lock.
        code = "op_slot" if type(fout).__name__ in {"DependencyError", "FileNotDecryptedError"} else "stuk"
        return {"soort": soort, "tekst": "", "reden": code}
    klaar = schoon(str(tekst))
    if sum(map(str.isalpha, klaar[:10_000])) < MIN_LETTERS:
        return {"soort": soort, "tekst": "", "reden": "leeg"}
    return {"soort": soort, "tekst": klaar, "reden": reden}


if __name__ == "__main__":
    begrens()
    antwoord = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not stand between the lines of the answer
    antwoord.write(json.dumps(lees(sys.stdin.buffer)).encode())
    antwoord.close()
