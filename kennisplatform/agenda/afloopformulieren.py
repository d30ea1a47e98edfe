"""Forms of how a meeting ended: it was called off, or this is what it yielded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kennisplatform.agenda.formulieren import Linkveld
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.persoonssporen import SOORTEN, sporen


class AfgelastFormulier(Duidelijk, forms.Form):
    reden = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Staat op de pagina en in de mail. Noem niemand bij naam."),
    )


class OpbrengstFormulier(Duidelijk, forms.ModelForm):
    opname = Linkveld(
        label=_("Opname"), help_text=_("De link naar de opname, als iedereen die erop staat dat goed vond.")
    )
    gezien = forms.IntegerField(widget=forms.HiddenInput, required=False)

    field_order = ["opbrengst", "opname", "transcript"]

    class Meta:
        model = Bijeenkomst
        fields = ["opbrengst", "opname", "transcript"]
        widgets = {"opbrengst": forms.Textarea(attrs={"rows": 8}), "transcript": forms.Textarea(attrs={"rows": 12})}
        help_texts = {
            "opbrengst": _("Wat leerde u, wat spraken wij af, wat werkte niet? Schrijf geen namen op."),
            "transcript": _("De tekst van de opname. Wie niet kan horen, of liever leest, kan dan ook meedoen."),
        }

    def __init__(self, *args: Any, nu: Bijeenkomst, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nu, self.ingehaald = nu, False
        self.fields["gezien"].initial = nu.versie

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if schoon.get("opname") and not schoon.get("transcript"):
            self.add_error(
                "transcript", _("Zet de tekst van de opname erbij. Zonder tekst kan niet iedereen hem volgen.")
            )
        if schoon.get("gezien") != self.nu.versie:
            self.haal_in(self.nu)
        return schoon

    def haal_in(self, nu: Bijeenkomst) -> None:
        self.ingehaald, self.nu = True, nu
        self.data = self.data.copy()
        self.data["gezien"] = nu.versie
        self.add_error(
            None,
            _(
                "Iemand anders wijzigde deze bijeenkomst intussen. Hierboven staat de tekst zoals die nu is. Uw eigen tekst staat hieronder; klopt die, bewaar dan nog een keer."
            ),
        )

    def clean_opbrengst(self) -> str:
        return self._zonder(self.cleaned_data["opbrengst"], set(SOORTEN))

    def clean_transcript(self) -> str:
        """A speaker may be named; where somebody lives may not."""
        return self._zonder(self.cleaned_data["transcript"], set(SOORTEN) - {"naam"})

    def _zonder(self, tekst: str, soorten: set[str]) -> str:
        """On the site at once, without an editor: so nothing that looks like a person."""
        if gevonden := next((spoor for spoor in sporen(tekst) if spoor.soort in soorten), None):
            raise forms.ValidationError(
                _("‘%(tekst)s’ lijkt op een %(soort)s. Haal dat weg: dit staat meteen op de site."),
                params={"tekst": gevonden.tekst, "soort": SOORTEN[gevonden.soort]},
            )
        return tekst

    def _post_clean(self) -> None:
        """The verb writes; the record stays as it was read."""
