"""A panel in the admin's page form that higher rooms fill: what they know of the page an editor has open."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.panels import Panel

from kennisplatform.basis import aanbouw


class AanbouwPaneel(Panel):
    class BoundPanel(Panel.BoundPanel):
        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.request and self._delen)

        @cached_property
        def _delen(self) -> list[aanbouw.Deel]:
            """Asked once: whether there is anything, and what it is."""
            return aanbouw.delen("redactie", self.request, self.instance)

        def render_html(self, parent_context: Any = None) -> SafeString:
            stukken = ((render_to_string(d.sjabloon, d.context, request=self.request),) for d in self._delen)
            return format_html_join("", "{}", stukken)
