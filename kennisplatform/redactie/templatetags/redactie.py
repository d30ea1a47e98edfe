"""What screens and letters of the editors ask for."""

from __future__ import annotations

from typing import Any

from django import template
from wagtail.models import Page

from kennisplatform.redactie.nakijken import Nakijkopmerking, laatste_tekst, opmerking_bij

register = template.Library()


@register.simple_tag
def laatste_opmerking(pagina: Page) -> Nakijkopmerking | None:
    return opmerking_bij(pagina)


@register.simple_tag
def tekst_bij_besluit(pagina: Page) -> str:
    return laatste_tekst(pagina)


@register.simple_tag
def indiener(pagina: Page) -> Any:
    """Who asks for the review."""
    stand = pagina.current_workflow_state
    return stand.requested_by if stand else None
