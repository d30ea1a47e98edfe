"""Starts the reader for one file and waits for its answer, whatever happens to it."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

WORTEL: Final = str(Path(__file__).resolve().parents[3])
LEZER: Final = f"import sys; sys.path.append({WORTEL!r}); from kennisplatform.basis.documenten import lezen; "
LEES, BEKIJK = LEZER + "lezen.antwoord()", LEZER + "lezen.antwoord(lezen.bekijk)"
MAX_BYTES: Final = 50_000_000  # of the file itself
WACHT: Final = 40  # seconds; the reader ends itself before that
MAX_ANTWOORD: Final = 10_000_000
HAP: Final = 1_000_000


@dataclass(frozen=True)
class Lezing:
    tekst: str = ""
    reden: str = ""  # a code of models.bestandstekst.Reden
    vingerafdruk: str = ""
    grootte: int | None = None


def lees(bron: IO[bytes]) -> Lezing:
    """Copies the file first: a storage elsewhere has no file handle to give away, and the size is not taken on trust."""
    with tempfile.TemporaryFile() as kopie:
        som, grootte = hashlib.sha1(usedforsecurity=False), 0
        while stuk := bron.read(HAP):
            grootte += len(stuk)
            if grootte > MAX_BYTES:
                return Lezing(reden="te_groot")
            som.update(stuk)
            kopie.write(stuk)
        kopie.seek(0)
        antwoord = _start(kopie, LEES)
    return Lezing(antwoord.get("tekst", ""), antwoord.get("reden", ""), som.hexdigest(), grootte)


def reden_onleesbaar(bron: IO[bytes]) -> str:
    """Why who gets this document can't read it, as far as a look tells; '' where nothing does. It stands at its beginning
    afterwards.
    """
    bron.seek(0)
    with tempfile.TemporaryFile() as kopie:
        shutil.copyfileobj(bron, kopie)
        bron.seek(0)
        kopie.seek(0)
        return _start(kopie, BEKIJK).get("reden", "")


def _start(kopie: IO[bytes], opdracht: str) -> dict[str, str]:
    """-I and an empty environment: no secrets, no settings, no code but this room's and the packages'."""
    with tempfile.TemporaryFile() as uit:
        try:
            klaar = subprocess.run(
                [sys.executable, "-I", "-c", opdracht],
                stdin=kopie,
                stdout=uit,
                stderr=subprocess.DEVNULL,
                env={},
                timeout=WACHT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return {"reden": "te_lang"}
        if klaar.returncode < 0:  # killed: by its own clock (ALRM, XCPU) or for what it asked of the machine
            return {"reden": "te_lang" if -klaar.returncode in _KLOK else "te_zwaar"}
        uit.seek(0)
        try:
            return json.loads(uit.read(MAX_ANTWOORD))
        except ValueError:
            return {"reden": "te_zwaar"}  # out of memory where nothing could be caught


_KLOK: Final = {9, 14, 24}  # SIGKILL follows SIGXCPU when both limits are the same
