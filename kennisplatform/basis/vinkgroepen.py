"""Many choices in groups, each with a box to tick: a list for which one must hold Ctrl loses all at a press without it."""

from __future__ import annotations

from django import forms


class Vinkgroepen(forms.CheckboxSelectMultiple):
    """Choices as (group, [(value, label), …]); what scrolls is the list, not the form around it."""

    template_name = "formulier/vinkgroepen.html"
