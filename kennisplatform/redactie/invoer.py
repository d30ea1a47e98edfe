"""Which form field the admin gives to each kind of model field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from wagtail.admin import widgets
from wagtail.admin.forms.models import register_form_field_override
from wagtail.fields import RichTextField, StreamField

from kennisplatform.basis.datums import Daginvoer, Dagveld, Momentinvoer, Momentveld, Uurveld
from kennisplatform.redactie.vormvast import Opmaakinvoer, Stroominvoer, Tekstinvoer


class Planveld(Momentveld):
    """Wagtail's panel for publishing brings a picker that turns what it can't read into now."""

    def __init__(self, *, widget: Any = None, **kwargs: Any) -> None:
        if isinstance(widget, widgets.AdminDateTimeInput):
            widget = Momentinvoer(attrs={naam: w for naam, w in widget.attrs.items() if naam != "autocomplete"})
        super().__init__(widget=widget or Momentinvoer(), **kwargs)


def registreer() -> None:
    hoog = widgets.AdminAutoHeightTextInput
    register_form_field_override(models.CharField, override={"form_class": Tekstinvoer}, exact_class=True)
    register_form_field_override(
        models.TextField, override={"form_class": Tekstinvoer, "widget": hoog}, exact_class=True
    )
    for veld, kant in {
        models.TextField: {"form_class": Tekstinvoer},  # its children, with a widget of their own
        RichTextField: {"form_class": Opmaakinvoer},
        StreamField: {"form_class": Stroominvoer},
        models.DateField: {"form_class": Dagveld, "widget": Daginvoer},
        models.TimeField: {"form_class": Uurveld, "widget": forms.TimeInput},
        models.DateTimeField: {"form_class": Planveld},
    }.items():
        register_form_field_override(veld, override=kant)
