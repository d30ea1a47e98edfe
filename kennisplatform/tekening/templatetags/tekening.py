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
from kennisplatform.tekening.notitie import neem_over, noteer, toont
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
        if getattr(context.get("request"), "is_preview", False):
            return self.nodelist.render(context)  # of a draft, which has the key of what is published
        with noteer() as notitie:  # what the values themselves hang on, such as somebody's name
            waarden = [waarde.resolve(context) for waarde in self.waarden]
        dingen = [waarde.dingnaam for waarde in waarden if hasattr(waarde, "dingnaam")]

        def teken() -> str:
            toont(*dingen)
            neem_over(frozenset(notitie.dingen), notitie.tot)
            return self.nodelist.render(context)

        sleutel = ":".join(str(getattr(waarde, "dingnaam", waarde)) for waarde in waarden)
        return stuk(f"stuk:{get_language()}:{sleutel}", teken)


@register.tag("bewaar")
def bewaar(parser: Parser, token: Token) -> BewaarNode:
    """Only for what is the same for every reader of these values, in the page's language.

    A value with a `dingnaam`, such as a page, stands for itself as it is published: the part is drawn again when that
    changes.
    """
    waarden = [parser.compile_filter(deel) for deel in token.split_contents()[1:]]
    nodelist = parser.parse(("eindbewaar",))
    parser.delete_first_token()
    return BewaarNode(nodelist, waarden)
