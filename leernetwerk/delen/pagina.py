"""A draft becomes a page, and what an editor changed on the page comes back into the draft."""

from __future__ import annotations

import html
import re
from typing import Any, Final

from django.urls import resolve
from django.utils.html import strip_tags
from django.utils.text import Truncator, slugify
from django.utils.translation import override
from wagtail.models import Page

from kennisplatform.basis.boom import gebied
from leernetwerk.delen import getallen
from leernetwerk.delen.models import Inzending
from leernetwerk.models import LeernetwerkPagina, Praktijkvoorbeeld, Toepassing

RIJK: Final = ("aanleiding", "aanpak", "wat_werkte", "wat_niet_werkte")
LOS: Final = ("uren", "urenklasse", "kosten", "kostenklasse", "mensen", "advies", "staat", "uitkomst")
MAX_SAMENVATTING: Final = 160


def uit_tekst(tekst: str) -> str:
    """Typed lines as the little HTML of a rich text field: paragraphs, and lists of lines that begin with a dash."""
    delen = []
    for alinea in re.split(r"\n\s*\n", tekst.replace("\r\n", "\n").strip()):
        regels = [regel.strip() for regel in alinea.split("\n") if regel.strip()]
        punten = [regel[1:].strip() for regel in regels if regel[:1] in "-•*" and regel[1:].strip()]
        if regels and len(punten) == len(regels):
            delen.append("<ul>" + "".join(f"<li>{html.escape(p, quote=False)}</li>" for p in punten) + "</ul>")
        elif regels:
            delen.append(f"<p>{'<br/>'.join(html.escape(r, quote=False) for r in regels)}</p>")
    return "".join(delen)


def naar_tekst(rijk: str) -> str:
    """The reverse, for the writer's plain field. What an editor made bold or linked loses that, not its words."""
    tekst = re.sub(r"<li[^>]*>", "- ", rijk)
    tekst = re.sub(r"<br\s*/?>|</li>", "\n", tekst)
    tekst = re.sub(r"</(p|ul|ol|h[1-6]|blockquote)>", "\n\n", tekst)
    return re.sub(r"\n{3,}", "\n\n", html.unescape(strip_tags(tekst))).strip()


def samenvatting(tekst: str) -> str:
    """The first sentence, as long as fits on a card; the editor writes a better one."""
    kaal = " ".join(tekst.split())
    zin = re.split(r"(?<=[.!?])\s", kaal, maxsplit=1)[0]
    return Truncator(zin).chars(MAX_SAMENVATTING)


def maak(inzending: Inzending) -> Praktijkvoorbeeld:
    """The page of a draft: a new one that isn't live, or the newest revision of the one it has. Not saved."""
    pagina = inzending.pagina
    if pagina is not None:
        pagina = pagina.get_latest_revision_as_object()
    else:
        pagina = Praktijkvoorbeeld(live=False, owner=inzending.schrijver, locale_id=gebied(LeernetwerkPagina).locale_id)
        pagina.slug = vrije_slug(inzending.titel)
    oud_aanleiding = naar_tekst(pagina.aanleiding or "")
    pagina.title = inzending.titel
    pagina.draft_title = inzending.titel
    pagina.buurt, pagina.plaats = inzending.buurt, inzending.buurt.plaats[:120]
    for naam in LOS:
        setattr(pagina, naam, getattr(inzending, naam))
    pagina.zichtbaarheid = inzending.lezers
    if not pagina.samenvatting or pagina.samenvatting == samenvatting(oud_aanleiding):
        pagina.samenvatting = samenvatting(inzending.aanleiding)
    for naam in RIJK:
        if naar_tekst(getattr(pagina, naam) or "") != getattr(inzending, naam).strip():  # keeps an editor's markup
            setattr(pagina, naam, uit_tekst(getattr(inzending, naam)))
    pagina.resultaten = _resultaten(inzending)
    pagina.inzetregels = getallen.regels(inzending, pagina)
    pagina.contact_rol = contactrol(inzending)
    return pagina


def _resultaten(inzending: Inzending) -> list[tuple[str, dict[str, str]]]:
    """No claim without its source: without one the text stays with the draft, and the form says so."""
    if inzending.niet_gemeten or not inzending.resultaat.strip() or not inzending.resultaat_bron.strip():
        return []
    return [("resultaat", {"tekst": inzending.resultaat, "bron": inzending.resultaat_bron, "bron_url": ""})]


def contactrol(inzending: Inzending) -> str:
    """A role, never a person: who it is, only the platform knows."""
    if inzending.contact is None:
        return ""
    lid = inzending.buurt.lidmaatschappen.lopend().filter(persoon=inzending.contact).first()
    return f"{lid.get_rol_display().capitalize()} in {inzending.buurt.naam}"[:200] if lid else ""


def indeling(pagina: Praktijkvoorbeeld, inzending: Inzending) -> None:
    """Theme, terms and links: on the object, for the revision. What an editor added stays."""
    if inzending.thema is not None:
        pagina.hoofdthema = inzending.thema
    bij = list(inzending.onderwerpen.all())
    pagina.begrippen = [*pagina.begrippen.all(), *(b for b in bij if b not in set(pagina.begrippen.all()))]
    oud = {t.pagina_id: t for t in pagina.toepassingen.all()}
    gekozen = list(inzending.gebruikt.order_by("title"))
    pagina.toepassingen = [
        oud.get(p.pk) or Toepassing(pagina=Page.objects.get(pk=p.pk), sort_order=nr) for nr, p in enumerate(gekozen)
    ]


def vrije_slug(titel: str) -> str:
    """An address that no sibling has, and no view: only what the site leaves to its pages is free."""
    begin = slugify(titel)[:60] or "voorbeeld"
    gebied_ = gebied(LeernetwerkPagina)
    bezet = set(gebied_.get_children().values_list("slug", flat=True))
    kandidaten = (begin if nr == 1 else f"{begin}-{nr}" for nr in range(1, 10_000))
    return next(slug for slug in kandidaten if slug not in bezet and _van_paginas(f"/{gebied_.slug}/{slug}/"))


def _van_paginas(pad: str) -> bool:
    with override("nl"):  # addresses without a prefix are Dutch
        return resolve(pad).url_name == "pagina"


def terug(inzending: Inzending, pagina: Praktijkvoorbeeld) -> dict[str, Any]:
    """What the writer goes on with: the page as the editors have it."""
    uit = {"titel": pagina.title, "lezers": pagina.zichtbaarheid, **{naam: getattr(pagina, naam) for naam in LOS}}
    uit |= getallen.terug(pagina)
    for naam in RIJK:
        tekst = naar_tekst(getattr(pagina, naam))
        if pagina_tekst_anders(getattr(inzending, naam), tekst):
            uit[naam] = tekst
    return uit


def pagina_tekst_anders(getypt: str, tekst: str) -> bool:
    """Beyond how lines are broken: a round trip alone must not change what somebody typed."""
    return " ".join(getypt.split()) != " ".join(tekst.split())
