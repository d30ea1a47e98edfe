"""A page packed once, in the two ways that browsers unpack."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import brotli

KLEIN: Final = 400  # bytes; below this, packing costs more than it saves
GROOT: Final = 100_000  # bytes; above this, a calendar of hundreds, effort costs more than it saves
GZIP, BROTLI, SNEL = 6, 5, 1  # where more effort buys little, and the least of brotli


@dataclass(frozen=True)
class Pak:
    """`br`: packed for browsers, nearly all of which take brotli; gzip is made for the first that does not."""

    inhoud: bytes
    br: bool
    merk: str  # what If-None-Match asks for

    def geef(self, aanvaardt: str) -> tuple[bytes, str]:
        """The bytes for who accepts these encodings, and the name of the one it got ('' for none)."""
        if "br" in aanvaardt and self.br:
            return self.inhoud, "br"
        if "gzip" in aanvaardt:
            return self.gzip, "gzip"
        return self.kaal, ""

    @cached_property
    def gzip(self) -> bytes:
        # No moment in it: the same page is the same bytes in every process.
        return gzip.compress(self.kaal, GZIP, mtime=0) if self.br else self.inhoud

    @property
    def kaal(self) -> bytes:
        return brotli.decompress(self.inhoud) if self.br else gzip.decompress(self.inhoud)

    @property
    def maat(self) -> int:
        return 2 * len(self.inhoud) if self.br else len(self.inhoud)  # with the gzip copy that may come


def pak(inhoud: bytes, *, voor_buiten: bool = True) -> Pak:
    """`voor_buiten`: to be sent; else it only takes less room here."""
    if not voor_buiten:
        return Pak(gzip.compress(inhoud, 1, mtime=0), br=False, merk="")
    merk = hashlib.blake2b(inhoud, digest_size=12).hexdigest()
    moeite = SNEL if len(inhoud) > GROOT else BROTLI
    return Pak(brotli.compress(inhoud, mode=brotli.MODE_TEXT, quality=moeite), br=True, merk=merk)
