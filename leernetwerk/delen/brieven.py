"""Letters at each step: the writer hears where it stands and who is next. Wagtail itself tells the editors what waits."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.versturen import verstuur
from leernetwerk.delen.models import Beoordeling, Inzending


def volledig(pad: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL + pad


def kort(inzending: Inzending) -> str:
    return Truncator(" ".join(str(inzending).split())).chars(90)


def ingediend(inzending: Inzending) -> None:
    _schrijver(inzending, "ingediend", _("Ontvangen: ‘%(titel)s’"))


def aanvullen(inzending: Inzending) -> None:
    _schrijver(inzending, "aanvullen", _("De redactie vraagt iets over ‘%(titel)s’"))


def geplaatst(inzending: Inzending) -> None:
    _schrijver(inzending, "geplaatst", _("Geplaatst: ‘%(titel)s’"))


def afgewezen(inzending: Inzending) -> None:
    _schrijver(inzending, "afgewezen", _("Niet geplaatst: ‘%(titel)s’"))


def eindredactie() -> list[Gebruiker]:
    """Who may decide, by the task in Wagtail: the team may change that there."""
    return list(Gebruiker.objects.filter(is_active=True, groups__in=Beoordeling.objects.values("groups")).distinct())


def tekst(brief: str, inzending: Inzending, wie: Gebruiker, **context: Any) -> str:
    return render_to_string(f"delen/post/{brief}.txt", {"inzending": inzending, "wie": wie} | context)


def _schrijver(inzending: Inzending, brief: str, onderwerp: str) -> None:
    if inzending.schrijver is not None and inzending.schrijver.is_active:
        _brief(inzending.schrijver, inzending, brief, onderwerp, link=volledig(inzending.get_absolute_url()))


def _brief(wie: Gebruiker, inzending: Inzending, brief: str, onderwerp: str, **context: Any) -> None:
    verstuur(
        aan=wie.email,
        onderwerp=onderwerp % {"titel": kort(inzending)},
        tekst=tekst(brief, inzending, wie, **context),
    )
