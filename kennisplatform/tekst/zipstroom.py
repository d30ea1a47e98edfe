"""A zip that goes out while it is made: the first bytes at once, never more than one piece of it in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator


class _Doorgeefluik(io.RawIOBase):
    """What was written and not yet taken. It can't go back, so that the zip writes each length behind its file."""

    def __init__(self) -> None:
        self._stukken: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        stuk = bytes(data)  # type: ignore[call-overload]  # whatever holds bytes, as RawIOBase has it
        self._stukken.append(stuk)
        return len(stuk)

    def neem(self) -> bytes:
        uit = b"".join(self._stukken)
        self._stukken.clear()
        return uit


def zipstroom(delen: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """Name of each file and its pieces → the zip's pieces, none empty."""
    luik = _Doorgeefluik()
    with zipfile.ZipFile(luik, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam, stukken in delen:
            with pak.open(naam, "w", force_zip64=True) as bestand:
                for stuk in stukken:
                    bestand.write(stuk)
                    if klaar := luik.neem():
                        yield klaar
    yield luik.neem()
