"""The calendar of what happens by itself."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from kennisplatform.redactie.kalender import Wat, eerste_dag, eerstvolgende, maand
from kennisplatform.redactie.views.werk import Werkscherm


class Redactiekalender(Werkscherm):
    template_name = "redactie/kalender.html"
    page_title = gettext_lazy("Kalender")
    header_icon = "calendar-alt"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        alleen = self.request.GET.get("wat", "")
        alleen = alleen if alleen in Wat.values else ""
        begin = eerste_dag(self.request.GET.get("maand", ""))
        deze = maand(begin, self.request.user, alleen)
        return super().get_context_data(
            maand=deze,
            volgende=None if deze.gebeuren else eerstvolgende(deze.einde, self.request.user, alleen),
            alleen=alleen,
            keuzes=Wat.choices,
            vandaag=timezone.localdate(),
            adres=reverse("redactie:kalender"),
            **kwargs,
        )
