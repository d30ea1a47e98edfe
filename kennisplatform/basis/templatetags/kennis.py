"""What templates ask for: points out of lines, a drawing's address, a page's address, the words of a facet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import escape

from django import template
from django.conf import settings
from django.contrib.messages.storage.base import Message
from django.db.models import Model
from django.http import HttpRequest
from django.template import Context, Engine, defaultfilters
from django.urls import reverse
from django.utils.formats import localize
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language, get_language_bidi, override
from wagtail.models import Page

from kennisplatform.basis import aanbouw as uitbouw
from kennisplatform.basis import eigenadres, facetblok, facetten, geld, ingangen, rijen, schil, taal, taalkeuze, velden
from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.bladeren import Filterkeuze
from kennisplatform.basis.formuliervorm import merk_van
from kennisplatform.basis.kaarten import Kaarten
from kennisplatform.basis.lettertypen import vooraf
from kennisplatform.basis.models.pagina import Buren, buren_van
from kennisplatform.basis.paginasoorten import secties
from kennisplatform.basis.plekken import argument
from kennisplatform.basis.straat import PALETTEN
from kennisplatform.basis.verwijzing import Verwijzing
from kennisplatform.basis.waaromzin import waaromzin
from kennisplatform.tekening import plekken

register = template.Library()
STANDAARDPALET = "zorgzame-buurt"
OPTIE = '<option value="%s"%s>\n%s (%s)\n</option>'
MELDINGTONEN = {"success": "goed", "error": "fout", "warning": "let-op"}

register.filter("regels", velden.regels)
register.filter("merk", taal.merk)
register.simple_tag(taal.merk_eigen)
register.filter("euro", geld.euro)
register.filter("waaromzin", waaromzin)


@register.filter
def meldingtoon(melding: Message) -> str:
    """How a message of Django is shown; one that only tells has no colour of its own."""
    return MELDINGTONEN.get(melding.level_tag, "")


@register.simple_tag
def straat(slug: str, thema: object = None, breed: int = 320) -> str:
    code = getattr(thema, "code", thema) or STANDAARDPALET
    return reverse("straat", args=[code if code in PALETTEN else STANDAARDPALET, breed, slug or "start"])


@register.simple_tag(takes_context=True)
def adres(context: dict, pagina: Page) -> str:
    """The page's path on this site; from its url_path and the cached root paths, so without a query."""
    if hasattr(pagina, "get_absolute_url"):
        return pagina.get_absolute_url()
    return pad_van(pagina, context.get("request"))


def pad_van(pagina: Page, request: HttpRequest | None) -> str:
    delen = pagina.get_url_parts(request)
    return (delen and delen[2]) or ""


@register.simple_tag
def kaarthtml(kaarten: Kaarten, niveau: int | str = 2) -> list[SafeString]:
    return kaarten.html(int(niveau or 2))


register.simple_tag(rijen.rijhtml)
register.simple_tag(facetblok.facetgroep)


@register.simple_tag
def opties(keuzes: Iterable[Filterkeuze]) -> SafeString:
    """Options of a select with their counts; drawn here, since a list of municipalities has hundreds."""
    rijen = [
        OPTIE % (escape(k.waarde), " selected" if k.gekozen else "", escape(k.label), localize(k.aantal))
        for k in keuzes
    ]
    return mark_safe("\n".join(rijen))  # every piece escaped above


@register.simple_tag
def richting() -> str:
    return "rtl" if get_language_bidi() else "ltr"


@register.simple_tag
def thuis() -> str:
    """The home page in the reader's language; areas that every language has hang under it."""
    code = get_language() or settings.LANGUAGE_CODE
    return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"


@register.simple_tag
def nl() -> str:
    """Marks words of the interface as Dutch for as long as this language has no translation of them."""
    return taal.merk("nl") if taal.interface_is_vreemd() else ""


@register.filter
def eigen(woord: str) -> str:
    """Words of the interface in the reader's language, where it has these and no others: basis/schil.py."""
    return schil.eigen(woord)


@register.filter
def eigen_kaal(woord: str) -> str:
    return schil.eigen_kaal(woord)


register.filter("eigen_titel", schil.eigen_titel)
register.filter("eigen_label", schil.eigen_label)
register.simple_tag(schil.eigen_zin)
register.simple_tag(vooraf, name="lettertypen")
register.simple_tag(schil.eigen_aantal)
register.filter("eigen_dag", schil.eigen_dag)
register.filter("eigen_datum", defaultfilters.date)  # in her language: for a sentence that is


@register.simple_tag
def volgt_nederlands(*, deels: bool = False) -> str:
    """What stands above a screen in Dutch, or partly so, for who reads another language."""
    return taal.volgt_nederlands(deels=deels)


@register.filter("date", expects_localtime=True, is_safe=False)
def datum(waarde: dt.date | str | None, vorm: str | None = None) -> str:
    """As Django writes it, in the language of the words beside it: Dutch where the interface is not translated."""
    with override("nl" if taal.interface_is_vreemd() else get_language()):
        return defaultfilters.date(waarde, vorm)


@register.simple_tag
def vandaag() -> str:
    return datum(localtime(), "j F Y")


