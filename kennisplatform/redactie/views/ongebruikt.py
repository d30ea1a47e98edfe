"""Pictures and documents that stand nowhere: what may go, or what somebody forgot to place."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

from kennisplatform.redactie.views.werk import Werkscherm

TOON: Final = 100


def ongebruikt(model: type[Model], gebruiker: Any) -> QuerySet[Any]:
    """Of what this editor may change, the oldest first; a page's draft counts as use."""
    mag = policy_registry.get_by_type(model).instances_user_has_any_permission_for(gebruiker, ["change", "delete"])
    return mag.annotate(keer=ReferenceIndex.usage_count_subquery(model)).filter(keer=0).order_by("created_at", "pk")


class Ongebruikt(Werkscherm):
    template_name = "redactie/ongebruikt.html"
    page_title = gettext_lazy("Ongebruikte afbeeldingen en documenten")
    header_icon = "image"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        soorten = (
            (_("Afbeeldingen"), get_image_model(), "wagtailimages:edit"),
            (_("Documenten"), get_document_model(), "wagtaildocs:edit"),
        )
        lijsten = []
        for kop, model, adres in soorten:
            rijen = ongebruikt(model, self.request.user)
            aantal = rijen.count()
            lijsten.append((kop, rijen[:TOON], aantal, max(aantal - TOON, 0), adres))
        return super().get_context_data(lijsten=lijsten, **kwargs)
