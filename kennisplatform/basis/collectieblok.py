"""The block of a saved search. What it asks stands in collectie.py, which knows terms: models are made from blocks."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from kennisplatform.basis.vinkgroepen import Vinkgroepen

HOOGSTENS: Final = 24
VOLGORDES: Final = (
    ("", _("Wat het beste past")),
    ("titel", _("Op naam")),
    ("nieuw", _("Nieuwste eerst")),
    ("sterkte", _("Sterkste bewijs eerst")),
)
LEEG: Final[dict[str, Any]] = {
    "kop": "", "woorden": "", "soorten": [], "begrippen": [], "plaats": "", "volgorde": "", "aantal": 6,
}  # fmt: skip  # a search that nobody filled in
NIETS: Final = _("Kies een soort of een begrip, of vul zoekwoorden of een plaats in. Anders staat alles in de lijst.")


def _keuzes(naam: str) -> Any:
    """Asked when a form is drawn: models are made from this block, and what can be chosen is made from models."""
    return import_string(f"kennisplatform.basis.collectie.{naam}")()


class Keuzes(blocks.MultipleChoiceBlock):
    """What can be chosen changes with the terms, and is no part of how it is kept: no migration names it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, default=[], **kwargs)  # the form's script can't draw 'nothing'

    def deconstruct(self) -> tuple[str, Any, Any]:
        return "wagtail.blocks.MultipleChoiceBlock", [], {"choices": [], "required": False}

    def get_searchable_content(self, value: Any) -> list[str]:
        return []  # codes are no text


class Onvertaald(blocks.CharBlock):
    """A name of a place is no sentence that a translator must find again, nor text that a reader searches."""

    def get_translatable_segments(self, value: Any) -> list[Any]:
        return []

    def restore_translated_segments(self, value: Any, segments: Any) -> Any:
        return value

    def get_searchable_content(self, value: Any) -> list[str]:
        return []

    def deconstruct(self) -> tuple[str, Any, Any]:
        _naam, args, kwargs = super().deconstruct()
        return "wagtail.blocks.CharBlock", args, kwargs


class CollectieBlok(blocks.StructBlock):
    kop = blocks.CharBlock(label=_("Kop"), max_length=120, required=False, default="")
    woorden = Onvertaald(
        label=_("Zoekwoorden"), max_length=200, required=False, default="",
        help_text=_("Zoals een lezer ze typt. Mag leeg blijven."),
    )  # fmt: skip
    soorten = Keuzes(
        label=_("Soorten"), choices=partial(_keuzes, "soortkeuzes"), widget=forms.CheckboxSelectMultiple,
        help_text=_("Niets aangevinkt: alle soorten."),
    )  # fmt: skip
    begrippen = Keuzes(
        label=_("Begrippen"), choices=partial(_keuzes, "begripkeuzes"), widget=Vinkgroepen,
        help_text=_("Van dezelfde soort is één genoeg; van elke soort die u aanvinkt moet er een zijn."),
    )  # fmt: skip
    plaats = Onvertaald(
        label=_("Plaats"), max_length=80, required=False, default="", help_text=_("Zoals zij bij de voorbeelden staat.")
    )
    volgorde = blocks.ChoiceBlock(label=_("Volgorde"), choices=VOLGORDES, required=False, default="")
    aantal = blocks.IntegerBlock(label=_("Hoeveel"), min_value=1, max_value=HOOGSTENS, default=6)

    class Meta:
        label = _("Collectie: een bewaarde zoekvraag")
        icon = "list-ul"
        template = "blokken/collectie.html"
        form_classname = "struct-block collectie"

    def clean(self, value: Any) -> Any:
        """A draft may be unfinished."""
        schoon = super().clean(value)
        if not self.is_deferred_validation and not any(
            schoon.get(naam) for naam in ("woorden", "soorten", "begrippen", "plaats")
        ):
            raise blocks.StructBlockValidationError(block_errors={"soorten": ValidationError(NIETS)})
        return schoon

    def get_searchable_content(self, value: Any) -> list[str]:
        """What it finds are other pages, which are found by themselves."""
        return [value["kop"]] if value.get("kop") else []
