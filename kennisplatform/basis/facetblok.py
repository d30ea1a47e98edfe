"""The values of a filter as HTML. Drawn here and not in a template: a list has 150, which was a quarter of its time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kennisplatform.basis import schil
from kennisplatform.basis.facetten import BEWAARD, Facetkeuze, Facetlijst

KEUZE = (
    '<li><label><input type="checkbox" id="f-%s-%s" name="%s" value="%s"%s><span>%s</span>'
    '<span class="aantal">%s</span></label></li>'
)
GROEP = '<fieldset><legend class="onzichtbaar">%s</legend><ul>%s</ul>%s%s</fieldset>'
MEER = (
    '<details class="meer" id="meer-%s"><summary>%s<span class="onzichtbaar"> %s</span></summary><ul>%s</ul></details>'
)
KNOP = '<button class="knop balkknop">%s</button>'


def facetgroep(facet: Facetlijst, knop: bool = False) -> SafeString:
    """The values of one filter, the first of them at once; `knop`: with a button of its own, in a bar of filters."""
    # A chosen value carries an address of this moment: drawn, not kept.
    teken = _groep.__wrapped__ if facet.gekozen else _groep
    return teken(facet.naam, facet.titel, facet.keuzes, knop, get_language())


@lru_cache(maxsize=BEWAARD)
def _groep(naam: str, titel: str, keuzes: tuple[Facetkeuze, ...], knop: bool, _taal: str | None) -> SafeString:
    facet, rest, toon = Facetlijst(naam, titel, keuzes), "", ""
    if facet.rest:
        alle = conditional_escape(schil.eigen_zin(_("Toon alle %(n)s"), n=len(keuzes)))
        rest = MEER % (escape(naam), alle, _eigen(titel), _vakjes(naam, facet.rest))
    if knop:
        toon = KNOP % _eigen(_("Toon"))
    return mark_safe(GROEP % (_eigen(titel), _vakjes(naam, facet.eerste), rest, toon))  # every piece escaped


def _vakjes(facet: str, keuzes: Sequence[Facetkeuze]) -> str:
    naam = escape(facet)
    return "".join(
        KEUZE
        % (
            naam,
            _slug(k.code),
            naam,
            escape(k.code),
            " checked" if k.gekozen else "",
            _eigen(k.label),
            localize(k.aantal) if k.aantal > 999 else k.aantal,
        )
        for k in keuzes
    )


def _eigen(label: str) -> str:
    return conditional_escape(schil.eigen_label(label))


@lru_cache(maxsize=4096)
def _slug(code: str) -> str:
    return slugify(code)
