"""`{% ldjson page %}`: what the page says of itself to other programs. Data, no script: nothing runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from kennisplatform.preventie import schema
from kennisplatform.preventie.models import Artikel, Module, Routepagina

register = template.Library()
MAKERS: Final[dict[type, Callable[[Any, HttpRequest], list[schema.Blad]]]] = {
    Artikel: schema.artikel,
    Routepagina: schema.stappen,
    Module: schema.stappen,
}
# As Django's json_script: what could end the element is written otherwise.
_VEILIG: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def ldjson(context: template.Context, pagina: Any) -> SafeString:
    if pagina.pk is None:  # a draft that was never kept
        return SafeString("")
    bladen = MAKERS[type(pagina)](pagina, context["request"])
    tekst = json.dumps(bladen, ensure_ascii=False, separators=(",", ":")).translate(_VEILIG)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(tekst))  # escaped above
