"""Text that belongs to a page without being in it, such as what people asked below. A higher room brings it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, get_page_models

from kennisplatform.kamers import gebracht
from kennisplatform.zoeken.wachtrij import zet_in_wachtrij


@dataclass(frozen=True)
class Bijtekst:
    """`geef(page)` is plain text that everybody may read: it becomes part of the page's search document."""

    naam: str
    geef: Callable[[Any], str]


def van(pagina: Page) -> str:
    return "\n".join(tekst for bron in gebracht(Bijtekst) if (tekst := bron.geef(pagina)))


def opnieuw(*zoeksoorten: str) -> None:
    """Text of a room changed that stands on pages of these kinds: they are taken up again."""
    modellen = [model for model in get_page_models() if getattr(model, "zoeksoort", "") in zoeksoorten]
    zet_in_wachtrij({f"pagina:{pk}" for model in modellen for pk in model.objects.values_list("pk", flat=True)})
