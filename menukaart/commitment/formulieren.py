"""Forms of asking for a signature, and of giving one."""

from __future__ import annotations

import hashlib
import re
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bestandspoort import MB, Bestandssoort, Bestandsveld, Gevraagd
from kennisplatform.basis.formuliertaal import Duidelijk
from menukaart.commitment.models import Handtekening

KORTST: Final = 16  # signs of a fingerprint that somebody types: no two plans share so many
PLAN: Final = Gevraagd(
    _("buurtplan"),
    _("Kies de PDF of het tekstbestand dat u van het plan hebt."),
    _("Kies de PDF of het tekstbestand dat u van het plan hebt."),
    frozenset({Bestandssoort.PDF, Bestandssoort.WORD, Bestandssoort.TEKST}),
)


class VraagHandtekening(Duidelijk, forms.ModelForm):
    class Meta:
        model = Handtekening
        fields = ("organisatie", "naam", "rol", "email", "belofte")


class TekenFormulier(Duidelijk, forms.Form):
    """Two ticks, so that nobody signs what they only opened. `code`: not for somebody who is signed in."""

    gelezen = forms.BooleanField(label=_("Ik las het plan en de begroting"))
    namens = forms.BooleanField(label=_("Ik mag dit namens mijn organisatie zeggen"))
    code = forms.CharField(
        label=_("De code uit uw mail"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def __init__(self, *args: Any, met_code: bool, met_voorwaarden: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if met_voorwaarden:
            self.fields["gelezen"].label = _("Ik las het plan, de begroting en de voorwaarden van de commissie")
        if not met_code:
            del self.fields["code"]


class WeigerFormulier(Duidelijk, forms.Form):
    reden = forms.CharField(
        label=_("Ik teken niet, omdat"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Het netwerk leest dit."),
    )


class BewijsFormulier(Duidelijk, forms.Form):
    bestand = Bestandsveld(
        label=_("Het bestand dat u wilt nakijken"),
        mag=PLAN,
        meeste=5 * MB,
        te_groot=_("Dit bestand is te groot om van een buurtplan te zijn."),
        required=False,
        help_text=_("Het blijft niet bij ons."),
    )
    afdruk = forms.CharField(
        label=_("Of de vingerafdruk, als u het plan op papier hebt"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        help_text=_("Minstens de eerste zestien tekens. Spaties mag u weglaten."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            veld.een_van = True  # each by itself may be left, and not both

    def clean_afdruk(self) -> str:
        """As it is kept: people type what stands in fours, in capitals, or copy 'SHA-256' with it."""
        getypt: str = re.sub(r"^sha-?256:?|[^0-9a-z]", "", self.cleaned_data["afdruk"].strip().lower())
        if getypt and not re.fullmatch(rf"[0-9a-f]{{{KORTST},64}}", getypt):
            raise forms.ValidationError(
                _("Een vingerafdruk heeft zestien tot 64 tekens: cijfers, en de letters a tot en met f.")
            )
        return getypt

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not self.errors and not gegevens["bestand"] and not gegevens["afdruk"]:
            self.add_error("bestand", _("Kies een bestand, of typ de vingerafdruk."))
        return gegevens

    def afdrukken(self) -> list[str]:
        """Of the file that was chosen, and what was typed: both must be of the same version."""
        bestand: UploadedFile | None = self.cleaned_data["bestand"]
        van_bestand = hashlib.sha256(bestand.read()).hexdigest() if bestand else ""
        return [afdruk for afdruk in (van_bestand, self.cleaned_data["afdruk"]) if afdruk]
