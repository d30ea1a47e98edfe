"""The list for search engines: public pages in every language, by the same rule as everywhere."""

from __future__ import annotations

from django.db.models import QuerySet
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.taal import taal_van
from kennisplatform.tekening.notitie import toont


class OpenbareKaart(Sitemap):
    def items(self) -> QuerySet:
        """Plain pages: address and date are all that the list needs, so their own tables stay untouched."""
        toont("kaart")
        return openbaar(Page.objects.filter(depth__gt=1)).order_by("path")

    def _urls(self, page: int | str, protocol: str | None, domain: str | None) -> list[dict[str, object]]:
        """With the host and port under which the site was asked: what a site record says may be another machine's."""
        return [
            {
                "location": self.request.build_absolute_uri(pad_op_site(ding.url_path, taal_van(ding.locale_id))),
                "lastmod": self.lastmod(ding),
                "item": ding,
            }
            for ding in self.paginator.page(page).object_list
        ]
