"""What a saved search finds, for the block that shows it."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import get_language

from kennisplatform.basis import collectie

register = template.Library()


@register.simple_tag(takes_context=True)
def vindt(context: dict[str, Any], waarde: Any) -> collectie.Collectievondst:
    """For a reader of this page, without the page itself."""
    hier = getattr(context.get("page"), "pk", 0)
    return collectie.vindt(waarde, get_language() or "nl", zonder=f"pagina:{hier}")
