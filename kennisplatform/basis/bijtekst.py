"""Text that belongs to a page without being in it, such as what people asked below. A port: a higher room gives it.

Only what everybody may read: it becomes part of the page's search document.
"""

from __future__ import annotations

from collections.abc import Callable

Bijtekst = Callable[[int], str]  # page id → plain text

_bronnen: dict[str, Bijtekst] = {}


def registreer(naam: str, geef: Bijtekst) -> None:
    """`naam` makes a second registration take the place of the first."""
    _bronnen[naam] = geef


def van(pagina_id: int) -> str:
    return "\n".join(tekst for geef in _bronnen.values() if (tekst := geef(pagina_id)))
