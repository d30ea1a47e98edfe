"""Public meetings as RSS and as JSON feed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kennisplatform.agenda.lijst import noteer_klok
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.tekening.getekend import getekend
from kennisplatform.tekst import schoon

AANTAL = 50
NAAM = _("Agenda: De buurt als ecosysteem")


def nieuwste() -> QuerySet[Bijeenkomst]:
    """To come and public, the last made first: that is what a reader of feeds has not seen."""
    noteer_klok(Bijeenkomst.objects.openbaar())
    return Bijeenkomst.objects.openbaar().komend().select_related("buurt").order_by("-gemaakt", "-pk")[:AANTAL]


def _kop(een: Bijeenkomst) -> str:
    wanneer = date_format(timezone.localtime(een.begin), "j F Y, H:i")
    kop = f"{een.titel} ({wanneer})"
    return schoon.regel(str(_("Afgelast: %(t)s")) % {"t": kop} if een.afgelast else kop)


def _tekst(een: Bijeenkomst) -> str:
    return schoon.tekst(f"{een.get_soort_display()} · {een.waar} · {een.van_wie}\n\n{een.omschrijving}")


class AgendaFeed(Feed):
    title = NAAM
    description = _("Bijeenkomsten waar iedereen welkom is.")
    language = "nl"

    def link(self) -> str:
        return reverse("agenda")

    def feed_url(self) -> str:
        return reverse("agenda_feed")

    def items(self) -> QuerySet[Bijeenkomst]:
        return nieuwste()

    def item_title(self, item: Bijeenkomst) -> str:
        return _kop(item)

    def item_description(self, item: Bijeenkomst) -> str:
        return _tekst(item)

    def item_guid(self, item: Bijeenkomst) -> str:
        return f"urn:uuid:{item.uid}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Bijeenkomst) -> dt.datetime:
        return item.gemaakt

    def item_categories(self, item: Bijeenkomst) -> list[str]:
        return [str(item.get_soort_display())]


rss = voor_iedereen(require_safe(getekend(AgendaFeed())))


@require_safe
@getekend
@voor_iedereen
def json(request: HttpRequest) -> HttpResponse:
    """https://www.jsonfeed.org/version/1.1/, with when and where as an extension of our own."""
    thuis = request.build_absolute_uri
    items: list[dict[str, Any]] = [
        {
            "id": f"urn:uuid:{een.uid}",
            "url": thuis(een.get_absolute_url()),
            "title": _kop(een),
            "content_text": _tekst(een),
            "date_published": een.gemaakt.isoformat(),
            "date_modified": een.gewijzigd.isoformat(),
            "tags": [str(een.get_soort_display())],
            "_bijeenkomst": {
                "begin": timezone.localtime(een.begin).isoformat(),
                "einde": timezone.localtime(een.einde).isoformat(),
                "waar": schoon.regel(een.waar),
                "afgelast": bool(een.afgelast),
            },
        }
        for een in nieuwste()
    ]
    kop = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": str(NAAM),
        "home_page_url": thuis(reverse("agenda")),
        "feed_url": thuis(reverse("agenda_json")),
        "language": "nl",
        "items": items,
    }
    return JsonResponse(kop, content_type="application/feed+json", json_dumps_params={"ensure_ascii": False})
