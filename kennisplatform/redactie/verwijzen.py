"""Where a page leads: to other pages, documents and pictures of this site. Constant queries, however many links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from kennisplatform.basis.aandacht import Aandachtsoort, Aandachtspunt
from kennisplatform.basis.bronadres import KAAL, is_kaal
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.redactie.stukken import Onderdelen, Vindplek

VAN_EEN_PAGINA: Final = ("pagina", "wagtail_serve")
_SCHEMA: Final = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    plaats: Vindplek
    soort: str  # page, document, pad, web
    doel: str
    tekst: str


def links(delen: Onderdelen) -> list[Link]:
    """All that a reader can follow."""
    uit = [Link(p, "page", str(p.wat), "") for p in delen.paginas]
    uit += [Link(p, "document", str(p.wat), "") for p in delen.documenten]
    uit += [_adres(p, p.wat, "") for p in delen.adressen]
    for stuk in delen.stukken:
        for anker in BeautifulSoup(stuk.html, "html.parser").find_all("a") if "<a" in stuk.html else ():
            plaats, tekst = Vindplek(stuk.pad, stuk.waar, None), anker.get_text(" ", strip=True)
            if anker.get("linktype") in {"page", "document"}:
                uit.append(Link(plaats, str(anker["linktype"]), str(anker.get("id", "")), tekst))
            elif anker.get("href"):
                uit.append(_adres(plaats, str(anker["href"]), tekst))
    return [link for link in uit if link.soort]


def _adres(plaats: Vindplek, adres: str, tekst: str) -> Link:
    if adres.startswith(("http://", "https://")):
        return Link(plaats, "web", adres, tekst)
    if adres.startswith("/") and not adres.startswith("//"):
        return Link(plaats, "pad", unquote(urlsplit(adres).path), tekst)
    return Link(plaats, "" if _SCHEMA.match(adres) or adres.startswith("#") else "pad", adres, tekst)


def dood(te_volgen: Iterable[Link]) -> Iterator[Aandachtspunt]:
    """Links inside this site that end nowhere for a reader. Those to other sites are tried at night."""
    te_volgen = list(te_volgen)
    openbare = _openbare_paginas(te_volgen)
    documenten = {link.doel for link in te_volgen if link.soort == "document" and link.doel.isdigit()}
    er = {str(pk) for pk in get_document_model().objects.filter(pk__in=documenten).values_list("pk", flat=True)}
    for link in te_volgen:
        if link.soort == "page" and link.doel not in openbare:
            wat = _("De link ‘%(tekst)s’ gaat naar een pagina die weg is of niet openbaar.")
        elif link.soort == "document" and link.doel not in er:
            wat = _("De link ‘%(tekst)s’ gaat naar een document dat weg is.")
        elif link.soort == "pad" and not _bestaat(link.doel, openbare):
            wat = _("De link ‘%(tekst)s’ gaat naar een adres dat niet bestaat.")
        else:
            continue
        advies = _("Kies een andere pagina, of haal de link weg.")
        naam = link.tekst or link.doel
        yield Aandachtspunt(Aandachtsoort.LINK, link.plaats.pad, link.plaats.waar, wat % {"tekst": naam}, advies)


def _openbare_paginas(te_volgen: list[Link]) -> set[str]:
    """Of what is linked to: the keys and the addresses of pages that the public may read."""
    pks = {link.doel for link in te_volgen if link.soort == "page" and link.doel.isdigit()}
    paden = {link.doel for link in te_volgen if link.soort == "pad"}
    uit = {str(pk) for pk in openbaar(Page.objects.filter(pk__in=pks)).values_list("pk", flat=True)} if pks else set()
    if paden:
        starts = dict(Page.objects.filter(depth=2).values_list("locale__language_code", "url_path"))
        per_boompad = {boompad: pad for pad in paden if (boompad := _boompad(pad, starts))}
        gevonden = openbaar(Page.objects.filter(url_path__in=per_boompad)).values_list("url_path", flat=True)
        uit |= {per_boompad[boompad] for boompad in gevonden}
    return uit


def _boompad(pad: str, starts: dict[str, str]) -> str:
    """'/ar/preventie/x/' → the path in the tree under the Arabic home."""
    taal, _streep, rest = pad.lstrip("/").partition("/")
    if taal not in starts or taal == settings.LANGUAGE_CODE:
        taal, rest = settings.LANGUAGE_CODE, pad.lstrip("/")
    begin = starts.get(taal, "")
    return f"{begin}{rest}".rstrip("/") + "/" if begin else ""


def _bestaat(pad: str, openbare: set[str]) -> bool:
    """A page, or an address that is none: what stands behind that only the address itself can tell."""
    if pad in openbare:
        return True
    try:
        return resolve(pad if pad.startswith("/") else f"/{pad}").url_name not in VAN_EEN_PAGINA
    except Resolver404:
        return False


def kale_bronnen(delen: Onderdelen) -> Iterator[Aandachtspunt]:
    for plaats in delen.adressen:
        if is_kaal(plaats.wat) and "bron" in plaats.pad:
            yield Aandachtspunt(Aandachtsoort.BRON, plaats.pad, plaats.waar, plaats.wat, str(KAAL))


def zonder_tekstbeeld(delen: Onderdelen) -> Iterator[Aandachtspunt]:
    """Pictures that say nothing to who can't see them."""
    eigen = {plaats.wat[0] for plaats in delen.beelden if plaats.wat[1] is None}
    model = get_image_model()
    teksten = dict(model.objects.filter(pk__in=eigen).values_list("pk", "alternatieve_tekst")) if eigen else {}
    for plaats in delen.beelden:
        pk, tekst = plaats.wat
        if not (teksten.get(pk, "") if tekst is None else tekst).strip():
            advies = _("Schrijf in één zin wat iemand ziet, of vink aan dat de foto versiering is.")
            wat = _("Een afbeelding zonder alternatieve tekst.")
            yield Aandachtspunt(Aandachtsoort.TEKSTBEELD, plaats.pad, plaats.waar, wat, advies)
