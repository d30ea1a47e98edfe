"""The list for search engines: public pages in every language, by the same rule as everywhere."""

from __future__ import annotations

from django.db.models import QuerySet
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.tekening.notitie import toont


class OpenbareKaart(Sitemap):
    def items(self) -> QuerySet:
        """Plain pages: address and date are all that the list needs, so their own tables stay untouched."""
        toont("kaart")
        return openbaar(Page.objects.filter(depth__gt=1)).order_by("path")
