"""Where uploaded files lie, under names that a disk takes."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from django.core.files.storage import FileSystemStorage

LANGST: Final = 180  # bytes of 255: what makes a name unique, or says of which size a picture is, still fits behind it


class Opslag(FileSystemStorage):
    """Django counts letters; a disk counts bytes, and an 'é' is two of those, a sign of Chinese three."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return super().get_available_name(ingekort(name), max_length)


def ingekort(naam: str) -> str:
    pad = PurePosixPath(naam)
    achter = pad.suffix if len(pad.suffix.encode()) < LANGST // 2 else ""
    stam = pad.name.removesuffix(achter).encode()
    if len(stam) + len(achter.encode()) <= LANGST:
        return naam
    return str(pad.with_name(stam[: LANGST - len(achter.encode())].decode(errors="ignore") + achter))
