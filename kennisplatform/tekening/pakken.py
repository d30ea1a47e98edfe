"""A page packed once, in the two ways that browsers unpack."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from typing import Final

import brotli

KLEIN: Final = 400  # bytes; below this, packing costs more than it saves
GROOT: Final = 100_000  # bytes; above this, a calendar of hundreds, effort costs more than it saves
GZIP, BROTLI = 6, 5  # where more effort buys little


@dataclass(frozen=True)
class Pak:
    gzip: bytes
    brotli: bytes
    merk: str  # what If-None-Match asks for

    def geef(self, aanvaardt: str) -> tuple[bytes, str]:
        """The bytes for who accepts these encodings, and the name of the one it got ('' for none)."""
        if "br" in aanvaardt and self.brotli:
            return self.brotli, "br"
        if "gzip" in aanvaardt:
            return self.gzip, "gzip"
        return self.kaal, ""

    @property
    def kaal(self) -> bytes:
        return gzip.decompress(self.gzip)

    @property
    def maat(self) -> int:
        return len(self.gzip) + len(self.brotli)


def pak(inhoud: bytes, *, voor_buiten: bool = True) -> Pak:
    """`voor_buiten`: to be sent; else it only takes less room here."""
    if not voor_buiten:
        return Pak(gzip.compress(inhoud, 1, mtime=0), b"", "")
    merk = hashlib.blake2b(inhoud, digest_size=12).hexdigest()
    moeite = (1, 1) if len(inhoud) > GROOT else (GZIP, BROTLI)
    samen = brotli.compress(inhoud, mode=brotli.MODE_TEXT, quality=moeite[1])
    # No moment in it: the same page is the same bytes in every process.
    return Pak(gzip.compress(inhoud, moeite[0], mtime=0), samen, merk)
