"""A form that looks for persons in what is typed: whoever writes takes it out, or says that it may stay."""

from __future__ import annotations

import hashlib
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.persoonssporen import SOORTEN, Spoor, sporen

MEEST: Final = 8000  # characters of a field that are looked through


class Bewaakt(Duidelijk, forms.Form):
    """The guard. Confirming counts for the very traces that were shown, not for what is typed after that."""

    bevestig = forms.BooleanField(
        label=_("Dit gaat niet over een patiënt of bewoner, het mag zo blijven."), required=False
    )
    gezien_merk = forms.CharField(widget=forms.HiddenInput, required=False)
    bewaakt: tuple[str, ...] = ("tekst",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.sporen:
            del self.fields["bevestig"], self.fields["gezien_merk"]

    @cached_property
    def _sporen_per_veld(self) -> dict[str, list[Spoor]]:
        return {veld: list(sporen(str(self.data.get(self.add_prefix(veld), ""))[:MEEST])) for veld in self.bewaakt}

    @property
    def sporen(self) -> list[Spoor]:
        return [spoor for van_veld in self._sporen_per_veld.values() for spoor in van_veld]

    @property
    def merk(self) -> str:
        return hashlib.sha256("|".join(s.tekst for s in self.sporen).encode("utf-8", "replace")).hexdigest()[:16]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if any(gevonden and veld in self.errors for veld, gevonden in self._sporen_per_veld.items()):
            # What stands there is mended first: a tick would not make it right.
            for veld in ("bevestig", "gezien_merk"):
                self.fields.pop(veld, None)
            return schoon
        if self.sporen and not (schoon.get("bevestig") and schoon.get("gezien_merk") == self.merk):
            namen = ", ".join(f"‘{s.tekst}’ ({SOORTEN[s.soort]})" for s in self.sporen[:5])
            self.data = self.data.copy()
            self.data.pop(self.add_prefix("bevestig"), None)  # a tick for other words is none for these
            self.data[self.add_prefix("gezien_merk")] = self.merk
            raise ValidationError(
                _t("Dit lijkt op gegevens van een persoon: %(wat)s. Haal het weg, of vink aan dat het mag blijven.")
                % {"wat": namen}
            )
        return schoon

    @property
    def bevestigd(self) -> bool:
        return bool(self.sporen)
