"""The editors' forms of the podium."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.datums import Dagveld
from kennisplatform.basis.formuliertaal import Duidelijk
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium.models import Uitlichting

GEWOON = dt.timedelta(days=27)  # four weeks, both ends counted
LANGST = dt.timedelta(days=366)


def dagveld() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class Uitlichtformulier(Duidelijk, forms.ModelForm):
    class Meta:
        model = Uitlichting
        fields = ("reden", "van", "tot")
        field_classes = {"van": Dagveld, "tot": Dagveld}
        widgets = {"reden": forms.Textarea(attrs={"rows": 3}), "van": dagveld(), "tot": dagveld()}

    def __init__(self, *args: Any, voorbeeld: Praktijkvoorbeeld, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voorbeeld = voorbeeld
        self.fields["reden"].error_messages["required"] = _("Schrijf waarom u juist dit voorbeeld laat zien.")
        if self.instance.pk is None:
            vandaag = timezone.localdate()
            self.initial.update(van=vandaag, tot=vandaag + GEWOON)

    def clean_reden(self) -> str:
        return " ".join(self.cleaned_data["reden"].split())

    def clean(self) -> dict[str, Any]:
        gegeven = super().clean() or {}
        van, tot = gegeven.get("van"), gegeven.get("tot")
        if not van or not tot:
            return gegeven
        if tot < van:
            self.add_error("tot", _("De laatste dag ligt voor de eerste. Kies een latere dag."))
        elif tot - van > LANGST:
            self.add_error("tot", _("Kies hoogstens een jaar: op een podium staat niets voor altijd."))
        elif ander := Uitlichting.objects.naast(self.voorbeeld, van, tot).exclude(pk=self.instance.pk).first():
            self.overlap(ander)
        return gegeven

    def overlap(self, ander: Uitlichting) -> None:
        melding = _("Dit voorbeeld staat al op het podium van %(van)s tot en met %(tot)s. Kies andere dagen.")
        dagen = {"van": date_format(ander.van), "tot": date_format(ander.tot)}
        self.add_error("van", forms.ValidationError(melding, params=dagen))
