"""One look for every public form: `{{ form }}` gives the summary of mistakes and each field with its help."""

from typing import Final

from django import forms
from django.forms.renderers import TemplatesSetting

WEINIG: Final = 4  # of so many fields at most one has to be filled in: then that one is marked, and not all the others


class Huisvorm(TemplatesSetting):
    form_template_name = "formulier/formulier.html"
    field_template_name = "formulier/veld.html"


def merk_van(veld: forms.BoundField) -> str:
    """What stands behind the name of a field: 'later', 'verplicht', 'niet' (not needed) or ''."""
    soort = veld.field
    if getattr(soort, "mag_later", False):
        return "later"
    if getattr(soort, "een_van", False):
        return ""
    if _vraagt_weinig(veld.form):
        return "verplicht" if soort.required else ""
    return "" if soort.required else "niet"


def _vraagt_weinig(formulier: forms.BaseForm) -> bool:
    """Nearly all of it may stay empty. Ticks have no mark, so they don't count."""
    velden = [
        veld
        for veld in formulier.fields.values()
        if not (veld.widget.is_hidden or isinstance(veld.widget, forms.CheckboxInput))
    ]
    return len(velden) >= WEINIG and sum(veld.required for veld in velden) * WEINIG <= len(velden)
