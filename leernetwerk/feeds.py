"""Public practice examples as RSS and as JSON feed: for people who follow the learning network without an account."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.tekening.getekend import getekend
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekst import schoon
from leernetwerk.models import Praktijkvoorbeeld

AANTAL = 50
NAAM = _("Leernetwerk: De buurt als ecosysteem")


def nieuwste() -> QuerySet[Praktijkvoorbeeld]:
    """What became public last, in Dutch."""
    toont("verhalen")
    rij = openbaar(Praktijkvoorbeeld.objects.filter(locale__language_code="nl"))
    sinds = Coalesce("first_published_at", "latest_revision_created_at")
    return rij.annotate(sinds=sinds).order_by("-sinds", "-pk")[:AANTAL]


def _adres(een: Praktijkvoorbeeld) -> str:
    return pad_op_site(een.url_path, "nl")


def _tekst(een: Praktijkvoorbeeld) -> str:
    """What worked and what did not are the reason to read it: how it went is told here already."""
    return schoon.tekst(f"{een.plaats} · {een.get_uitkomst_display()}\n\n{een.samenvatting}")


class VoorbeeldenFeed(Feed):
    title = NAAM
    description = _("Wat buurten probeerden: wat werkte, en wat niet.")
    language = "nl"

    def link(self) -> str:
        return "/leernetwerk/"

    def feed_url(self) -> str:
        return reverse("leernetwerk_feed")

    def items(self) -> QuerySet[Praktijkvoorbeeld]:
        return nieuwste()

    def item_title(self, item: Praktijkvoorbeeld) -> str:
        return schoon.regel(item.title)

    def item_link(self, item: Praktijkvoorbeeld) -> str:
        return _adres(item)

    def item_description(self, item: Praktijkvoorbeeld) -> str:
        return _tekst(item)

    def item_guid(self, item: Praktijkvoorbeeld) -> str:
        return f"urn:uuid:{item.translation_key}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Praktijkvoorbeeld) -> dt.datetime | None:
        return item.sinds


rss = voor_iedereen(require_safe(getekend(VoorbeeldenFeed())))


@require_safe
@getekend
@voor_iedereen
def json(request: HttpRequest) -> HttpResponse:
    """https://www.jsonfeed.org/version/1.1/"""
    thuis = request.build_absolute_uri
    items: list[dict[str, Any]] = [
        {
            "id": f"urn:uuid:{een.translation_key}",
            "url": thuis(_adres(een)),
            "title": schoon.regel(een.title),
            "content_text": _tekst(een),
            "tags": [str(een.get_uitkomst_display()), str(een.get_staat_display())],
            **({"date_published": een.sinds.isoformat()} if een.sinds else {}),
        }
        for een in nieuwste()
    ]
    kop = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": str(NAAM),
        "home_page_url": thuis("/leernetwerk/"),
        "feed_url": thuis(reverse("leernetwerk_json")),
        "language": "nl",
        "items": items,
    }
    return JsonResponse(kop, content_type="application/feed+json", json_dumps_params={"ensure_ascii": False})
