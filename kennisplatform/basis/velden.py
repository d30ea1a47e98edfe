"""Two field shapes that many pages share: short lines and plain rich text."""

from typing import Any

from django import forms
from django.db import models
from wagtail.fields import RichTextField

from kennisplatform.basis.blocks import RIJK


class RegelsField(models.TextField):
    """One point a line. Editors type lines faster than they fill a list of boxes; a translator sees one text."""

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        veld = super().formfield(*args, **kwargs)
        if veld is not None:
            veld.widget.attrs.setdefault("rows", 4)
        return veld


def regels(tekst: str) -> list[str]:
    return [regel.strip() for regel in (tekst or "").splitlines() if regel.strip()]


class Opmaaktekst(RichTextField):
    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("features", RIJK)
        super().__init__(*args, **kwargs)
