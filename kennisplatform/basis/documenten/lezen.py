"""Reads the text of one PDF, DOCX or ODT. The file on stdin, the answer as JSON on stdout.

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
from collections.abc import Callable, Iterator
from typing import IO, Any, Final

from kennisplatform.basis.documenten.gelezen import MAX_TEKENS, MB, Genoeg, NietGelezen, Tekst
from kennisplatform.basis.documenten.officetekst import zipsoort

MAX_GEHEUGEN: Final = 512 * MB
MAX_CPU: Final = 20  # seconds
MAX_TIJD: Final = 30  # seconds on the clock, after which the process ends itself
GENOEG_TIJD: Final = 12  # seconds after which a long document has been read far enough
MAX_BLADZIJDEN: Final = 500
EERSTE: Final = 3  # of what is only looked at
MIN_LETTERS: Final = 10  # a scan with a page number is no text
KORT: Final = 2_000  # letters of a cover sheet
WACHT_EVEN: Final = re.compile(r"Please\s+wait|Een\s+ogenblik\s+geduld|Wacht(?:en)?\s+u?\s*\.\.\.", re.IGNORECASE)
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOTSEN: Final = frozenset(
    ["aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou", "ui", "uu"]
)  # two letters that would be one sound
VERBINDINGEN: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xAD: None}
# A word that goes on on the next line; not 'zorg- en welzijn'.
AFGEBROKEN: Final = re.compile(
    r"(?<=[a-zà-ÿ])[-‐] ?\n ?(?=[a-zà-ÿ])"
    r"(?!(?:en|of|tot|als|naar|noch|plus|versus|respectievelijk|resp|alsmede|alsook)\b)"
)


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


def _geopend(bestand: IO[bytes]) -> Any:
    """Raises NietGelezen."""
    from pypdf import PdfReader  # noqa: PLC0415  half a second that other kinds need not pay

    lezer = PdfReader(bestand)
    if lezer.is_encrypted and not lezer.decrypt(""):
        raise NietGelezen("op_slot")
    return lezer


def lees_pdf(bestand: IO[bytes], tekst: Tekst) -> None:
    lezer = _geopend(bestand)
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
    if waarom := _plaatsvervanger(lezer, str(tekst)):
        raise NietGelezen(waarom)


def _plaatsvervanger(lezer: Any, tekst: str) -> str:
    """A page that only says which program shows what is really in it; '' for a page that is what it is."""
    wortel = lezer.root_object
    if "/Collection" in wortel and len(tekst) < KORT:
        return "portfolio"
    formulier = wortel.get("/AcroForm")
    heeft_xfa = formulier is not None and "/XFA" in formulier.get_object()
    wacht = bool(wortel.get("/NeedsRendering")) or WACHT_EVEN.search(tekst[:2_000]) is not None
    return "xfa" if heeft_xfa and wacht else ""


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
    tekst = AFGEBROKEN.sub(_heel, tekst)
    return "\n".join(regel for regel in _regels(tekst) if regel)[:MAX_TEKENS]


def _heel(gevonden: re.Match[str]) -> str:
    """'e-mail' and 'auto-ongeluk' keep the hyphen that they have on one line as well."""
    voor, na = gevonden.string[max(0, gevonden.start() - 2) : gevonden.start()], gevonden.string[gevonden.end()]
    return "-" if voor[-1] + na in BOTSEN or not voor[:-1].isalpha() else ""


def losse_letters(tekst: str) -> bool:
    """Each letter was placed by itself, and where a word ends can't be told: 'k war t el v l i nder'."""
    woorden = re.findall(r"[^\W\d_]+", tekst[:20_000])
    return len(woorden) >= MIN_LETTERS and sum(len(woord) == 1 for woord in woorden) > len(woorden) * 0.4


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
    except Exception as fout:
        return {"soort": soort, "tekst": "", "reden": _waarom_niet(fout)}
    klaar = schoon(str(tekst))
    if soort == "pdf" and losse_letters(klaar):
        return {"soort": soort, "tekst": "", "reden": "letters"}
    if sum(map(str.isalpha, klaar[:10_000])) < MIN_LETTERS:
        return {"soort": soort, "tekst": "", "reden": tekst.mist or "leeg"}
    return {"soort": soort, "tekst": klaar, "reden": tekst.mist or reden}


def _waarom_niet(fout: Exception) -> str:
    if isinstance(fout, NietGelezen):
        return str(fout)
    if isinstance(fout, MemoryError):
        return "te_zwaar"
    # pypdf tells by name only that it lacks the library for a newer lock.
    return "op_slot" if type(fout).__name__ in {"DependencyError", "FileNotDecryptedError"} else "stuk"


def bekijk(bestand: IO[bytes]) -> dict[str, str]:
    """{'reden'}: why another than its maker can't read it; '' where nothing tells so. Of a PDF only its first pages."""
    tekst = Tekst()
    try:
        soort, lezer = soort_van(bestand)
        if soort == "pdf":
            _eerste_bladen(bestand)
        else:
            lezer(tekst)
    except Exception as fout:
        return {"reden": _waarom_niet(fout)}
    return {"reden": tekst.mist}


def _eerste_bladen(bestand: IO[bytes]) -> None:
    """Raises NietGelezen."""
    lezer = _geopend(bestand)
    begin = "\n".join(blad.extract_text() for blad in lezer.pages[:EERSTE])
    if waarom := _plaatsvervanger(lezer, begin):
        raise NietGelezen(waarom)


def antwoord(doe: Callable[[IO[bytes]], dict[str, str]] = lees) -> None:
    """The whole of the process: what was read, as JSON on stdout."""
    begrens()
    uit = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not stand between the lines of the answer
    uit.write(json.dumps(doe(sys.stdin.buffer)).encode())
    uit.close()
