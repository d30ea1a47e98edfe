"""A day inside a building block, typed and shown as everywhere else."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from wagtail import blocks

from kennisplatform.basis.datums import Daginvoer, Dagveld


class DatumBlok(blocks.DateBlock):
    @cached_property
    def field(self) -> Dagveld:
        return Dagveld(**{"widget": Daginvoer()} | self.field_options)

    def deconstruct(self) -> tuple[str, Any, Any]:
        """As it is kept, it is Wagtail's: no migration knows how it is typed."""
        _naam, args, kwargs = super().deconstruct()
        return "wagtail.blocks.DateBlock", args, kwargs
