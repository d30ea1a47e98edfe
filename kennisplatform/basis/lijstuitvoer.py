"""A list of pages in the admin as a file: the same columns in Excel and in CSV, in Dutch, as a Dutch Excel opens them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.views.pages.listing import IndexView
from wagtail.coreutils import multigetattr
from wagtail.models import Page

from kennisplatform.tekst.uitgang import cel


def stel_bij() -> None:
    """A list that has no columns for a file gave an empty one to who asked by its address: it shows itself."""
    gewoon = SpreadsheetExportMixin.setup

    @wraps(gewoon)
    def setup(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        gewoon(self, request, *args, **kwargs)
        self.is_export = self.is_export and bool(self.list_export)

    SpreadsheetExportMixin.setup = setup


class Lijstuitvoer:
    """Mixin before a listing of Wagtail. `uitvoer`: column of the file → its head; `waarden`: those that no page has as an
    attribute.
    """

    # Of the view beside it.
    columns: Any
    vast = ("pk", "title", "adres", "locale.language_code")
    list_export = list(vast)  # that there is something: the buttons ask

    @cached_property
    def kolommen_van_lijst(self) -> list[Column]:
        geen = (BulkActionsColumn, PageTitleColumn)
        return [kolom for kolom in self.columns if not isinstance(kolom, geen)]

    @cached_property
    def uitvoer(self) -> dict[str, str]:
        koppen = (_("Nummer"), _("Titel"), _("Adres"), _("Taal"))
        return dict(zip(self.vast, koppen, strict=True)) | {k.name: str(k.label) for k in self.kolommen_van_lijst}

    @cached_property
    def waarden(self) -> dict[str, Callable[[Any], Any]]:
        return {
            kolom.name: _stand if isinstance(kolom, PageStatusColumn) else kolom.get_value
            for kolom in self.kolommen_van_lijst
        }

    def to_row_dict(self, item: Page) -> OrderedDict[str, Any]:
        eigen = self.waarden
        return OrderedDict(
            (naam, als_cel(eigen[naam](item) if naam in eigen else _waarde(item, naam))) for naam in self.uitvoer
        )

    def get_heading(self, queryset: Any, field: str) -> str:
        return self.uitvoer[field]

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> HttpResponse:
        self.list_export = list(self.uitvoer)
        rijen = list(queryset)
        for rij in rijen:
            rij.adres = settings.WAGTAILADMIN_BASE_URL + rij.url if rij.url else ""
        antwoord: HttpResponse = super().as_spreadsheet(_MetModel(rijen), spreadsheet_format)  # type: ignore[misc]
        return antwoord

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        """As a Dutch Excel opens it."""
        yield b"\xef\xbb\xbf"
        for rij in (list(self.uitvoer.values()), *(self.to_row_dict(item).values() for item in queryset)):
            regel = io.StringIO()
            csv.writer(regel, delimiter=";").writerow(["" if waarde is None else waarde for waarde in rij])
            yield regel.getvalue().encode()


class Uitvoerlijst(Lijstuitvoer, IndexView):
    """The flat list of one kind of page."""


class _MetModel(list[Page]):
    model = Page


def _stand(pagina: Page) -> str:
    return str(pagina.status_string)


def _waarde(item: Page, naam: str) -> Any:
    """Nothing where there is nobody to ask ('owner.last_login')."""
    eerst, _punt, rest = naam.partition(".")
    ding = multigetattr(item, eerst)
    return multigetattr(ding, rest) if rest and ding is not None else ding


def als_cel(waarde: Any) -> Any:
    """A moment by the clock here; what is no number and no day as the list shows it."""
    if isinstance(waarde, dt.datetime):
        return timezone.localtime(waarde).replace(tzinfo=None, microsecond=0)
    if waarde is None or isinstance(waarde, (bool, int, float, dt.date)):
        return waarde
    return cel(str(waarde))
