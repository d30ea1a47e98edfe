"""The demo's mailbox: what the site would have mailed, so that people who try it can follow an invitation.

Exists with DEMO=1 only (the address isn't made without, and the view asks again): everybody may read it.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .spool import postmap

PER_PAGINA: Final = 50
_NAAM: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.@_+-]{0,150}\.eml")
_ADRES: Final = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True)
class Brief:
    naam: str
    aan: str
    onderwerp: str
    op: dt.datetime
    tekst: str


@dataclass(frozen=True)
class Stukje:
    """A piece of the text: plain, or a link when `naar` says where to."""

    tekst: str
    naar: str = ""

    @property
    def html(self) -> SafeString:
        """Drawn here: in the box of a mail every white space of a template would be read as part of the mail."""
        return format_html('<a href="{}">{}</a>', self.naar, self.tekst) if self.naar else escape(self.tekst)


@never_cache
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    alleen_in_de_demo()
    paden = sorted(postmap().glob("*.eml"), key=_tijd, reverse=True)
    bladeren = Paginator(paden, PER_PAGINA).get_page(request.GET.get("pagina"))
    brieven = [brief for pad in bladeren if (brief := lees(pad))]
    return render(request, "post/lijst.html", {"brieven": brieven, "blad": bladeren})


@never_cache
@require_safe
def een(request: HttpRequest, naam: str) -> HttpResponse:
    alleen_in_de_demo()
    brief = lees(postmap() / naam) if _NAAM.fullmatch(naam) else None
    if brief is None:
        raise Http404
    eigen = {request.get_host(), urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc}
    thuis = f"{request.scheme}://{request.get_host()}"
    return render(request, "post/brief.html", {"brief": brief, "stukjes": stukjes(brief.tekst, eigen, thuis)})


def alleen_in_de_demo() -> None:
    if not settings.DEMO:
        raise Http404


def lees(pad: Path) -> Brief | None:
    """None when it is not there (cleared away meanwhile)."""
    try:
        inhoud = pad.read_bytes()
    except OSError:
        return None
    mail = message_from_bytes(inhoud, policy=policy.default)
    deel = mail.get_body(preferencelist=("plain",))
    return Brief(
        naam=pad.name,
        aan=str(mail["To"] or ""),
        onderwerp=str(mail["Subject"] or "") or _("(zonder onderwerp)"),
        op=dt.datetime.fromtimestamp(_tijd(pad), tz=timezone.get_current_timezone()),
        tekst=_tekst(deel),
    )


def _tekst(deel: Message | None) -> str:
    """Whatever the mail says of its letters: somebody else's file must not break the page."""
    inhoud = deel.get_payload(decode=True) if deel else None
    if deel is None or not isinstance(inhoud, bytes):
        return ""
    try:
        return inhoud.decode(deel.get_content_charset("utf-8"), errors="replace")
    except LookupError:
        return inhoud.decode(errors="replace")


def _tijd(pad: Path) -> float:
    try:
        return pad.stat().st_mtime
    except OSError:
        return 0.0


def stukjes(tekst: str, eigen: set[str], thuis: str) -> list[Stukje]:
    """Cut a text at its addresses. Only those of this site become links, and those always lead to this site."""
    uit, vanaf = [], 0
    for gevonden in _ADRES.finditer(tekst):
        adres = gevonden.group().rstrip(".,;:!?)'’”»")
        naar = _op_deze_site(adres, eigen, thuis)
        if naar:
            uit += [Stukje(tekst[vanaf : gevonden.start()]), Stukje(adres, naar)]
            vanaf = gevonden.start() + len(adres)
    return [*uit, Stukje(tekst[vanaf:])]


def _op_deze_site(adres: str, eigen: set[str], thuis: str) -> str:
    try:
        delen = urlsplit(adres)
    except ValueError:
        return ""
    if delen.netloc not in eigen or "\\" in adres:
        return ""
    # The demo may run on another port than the address in the mail names.
    rest = delen._replace(scheme="", netloc="").geturl()
    return f"{thuis}/{rest.lstrip('/')}"
