"""Two versions side by side, in words: days as people write them, yes and no."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from taggit.managers import TaggableManager
from wagtail.admin.compare import (
    FieldComparison,
    RichTextFieldComparison,
    StreamFieldComparison,
    TagsFieldComparison,
    TextDiff,
    register_comparison_class,
)
from wagtail.fields import RichTextField, StreamField

from kennisplatform.redactie.vormvast import SLEUTEL, kern


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


class Opmaak(RichTextFieldComparison):
    """The editor's own keys in the markup are nobody's words."""

    def has_changed(self) -> bool:
        return bool(SLEUTEL.sub("", self.val_a or "") != SLEUTEL.sub("", self.val_b or ""))


class Blokken(StreamFieldComparison):
    """What blocks say, without the numbers that they get when somebody saves."""

    def has_changed(self) -> bool:
        return bool(kern(self.field.stream_block, self.val_a) != kern(self.field.stream_block, self.val_b))


class Trefwoorden(TagsFieldComparison):
    """By their names and in one order: each save writes them down in another."""

    def get_items(self) -> tuple[list[Any], list[Any]]:
        voor, na = (sorted(waarde, key=lambda tag: tag.name.casefold()) for waarde in (self.val_a, self.val_b))
        return voor, na

    def get_item_display(self, tag: Any) -> str:
        return str(tag.name)


def registreer() -> None:
    register_comparison_class(TaggableManager, comparison_class=Trefwoorden)
    register_comparison_class(RichTextField, comparison_class=Opmaak)
    register_comparison_class(StreamField, comparison_class=Blokken)
    for veld in (models.DateField, models.BooleanField, models.IntegerField, models.DecimalField):
        register_comparison_class(veld, comparison_class=InWoorden)
