"""`{% uitgelegd title %}…{% einduitgelegd %}`: difficult words in what stands between get their note."""

from __future__ import annotations

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token

from kennisplatform.preventie.woorden import verklaar

register = template.Library()


class Uitgelegd(template.Node):
    def __init__(self, nodelist: NodeList, titel: FilterExpression) -> None:
        self.nodelist, self.titel = nodelist, titel

    def render(self, context: template.Context) -> str:
        return verklaar(self.nodelist.render(context), str(self.titel.resolve(context)))


@register.tag
def uitgelegd(parser: Parser, token: Token) -> Uitgelegd:
    _naam, titel = token.split_contents()
    inhoud = parser.parse(("einduitgelegd",))
    parser.delete_first_token()
    return Uitgelegd(inhoud, parser.compile_filter(titel))