@register.simple_tag
def intaal(ding: object) -> str:
    """Marks the text of a thing that is in another language than the page."""
    locale_id = getattr(ding, "locale_id", None)
    return taal.merk(taal.taal_van(locale_id)) if locale_id else ""


@register.simple_tag
def vreemde_taal(ding: object) -> str:
    """The name of the language a thing is in, in that language, when it is not the page's own."""
    locale_id = getattr(ding, "locale_id", None)
    code = taal.taal_van(locale_id) if locale_id else get_language()
    return "" if code == get_language() else dict(settings.LANGUAGES).get(code, code)


@register.filter
def los(tekst: object) -> str:
    """For an attribute, where no element can carry a direction: the text keeps its own order and full stop."""
    return f"\u2068{tekst}\u2069" if get_language_bidi() else str(tekst)


@register.simple_tag
def soortnaam(soort: str) -> str:
    return str(facetten.SOORTEN[soort][1]) if soort in facetten.SOORTEN else ""


@register.simple_tag(takes_context=True)
def querydeel(context: dict, **anders: object) -> str:
    """The query string of this page with some values changed; None takes one away."""
    get = context["request"].GET.copy()
    for naam, waarde in anders.items():
        get.pop(naam, None)
        if waarde not in (None, ""):
            get[naam] = str(waarde)
    return get.urlencode()


@register.simple_tag(takes_context=True)
def zonder(context: dict, naam: str, waarde: str, alle: Iterable[str] | None = None) -> str:
    """The query string without one of the values of a name; `alle`: those values, where they stand elsewhere."""
    get = context["request"].GET.copy()
    get.setlist(naam, [w for w in (get.getlist(naam) if alle is None else alle) if w != waarde])
    return get.urlencode()


@register.simple_tag(takes_context=True)
def talen(context: dict) -> list[dict[str, object]]:
    """Home in each language, in its own name; the page itself where it has a published translation, and a screen that
    has an address in each language.
    """
    pagina, nu = context.get("page"), get_language()
    vertaald = buren(pagina).vertaald if pagina is not None and pagina.pk else {}
    rijen = []
    for code, naam in settings.LANGUAGES:
        start = "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
        zelf = adres_van(vertaald[code]) if code in vertaald else _scherm_in(context, code)
        rijen.append({"code": code, "naam": naam, "adres": zelf or start, "nu": code == nu, "zelfde": bool(zelf)})
    return rijen


def _scherm_in(context: dict, code: str) -> str:
    request = context.get("request")
    return taalkeuze.scherm_in(request, code) if request is not None and context.get("page") is None else ""


register.simple_tag(taalkeuze.taalnaam)
register.simple_tag(taalkeuze.taalkeuzes)


for _tag in (eigenadres.volledig, eigenadres.eigen_adres, eigenadres.wisselwijzers):
    register.simple_tag(_tag, takes_context=True)


def buren(pagina: Page) -> Buren:
    return getattr(pagina, "buren", None) or buren_van(pagina)


@register.filter
def adres_van(verwijzing: Verwijzing) -> str:
    return pad_op_site(verwijzing.url_path, verwijzing.taal)


@register.filter
def plek(lijst: Iterable[object], nummer: int) -> object:
    """The item at a place, or nothing: an editor may have typed more cells than columns."""
    rij = list(lijst)
    return rij[nummer] if nummer < len(rij) else ""


@register.simple_tag(takes_context=True)
def uitleg(context: dict) -> str:
    """One sentence about the page for search engines: what the editor wrote for that, else its summary."""
    pagina = context.get("page")
    namen = ("search_description", "samenvatting", "inleiding")
    return next((tekst for naam in namen if (tekst := getattr(pagina, naam, ""))), "")


@register.simple_tag
def sectie(pad: str) -> str:
    """The area an address lies in, for the menu."""
    if pad.startswith(ingangen.AGENDA):
        return "agenda"
    return next((secties()[deel] for deel in pad.split("/")[1:3] if deel in secties()), "")


register.simple_tag(ingangen.ingang)
register.simple_tag(ingangen.netwerkthuis)


@register.simple_tag(takes_context=True)
def aanbouw(context: Context, waar: str, ding: Model | None = None) -> SafeString:
    """What higher rooms add at this place; nothing on an error page, which has no request."""

    def teken(deel: uitbouw.Deel, extra: uitbouw.Extra) -> str:
        with context.push(**deel.context, **extra):
            return Engine.get_default().get_template(deel.sjabloon).render(context)

    if "request" not in context:
        return SafeString()
    request = context["request"]
    if not getattr(request, "voor_iedereen", False) or ding is None or not ding.pk:
        return mark_safe("".join(uitbouw.teken(waar, request, ding, teken)))  # what templates drew
    return mark_safe("".join(_delen(request, waar, ding, teken)))  # the same, and marks where readers' own comes


def _delen(
    request: HttpRequest, waar: str, ding: Model, teken: Callable[[uitbouw.Deel, uitbouw.Extra], str]
) -> Iterator[str]:
    for deel in uitbouw.op(waar):
        if deel.voor_ieder:
            yield deel.html(request, ding.pk, partial(uitbouw.een, deel, request, ding, teken))
        else:
            yield plekken.teken(request, "aanbouw", argument(waar, deel.van, ding))


register.filter("merk_van", merk_van)
