"""A screen of our own in the admin, with the right that it asks for: for rooms that may not know each other.

A leaf: imports no room.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class MetRecht(WagtailAdminTemplateMixin, TemplateView):
    """Asked on the server for every screen and every button."""

    recht = ""  # 'app.permission'; without one nobody gets in

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.recht or not request.user.has_perm(self.recht):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class MenuMetRecht(MenuItem):
    """In the menu of people who may open it."""

    recht = ""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(self.recht and request.user.has_perm(self.recht))
