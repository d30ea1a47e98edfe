"""What is new about one topic, or in a collection, for who follows it without an account."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from html import unescape
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.models.begrippen import Begrip, Begripsoort, woordenboek
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.vinden import vind
from kennisplatform.basis.vindplaatsen import Vindplaats, vindplaatsen
from kennisplatform.preventie.models import Artikel, Collectie
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekst import schoon

AANTAL = 30
NOOIT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


class Collectierss(Rss201rev2Feed):
    """Without anything dated in it Django would say 'built now': a kept feed would never be the same as a new one."""

    def latest_post_date(self) -> dt.datetime:
        return max((item["pubdate"] for item in self.items if item["pubdate"]), default=NOOIT)


class CollectieFeed(Feed):
    """What a collection finds, the newest first, whatever order its page has."""

    language = "nl"
    feed_type = Collectierss

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Collectie:
        return get_object_or_404(openbaar(Collectie.objects.select_related("locale")), pk=kwargs["pk"])

    def title(self, collectie: Collectie) -> str:
        return schoon.regel(_("%(onderwerp)s: De buurt als ecosysteem") % {"onderwerp": collectie.title})

    def description(self, collectie: Collectie) -> str:
        return schoon.regel(collectie.samenvatting)

    def link(self, collectie: Collectie) -> str:
        toont(collectie.dingnaam)
        return pad_op_site(collectie.url_path, collectie.locale.language_code)

    def feed_url(self, collectie: Collectie) -> str:
        return reverse("collectie_feed", args=[collectie.pk])

    def items(self, collectie: Collectie) -> list[Vindplaats]:
        vraag = replace(collectie.vraag, volgorde="nieuw", per_pagina=AANTAL, pagina=1)
        plekken = vindplaatsen(vind(vraag).treffers)
        return [plek for plek in plekken if plek.treffer.sleutel != collectie.dingnaam]

    def item_title(self, item: Vindplaats) -> str:
        return schoon.regel(unescape(strip_tags(item.treffer.titel)))

    def item_description(self, item: Vindplaats) -> str:
        return schoon.tekst(unescape(strip_tags(item.treffer.fragment)))

    def item_link(self, item: Vindplaats) -> str:
        return item.adres


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
