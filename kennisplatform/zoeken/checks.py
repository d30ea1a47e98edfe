"""A page type that forgot to say whether it can be found stops the boot."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, register
from wagtail.models import Page, get_page_models


def _vergeten(model: type[Page]) -> bool:
    """Own page types that editors can make, with neither `zoekdocument()` nor `zoekbaar = False`."""
    if model is Page or model._meta.abstract or not getattr(model, "is_creatable", True):
        return False
    if model.__module__.startswith("wagtail."):
        return False
    return not callable(getattr(model, "zoekdocument", None)) and getattr(model, "zoekbaar", None) is not False


@register("zoeken")
def zoekbaarheid(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return [
        Error(
            f"{model._meta.label} does not say whether it can be found.",
            hint="Give it `def zoekdocument(self) -> Document | None`, or `zoekbaar = False`.",
            obj=model,
            id="zoeken.E001",
        )
        for model in get_page_models()
        if _vergeten(model)
    ]
