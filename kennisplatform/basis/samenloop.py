"""Two people changed the same thing. What stands there now is shown at the field itself, to take or to leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

INTUSSEN = gettext_lazy(
    "Iemand anders wijzigde dit intussen. Wat er nu staat, leest u hieronder bij het veld. Neem het over, of houd wat u zelf "
    "invulde, en bewaar dan nog een keer."
)


@dataclass(frozen=True)
class Ander:
    tekst: str
    van: str
    naam: str  # of the box that takes it over


class Samenloop:
    """Mixin for Form and ModelForm. Whoever makes the form gives `staat_er`: field → the value that stands now."""

    staat_er: Mapping[str, Any] = {}
    # Of the form beside it. Its fields are of many kinds, and its data is a mapping of which a copy can be written in.
    fields: dict[str, Any]
    data: Any
    cleaned_data: dict[str, Any]

    def full_clean(self) -> None:
        genomen = [naam for naam in self.staat_er if self.data.get(f"neem_{naam}")]
        if genomen:
            self.data = self.data.copy()
            for naam in genomen:
                waarde = self.staat_er[naam]
                self.data[naam] = "" if waarde in (None, False) else str(waarde)
        super().full_clean()  # type: ignore[misc]  # of the form beside it

    def toon_ander(self, van: str = "") -> None:
        """Beside every field that was filled in otherwise than it stands."""
        for naam, waarde in self.staat_er.items():
            veld = self.fields[naam]
            getypt = self.cleaned_data.get(naam, self.data.get(naam))
            if _in_woorden(veld, getypt) != (nu := _in_woorden(veld, waarde)):
                veld.ander = Ander(nu, van or _("Iemand anders"), f"neem_{naam}")


def _in_woorden(veld: forms.Field, waarde: Any) -> str:
    if isinstance(veld, forms.BooleanField):
        return _("ja") if waarde else _("nee")
    if isinstance(veld, forms.ChoiceField):
        keuzes: Any = veld.choices  # pairs when read; the stub names all that it may be set to
        return str(dict(keuzes).get(waarde, waarde or ""))
    return "" if waarde is None else str(waarde).replace("\r\n", "\n").strip()
