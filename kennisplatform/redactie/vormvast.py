"""What a value is once it went through its own form: an untouched form says that nothing changed.

Browsers end lines with two characters, the rich text editor gives paragraphs new keys, a date comes back as text, a list
gets numbers. None of that is an editor's change; taken for one, it begins an approval again for ever.
"""

from __future__ import annotations

import contextlib
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea
from wagtail.blocks.base import BlockField

SLEUTEL = re.compile(r' data-block-key="[^"]*"')


def regeleinden(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").replace("\r", "\n")


class Tekstinvoer(forms.CharField):
    """One way to end a line, whatever browser sent it."""

    def to_python(self, value: Any) -> Any:
        schoon = super().to_python(value)
        return regeleinden(schoon) if isinstance(schoon, str) else schoon

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.to_python(initial), data))


class Opmaakinvoer(forms.CharField):
    """Rich text: compared after the editor's own way there and back, without the keys that it hands out."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return not self.disabled and _opmaak(self.widget, initial) != _opmaak(self.widget, data)


class Stroominvoer(BlockField):
    def has_changed(self, initial_value: Any, data_value: Any) -> bool:
        return bool(kern(self.block, initial_value) != kern(self.block, data_value))


def kern(blok: blocks.Block, waarde: Any) -> Any:
    """What a block says, without numbers of its parts; empty in one way."""
    if isinstance(blok, blocks.BaseStreamBlock):
        return [(deel.block.name, kern(deel.block, deel.value)) for deel in waarde or ()]
    if isinstance(blok, blocks.ListBlock):
        return [kern(blok.child_block, deel) for deel in waarde or ()]
    if isinstance(blok, blocks.BaseStructBlock) and isinstance(waarde, dict):
        return {naam: kern(soort, waarde.get(naam)) for naam, soort in blok.child_blocks.items()}
    if isinstance(blok, blocks.RichTextBlock):
        return _opmaak(blok.field.widget, blok.get_prep_value(waarde))
    return _waarde(blok, blok.get_prep_value(waarde))


def _waarde(blok: blocks.Block, ruw: Any) -> Any:
    if isinstance(blok, blocks.FieldBlock) and not isinstance(blok, blocks.ChooserBlock):
        with contextlib.suppress(ValidationError):  # what can't be read stays what was typed, and differs
            ruw = blok.field.to_python(ruw)
    ruw = regeleinden(ruw) if isinstance(ruw, str) else ruw
    return None if ruw in ("", [], False) else ruw


def _opmaak(invoer: forms.Widget, waarde: Any) -> str:
    tekst = str(waarde or "")
    if isinstance(invoer, DraftailRichTextArea):
        tekst = invoer.converter.to_database_format(invoer.converter.from_database_format(tekst))
    return SLEUTEL.sub("", regeleinden(tekst))
