"""What waits for the eindredactie of the search, on the start page of the admin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from wagtail.admin.ui.components import Component

from kennisplatform.tekening.stukken import onthoud
from kennisplatform.vinden.models import Synoniem


class Voorstellen(Component):
    name = "voorgestelde-synoniemen"
    order = 20

    def render_html(self, parent_context: Mapping[str, Any] | None = None) -> str:
        aantal = onthoud("synoniemen-voorgesteld", Synoniem.objects.filter(voorstel=True).count)
        return render_to_string("vinden/startpaneel.html", {"aantal": aantal})
