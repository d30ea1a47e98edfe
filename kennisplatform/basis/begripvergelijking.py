"""Two versions of a page side by side: terms by their names. They are one relation with a form field a kind, which Wagtail
can't compare by itself.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.panels import FieldPanel

from kennisplatform.basis.models.begrippen import Begripsoort

VOOR = "begrippen_"


class Begripvergelijking:
    is_field = True
    is_child_relation = False

    def __init__(self, soort: str, voor: Any, na: Any) -> None:
        self.soort = soort
        self.voor, self.na = ({b.pk: b.label for b in kant.begrippen.all() if b.soort == soort} for kant in (voor, na))

    def field_label(self) -> str:
        return str(Begripsoort(self.soort).label)

    def has_changed(self) -> bool:
        return self.voor.keys() != self.na.keys()

    def htmldiff(self) -> SafeString:
        delen = [("" if pk in self.na else "deletion", label) for pk, label in self.voor.items()]
        delen += [("addition", label) for pk, label in self.na.items() if pk not in self.voor]
        return format_html_join(", ", '<span class="{}">{}</span>', delen)


class Begrippenpaneel(FieldPanel):
    """The form's field of one kind of term."""

    class BoundPanel(FieldPanel.BoundPanel):
        def get_comparison(self) -> list[Any]:
            soort = self.panel.field_name.removeprefix(VOOR)
            soorten = {str(s).replace("-", "_"): str(s) for s in Begripsoort}
            return [partial(Begripvergelijking, soorten[soort])] if soort in soorten else []
