"""Forms of the budget and of its committee."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bestandspoort import MB, WERKMAP, Bestandsveld
from kennisplatform.basis.formuliertaal import Duidelijk
from menukaart.begroting.models import Begrotingsbesluit, Commissievraag
from menukaart.plan.formulieren import Rijformulier
from menukaart.plan.models import Begrotingsregel


class RegelFormulier(Rijformulier):
    jaar = forms.TypedChoiceField(label=_("Jaar"), coerce=int)
    aantal = forms.DecimalField(label=_("Aantal of uren"), max_digits=9, decimal_places=2, min_value=0, localize=True)
    prijs = forms.DecimalField(
        label=_("Per stuk of per uur (€)"), max_digits=9, decimal_places=2, min_value=0, localize=True
    )
    uitgegeven = forms.DecimalField(
        label=_("Echt uitgegeven (€)"),
        max_digits=10,
        decimal_places=2,
        min_value=0,
        localize=True,
        required=False,
        help_text=_("Vul dit pas in als het jaar voorbij is."),
    )

    class Meta:
        model = Begrotingsregel
        fields = ("omschrijving", "soort", "jaar", "aantal", "prijs", "financier", "uitgegeven")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plan = kwargs["instance"].activiteit.plan
        self.fields["jaar"].choices = [(jaar, str(jaar)) for jaar in range(plan.van, plan.tot + 1)]
        for naam in ("aantal", "prijs", "uitgegeven"):
            self.fields[naam].widget.attrs["inputmode"] = "decimal"


class CommissievraagFormulier(Duidelijk, forms.ModelForm):
    class Meta:
        model = Commissievraag
        fields = ("tekst",)
        widgets = {"tekst": forms.Textarea(attrs={"rows": 3})}


class CommissieAntwoord(Duidelijk, forms.Form):
    tekst = forms.CharField(label=_("Uw antwoord"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))


class BegrotingsbesluitFormulier(Duidelijk, forms.Form):
    """What the committee decides; only agreement needs no words."""

    als = forms.ChoiceField(
        label=_("Besluit"),
        choices=[
            (b.value, b.label)
            for b in (Begrotingsbesluit.AKKOORD, Begrotingsbesluit.VOORWAARDEN, Begrotingsbesluit.AFGEWEZEN)
        ],
        widget=forms.RadioSelect,
    )
    toelichting = forms.CharField(
        label=_("Toelichting of voorwaarden"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Het netwerk leest dit."),
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("als") not in (None, Begrotingsbesluit.AKKOORD) and not gegevens.get("toelichting", "").strip():
            self.add_error(
                "toelichting", _("Schrijf welke voorwaarden gelden, of waarom de commissie niet akkoord gaat.")
            )
        return gegevens


class BladFormulier(Duidelijk, forms.Form):
    bestand = Bestandsveld(
        label=_("Excelbestand (.xlsx)"),
        mag=WERKMAP,
        meeste=MB,
        te_groot=_("Dit bestand is groter dan 1 MB. Een begroting is veel kleiner: klopt het bestand?"),
        help_text=_("Het bestand dat u hier ophaalde, met uw wijzigingen. Hooguit 1 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )
