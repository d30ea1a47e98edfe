"""Parts of a translated page that are still Dutch say so: a screen reader would read them as the page's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EntitySubstitution
from bs4.element import NavigableString
from bs4.formatter import HTMLFormatter
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from kennisplatform.basis.taal import nieuwere
from kennisplatform.redactie.nieuwer import loopt_achter
from kennisplatform.tekening.notitie import in_plaats_van

NEDERLANDS = "nl"
IS_VERTALING = _("Dit is een vertaling. Wijzig de Nederlandse pagina: dan gaat het mee bij ‘Vertalingen bijwerken’.")
OVERSLAAN = ("script", "style", "title")


class ZoalsHetStond(HTMLFormatter):
    """Attributes in their own order, elements without an end as HTML writes them."""

    def attributes(self, tag: Tag) -> Iterable[tuple[str, Any]]:
        return tag.attrs.items()


ZOALS_HET_STOND = ZoalsHetStond(entity_substitution=EntitySubstitution.substitute_xml, void_element_close_prefix="")


def vertaling_van(pagina: Page) -> Translation | None:
    return Translation.objects.filter(
        source__object_id=pagina.translation_key, target_locale_id=pagina.locale_id, enabled=True
    ).first()


def volgt_het_nederlands(pagina: Page) -> bool:
    """Whose fields are taken from the Dutch page each time it is published: what is written on it alone would be lost."""
    return pagina.locale.language_code != NEDERLANDS and vertaling_van(pagina) is not None


def onvertaald(vertaling: Translation) -> list[str]:
    """Parts that have no translation yet, in the order of the page; an address is nobody's text."""
    delen = StringSegment.objects.filter(source_id=vertaling.source_id).annotate_translation(vertaling.target_locale)
    over = delen.filter(translation__isnull=True).exclude(context__path="slug").order_by("order")
    return list(over.values_list("string__data", flat=True))


def brontekst(vertaling: Translation) -> set[str]:
    """All that the source says, as readers see it: what of it stands on the translated page is still Dutch."""
    delen = StringSegment.objects.filter(source_id=vertaling.source_id).order_by()
    return kaal(delen.values_list("string__data", flat=True))


def kaal(teksten: Iterable[str]) -> set[str]:
    regels = (" ".join(regel.split()) for tekst in teksten for regel in strip_tags(tekst).splitlines())
    return {regel for regel in regels if any(teken.isalpha() for teken in regel)}


def bij_het_tonen(verder: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    def toon(page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]) -> HttpResponse:
        if page.locale.language_code == NEDERLANDS:
            return verder(page, request, args, kwargs)
        with in_plaats_van(f"pagina:{page.pk}", f"vertaling:{page.translation_key}"):
            vertaling = vertaling_van(page)
            teksten = brontekst(vertaling) if vertaling else set()
            achter = vertaling is not None and loopt_achter(page, vertaling)
            page.nederlands_is_nieuwer = nieuwere(page.locale.language_code) if achter else None
        antwoord = verder(page, request, args, kwargs)
        if teksten and isinstance(antwoord, TemplateResponse):
            antwoord.add_post_render_callback(lambda klaar: merk(klaar, teksten))
        return antwoord

    return toon


def merk(antwoord: HttpResponse, teksten: set[str]) -> HttpResponse:
    boom = BeautifulSoup(antwoord.content.decode(), "html.parser")
    romp = boom.find("main")
    if not isinstance(romp, Tag):
        return antwoord
    for tekst in romp.find_all(string=True):
        if isinstance(tekst, NavigableString) and " ".join(tekst.split()) in teksten:
            _zet(tekst.parent, tekst, boom)
    antwoord.content = boom.decode(formatter=ZOALS_HET_STOND).encode()
    return antwoord


def _zet(om: Tag | None, tekst: NavigableString, boom: BeautifulSoup) -> None:
    """On its own element; where that holds more, in one around it."""
    if om is None or om.name in OVERSLAAN or om.find_parent(lang=NEDERLANDS) or om.get("lang") == NEDERLANDS:
        return
    if om.get_text().split() == tekst.split() and om.name not in ("main", "body"):
        om["lang"], om["dir"] = NEDERLANDS, "ltr"
    else:
        tekst.wrap(boom.new_tag("span", attrs={"lang": NEDERLANDS, "dir": "ltr"}))
