"""Asking and answering."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.persoonssporen import SOORTEN, sporen
from kennisplatform.deelnemers.models import Buurt

MAX: Final = 3000
# One's own number or address may be in a letter; these are somebody else's.
VREEMD: Final = frozenset({"bsn", "geboortedatum", "iban"})


class Tekstformulier(Duidelijk, forms.Form):
    tekst = forms.CharField(
        label=_("Uw vraag"),
        max_length=MAX,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Schrijf niets over een patiënt of bewoner. Uw mailadres ziet de ander niet, tenzij u het hier zet."
        ),
        error_messages={"required": _("Schrijf wat u wilt weten."), "max_length": _("Houd het bij 3.000 tekens.")},
    )

    def clean_tekst(self) -> str:
        tekst = self.cleaned_data["tekst"]
        for spoor in sporen(tekst):
            if spoor.soort in VREEMD:
                raise forms.ValidationError(
                    _(
                        "‘%(tekst)s’ lijkt op een %(soort)s. Haal dat weg: dit platform bewaart geen gegevens van patiënten."
                    ),
                    params={"tekst": spoor.tekst, "soort": SOORTEN[spoor.soort]},
                )
        return tekst


class Antwoordformulier(Tekstformulier):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"].label = _("Uw bericht")
        self.fields["tekst"].error_messages["required"] = _("Schrijf een bericht.")


class Vraagformulier(Tekstformulier):
    namens = forms.ModelChoiceField(
        label=_("Namens welke buurt vraagt u dit?"),
        queryset=Buurt.objects.none(),
        required=False,
        empty_label=_("Namens het programma"),
    )
    field_order = ["namens", "tekst"]

    def __init__(self, *args: Any, mijn: QuerySet[Buurt], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["namens"].queryset = mijn
        aantal = len(mijn)
        if aantal == 0:
            del self.fields["namens"]
        elif aantal == 1:
            self.fields["namens"].widget = forms.HiddenInput()
            self.initial["namens"] = mijn[0].pk
