"""Forms of the newsletter: for editors who write it, and for readers who want it."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.formuliertaal import Duidelijk
from leernetwerk.podium.models import Nieuwsbrief, Uitlichting

TERUG: Final = dt.timedelta(days=60)  # what left the podium since then can still be chosen


class Uitlichtingkeuze(forms.ModelMultipleChoiceField):
    def label_from_instance(self, uitlichting: Uitlichting) -> str:
        return uitlichting.voorbeeld.title


class Briefformulier(Duidelijk, forms.ModelForm):
    uitlichtingen = Uitlichtingkeuze(
        label=_("Voorbeelden"),
        queryset=Uitlichting.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Wat nu op het podium staat, en wat er de laatste twee maanden op stond."),
        error_messages={"required": _("Kies ten minste één voorbeeld.")},
    )

    class Meta:
        model = Nieuwsbrief
        fields = ("onderwerp", "opening", "uitlichtingen", "slot")
        widgets = {"opening": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vandaag = timezone.localdate()
        rij = Uitlichting.objects.geldig().zichtbaar().filter(van__lte=vandaag, tot__gte=vandaag - TERUG)
        self.fields["uitlichtingen"].queryset = rij.select_related("voorbeeld")
        self.fields["onderwerp"].error_messages["required"] = _("Schrijf een onderwerp: waar gaat deze brief over?")
        self.fields["opening"].error_messages["required"] = _("Schrijf een paar zinnen om mee te beginnen.")
        if self.instance.pk is None:
            self.initial["uitlichtingen"] = list(Uitlichting.objects.nu().values_list("pk", flat=True))

    def clean_onderwerp(self) -> str:
        """One line: a mail's subject can hold nothing else."""
        tekens = (t if t.isprintable() else " " for t in self.cleaned_data["onderwerp"])
        onderwerp = " ".join("".join(tekens).split())
        if not onderwerp:
            raise forms.ValidationError(self.fields["onderwerp"].error_messages["required"])
        return onderwerp


class Aanmeldformulier(Duidelijk, forms.Form):
    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Wij sturen u eerst een mail om te vragen of u dit zelf bent."),
        error_messages={"required": _("Vul uw e-mailadres in.")},
    )


class Lidformulier(Duidelijk, forms.Form):
    aan = forms.BooleanField(label=_("Stuur mij de nieuwsbrief"), required=False)
