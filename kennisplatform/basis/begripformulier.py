"""The form of a term: its kind and code are chosen once, since addresses, content files and followers name them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class Begripformulier(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for naam in {"soort", "code"} & set(self.fields):
                self.fields[naam].disabled = True
                self.fields[naam].help_text = _("Staat in adressen en blijft daarom zo.")
