"""What a report is narrowed to: kind, theme, language, owner; and how far its translation is."""

from __future__ import annotations

from typing import Any, Final

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.models import Locale, Page, get_page_content_types

from kennisplatform.basis.models import Begrip
from kennisplatform.redactie.rapportsoorten import NEDERLANDS

EERSTE_TAAL: Final = "en"


def _themas() -> list[tuple[str, str]]:
    rijen = Begrip.objects.filter(soort="thema", locale__language_code=NEDERLANDS)
    return list(rijen.values_list("code", "label"))


def talen() -> list[tuple[str, str]]:
    return [(taal.language_code, taal.get_display_name()) for taal in Locale.objects.all()]


class Rapportfilters(WagtailFilterSet):
    soort = ContentTypeFilter(
        field_name="content_type", label=gettext_lazy("Soort"), queryset=lambda request: get_page_content_types(False)
    )
    thema = django_filters.ChoiceFilter(field_name="redactiestand__thema", label=gettext_lazy("Thema"), choices=_themas)
    taal = django_filters.ChoiceFilter(field_name="locale__language_code", label=gettext_lazy("Taal"), choices=talen)
    eigenaar = django_filters.ModelChoiceFilter(
        field_name="owner",
        label=gettext_lazy("Eigenaar"),
        queryset=lambda request: get_user_model().objects.filter(
            pk__in=Page.objects.exclude(owner=None).order_by().values("owner").distinct()
        ),
    )

    class Meta:
        model = Page
        fields: list[str] = []


class Vertaalfilters(Rapportfilters):
    """Here the language is what is missing, not what the page is in."""

    taal = django_filters.ChoiceFilter(
        label=gettext_lazy("In welke taal"),
        choices=lambda: [keuze for keuze in talen() if keuze[0] != NEDERLANDS],
        method="zonder_filter",
        empty_label=None,
        initial=EERSTE_TAAL,
    )
    vertaling = django_filters.ChoiceFilter(
        label=gettext_lazy("Vertaling"),
        choices=[
            ("achter", gettext_lazy("achter")), ("concept", gettext_lazy("concept")), ("geen", gettext_lazy("geen")),
        ],
        method="met_stand",
    )  # fmt: skip  # one choice beside another

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        """Who chose no language reads about the first one: else a filter without a word in it seems to be on."""
        if data is not None and not data.get("taal"):
            data = data.copy()
            data["taal"] = EERSTE_TAAL
        super().__init__(data, *args, **kwargs)

    def zonder_filter(self, queryset: QuerySet[Page], naam: str, waarde: str) -> QuerySet[Page]:
        return queryset  # the report itself asks for it

    def met_stand(self, queryset: QuerySet[Page], naam: str, waarde: str) -> QuerySet[Page]:
        if waarde == "achter":
            return queryset.filter(vertaald=True)
        return queryset.filter(vertaald=False, bestaat=waarde == "concept")
