"""Parts of a translated page that are still Dutch say so, and so does the page below its title.

A screen reader would read them as the page's language, and Dutch from right to left puts its full stops in front.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EntitySubstitution
from bs4.element import NavigableString
from bs4.formatter import HTMLFormatter
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from kennisplatform.basis.invullen import vul
from kennisplatform.basis.taal import deels_nederlands, nieuwere
from kennisplatform.redactie.nieuwer import loopt_achter
from kennisplatform.tekening.notitie import in_plaats_van

NEDERLANDS = "nl"
IS_VERTALING = _("Dit is een vertaling. Wijzig de Nederlandse pagina: dan gaat het mee bij ‘Vertalingen bijwerken’.")
OVERSLAAN = ("script", "style", "title")
ZIN = 5  # words
ZACHT = "\u00ad"  # where a long word may break; no editor typed it


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


def paginatekst(pagina: Page) -> set[str]:
    """All that the Dutch page says now, facts filled in: a page that was copied and not translated has no source."""
    nederlands = (
        type(pagina).objects.filter(translation_key=pagina.translation_key, locale__language_code=NEDERLANDS).first()
    )
    waarden = (getattr(nederlands, veld.attname) for veld in pagina._meta.concrete_fields) if nederlands else ()
    ruw = (list(waarde.raw_data) if isinstance(waarde, StreamValue) else waarde for waarde in waarden)
    return kaal(vul(tekst) for waarde in ruw for tekst in _teksten(waarde))


def _teksten(waarde: Any) -> Iterator[str]:
    """What a field says; of a stream not what its blocks are called, which may be a word of another language."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, Mapping):
        for deel in [waarde["value"]] if {"type", "value"} <= waarde.keys() else waarde.values():
            yield from _teksten(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _teksten(deel)


def kaal(teksten: Iterable[str]) -> set[str]:
    regels = (_glad(regel) for tekst in teksten for regel in strip_tags(tekst).splitlines())
    return {regel for regel in regels if any(teken.isalpha() for teken in regel)}


def _glad(tekst: str) -> str:
    return " ".join(tekst.replace(ZACHT, "").split())


def bij_het_tonen(verder: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    def toon(page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]) -> HttpResponse:
        if page.locale.language_code == NEDERLANDS:
            return verder(page, request, args, kwargs)
        with in_plaats_van(f"pagina:{page.pk}", f"vertaling:{page.translation_key}"):
            vertaling = vertaling_van(page)
            teksten = paginatekst(page) | (brontekst(vertaling) if vertaling else set())
            achter = vertaling is not None and loopt_achter(page, vertaling)
            page.nederlands_is_nieuwer = nieuwere(page.locale.language_code) if achter else None
        antwoord = verder(page, request, args, kwargs)
        if teksten and isinstance(antwoord, TemplateResponse):
            taal = page.locale.language_code
            antwoord.add_post_render_callback(lambda klaar: merk(klaar, teksten, deels_nederlands(taal)))
        return antwoord

    return toon


def merk(antwoord: HttpResponse, teksten: set[str], zin: str) -> HttpResponse:
    """`zin`: below the title, when any of these texts stands on the page."""
    boom = BeautifulSoup(antwoord.content.decode(), "html.parser")
    romp = boom.find("main")
    if not isinstance(romp, Tag):
        return antwoord
    gemerkt = [deel for deel in _delen(romp) if _tekst(deel) in teksten and _merkbaar(deel)]
    for deel in gemerkt:
        deel["lang"], deel["dir"] = NEDERLANDS, "ltr"
    for tekst in romp.find_all(string=True):
        if isinstance(tekst, NavigableString) and _glad(tekst) in teksten and _merkbaar(tekst.parent):
            gemerkt.append(tekst.wrap(boom.new_tag("span", attrs={"lang": NEDERLANDS, "dir": "ltr"})))
    titel = romp.find("h1")
    if isinstance(titel, Tag) and any(deel is not titel and _is_zin(deel) for deel in gemerkt):
        melding = boom.new_tag("p", attrs={"class": "melding", "role": "note"})
        melding.string = zin
        titel.insert_after(melding)
    antwoord.content = boom.decode(formatter=ZOALS_HET_STOND).encode()
    return antwoord


def _delen(om: Tag) -> Iterator[Tag]:
    """Every element in it, without the notes of difficult words, which stand in the middle of a sentence."""
    for deel in om.children:
        if isinstance(deel, Tag) and not _is_uitleg(deel):
            yield deel
            yield from _delen(deel)


def _is_uitleg(deel: Tag) -> bool:
    return deel.name == "span" and deel.get("role") == "note"


def _tekst(deel: Tag) -> str:
    """What it says without those notes."""
    return _glad("".join(_woorden(deel)))


def _woorden(om: Tag) -> Iterator[str]:
    for deel in om.children:
        if isinstance(deel, NavigableString):
            yield deel
        elif isinstance(deel, Tag) and not _is_uitleg(deel):
            yield from _woorden(deel)


def _is_zin(deel: Tag) -> bool:
    """Not a name or the title of a source, which are Dutch on a page that is translated as a whole too."""
    return len(_tekst(deel).split()) >= ZIN and not deel.find_parent("section", attrs={"aria-labelledby": "bronnen"})


def _merkbaar(om: Tag | None) -> bool:
    if om is None or om.name in OVERSLAAN or om.get("lang") or om.name in ("main", "body"):
        return False
    return not om.find_parent(lang=NEDERLANDS)
