"""Two versions side by side, in words: days as people write them, yes and no."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.compare import FieldComparison, TextDiff, register_comparison_class


def in_woorden(waarde: Any) -> str:
    if waarde is None or waarde == "":
        return _("niet ingevuld")
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, dt.datetime):
        return date_format(timezone.localtime(waarde), "j F Y H.i")
    return date_format(waarde, "j F Y") if isinstance(waarde, dt.date) else str(waarde)


class InWoorden(FieldComparison):
    def htmldiff(self) -> SafeString:
        voor, na = in_woorden(self.val_a), in_woorden(self.val_b)
        deel = [("equal", voor)] if voor == na else [("deletion", voor), ("addition", na)]
        return TextDiff(deel, separator=" ").to_html()


def registreer() -> None:
    for veld in (models.DateField, models.BooleanField, models.IntegerField, models.DecimalField):
        register_comparison_class(veld, comparison_class=InWoorden)
