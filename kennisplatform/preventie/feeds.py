"""What is new about one topic, for who follows it without an account."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.models.begrippen import Begrip, Begripsoort, woordenboek
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.preventie.models import Artikel
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekst import schoon

AANTAL = 30


class OnderwerpFeed(Feed):
    language = "nl"

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Begrip:
        begrip = woordenboek().op_code.get((Begripsoort.ONDERWERP, kwargs["onderwerp"]))
        if begrip is None:
            raise Http404
        return begrip

    def title(self, begrip: Begrip) -> str:
        return schoon.regel(_("%(onderwerp)s: De buurt als ecosysteem") % {"onderwerp": begrip.label})

    def description(self, begrip: Begrip) -> str:
        return schoon.regel(begrip.definitie)

    def link(self, begrip: Begrip) -> str:
        return f"/onderwerpen/{begrip.code}/"

    def feed_url(self, begrip: Begrip) -> str:
        return reverse("onderwerp_feed", args=[begrip.code])

    def items(self, begrip: Begrip) -> QuerySet[Artikel]:
        toont("index:artikel")
        rij = openbaar(Artikel.objects.filter(locale__language_code="nl", begrippen=begrip))
        return rij.order_by("-first_published_at", "-pk").distinct()[:AANTAL]

    def item_title(self, item: Artikel) -> str:
        return schoon.regel(item.title)

    def item_description(self, item: Artikel) -> str:
        return schoon.tekst(item.samenvatting)

    def item_link(self, item: Artikel) -> str:
        return pad_op_site(item.url_path, "nl")

    def item_pubdate(self, item: Artikel) -> dt.datetime | None:
        return item.first_published_at
