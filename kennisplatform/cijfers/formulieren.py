"""The forms of taking in a file."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bestandspoort import LIJST, Bestandsveld
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.cijfers.invoer.waarden import periode
from kennisplatform.cijfers.models import Cijferbron

MAX_BYTES: Final = 20 * 1024 * 1024


class CijferbestandFormulier(Duidelijk, forms.Form):
    bestand = Bestandsveld(
        label=_("Bestand"),
        mag=LIJST,
        meeste=MAX_BYTES,
        te_groot=_("Dit bestand is groter dan 20 MB. Een beheerder haalt het binnen met haalcijfers."),
        help_text=_(
            "Van CBS StatLine, RIVM, Vektis of PDOK, of ons eigen sjabloon. CSV, Excel (.xlsx) of JSON, tot 20 MB."
        ),
    )
    bron = forms.ModelChoiceField(
        label=_("Bron"),
        queryset=Cijferbron.objects.none(),
        required=False,
        empty_label=_("staat in de naam van het bestand"),
        help_text=_(
            "Een bestand van StatLine heeft het nummer van zijn tabel in de naam. "
            "Staat de bron er niet bij, maak haar dan eerst: in het beheer, bij Cijfers."
        ),
    )
    periode = forms.CharField(
        label=_("Jaar of periode"),
        required=False,
        max_length=8,
        help_text=_("Alleen als het niet in het bestand staat, zoals 2024. Een kwartaal schrijft u als 2024-K1."),
    )
    groep = forms.ChoiceField(
        label=_("Over wie"),
        required=False,
        choices=[("", _("staat in het bestand")), ("18plus", _("18 jaar en ouder")), ("65plus", _("65 jaar en ouder"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["bron"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Cijferbron.objects.all()

    def clean_periode(self) -> str:
        ruw = self.cleaned_data["periode"]
        if ruw and not periode(ruw):
            raise ValidationError(_("Schrijf 2024, 2024-K1, 2024-H1 of 2024-03."))
        return periode(ruw)

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("bestand") and "bron" in schoon and schoon["bron"] is None:
            schoon["bron"] = _uit_naam(schoon["bestand"].name)
            if schoon["bron"] is None:
                self.add_error("bron", _("Kies waar dit bestand vandaan komt: aan de naam zien wij het niet."))
        return schoon


def _uit_naam(naam: str) -> Cijferbron | None:
    """'85163NED_ses_woa.csv' → 85163NED, 'vektis_2015.csv' → vektis-zvw; None where none is named, or more than one."""
    gevonden = [bron for bron in Cijferbron.objects.all() if bron.code.partition("-")[0].casefold() in naam.casefold()]
    return gevonden[0] if len(gevonden) == 1 else None


class TerugneemFormulier(Duidelijk, forms.Form):
    reden = forms.CharField(label=_("Waarom neemt u dit bestand terug?"), max_length=300)
