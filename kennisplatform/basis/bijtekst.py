"""Text that belongs to a page without being in it, such as what people asked below. A higher room brings it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Bijtekst:
    """`geef(page id)` is plain text that everybody may read: it becomes part of the page's search document."""

    naam: str
    geef: Callable[[int], str]


def van(pagina_id: int) -> str:
    return "\n".join(tekst for bron in gebracht(Bijtekst) if (tekst := bron.geef(pagina_id)))
