"""One query from address to page, however deep, where Wagtail asks the database once per level."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from wagtail.models import Page
from wagtail.url_routing import RouteResult


class SnelleRoute:
    """For the root page of a site. Falls back on Wagtail's own way where a page routes its own sub-addresses."""

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if not path_components:
            return super().route(request, path_components)
        pad = self.url_path + "/".join(path_components) + "/"
        pagina = Page.objects.filter(url_path=pad).first()
        if pagina is None:
            return super().route(request, path_components)
        if not pagina.live:
            raise Http404
        return RouteResult(pagina.specific)
