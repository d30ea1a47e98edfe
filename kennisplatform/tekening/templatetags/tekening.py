"""`{% eigen_plek "name" %}`: here comes what is somebody's own.
`{% bewaar "name" a b %}…{% eindbewaar %}`: drawn once for these values.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from kennisplatform.tekening import plekken
from kennisplatform.tekening.stukken import stuk

register = template.Library()


@register.simple_tag(takes_context=True)
def eigen_plek(context: dict[str, Any], naam: str, argument: object = "") -> SafeString:
    """Nothing on an error page, which has no request."""
    if "request" not in context:
        return SafeString()
    return mark_safe(plekken.teken(context["request"], naam, str(argument)))  # what our own templates drew


class BewaarNode(template.Node):
    def __init__(self, nodelist: NodeList, waarden: list[FilterExpression]) -> None:
        self.nodelist, self.waarden = nodelist, waarden

    def render(self, context: template.Context) -> SafeString:
        sleutel = ":".join(str(waarde.resolve(context)) for waarde in self.waarden)
        return stuk(f"stuk:{get_language()}:{sleutel}", lambda: self.nodelist.render(context))


@register.tag("bewaar")
def bewaar(parser: Parser, token: Token) -> BewaarNode:
    """Only for what is the same for every reader of these values, in the page's language."""
    waarden = [parser.compile_filter(deel) for deel in token.split_contents()[1:]]
    nodelist = parser.parse(("eindbewaar",))
    parser.delete_first_token()
    return BewaarNode(nodelist, waarden)
