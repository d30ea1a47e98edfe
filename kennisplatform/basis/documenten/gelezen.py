"""What a reader of a document gives, and why it gives nothing. Runs in the reader's own process: no Django here."""

from __future__ import annotations

from typing import Final

MB: Final = 1_000_000
MAX_TEKENS: Final = 200_000


class NietGelezen(Exception):
    """Carries the code of the reason; its Dutch words are in models/bestandstekst.py."""


class Genoeg(Exception):
    """There is as much text as is kept."""


class Tekst:
    """Pieces of text, up to what is kept."""

    def __init__(self) -> None:
        self.delen: list[str] = []
        self.lengte = 0
        self.mist = ""  # code of the reason why some of it is not among them

    def bij(self, deel: str) -> None:
        self.delen.append(deel)
        self.lengte += len(deel)
        if self.lengte > MAX_TEKENS:
            raise Genoeg

    def __str__(self) -> str:
        return "".join(self.delen)
