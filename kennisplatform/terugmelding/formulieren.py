"""The form of a reader, and that of whoever answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bewaakt import Bewaakt
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.persoonssporen import SOORTEN
from kennisplatform.terugmelding.models import MAX_TEKST

# Never of use to whoever mends a page; the others (a name, a number, an address) may be what is wrong on it.
NOOIT: Final = frozenset({"bsn", "geboortedatum", "iban"})


class Terugmeldformulier(Bewaakt):
    waar = forms.ChoiceField(label=_("Bij welk stuk?"), required=False)
    tekst = forms.CharField(
        label=_("Wat klopt er niet, of wat mist u?"),
        max_length=MAX_TEKST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Eén zin is genoeg. Schrijf niets over uw eigen gezondheid en geen namen."),
        error_messages={"required": _("Schrijf één zin.")},
    )
    mail = forms.EmailField(
        label=_("Uw mailadres, als u antwoord wilt"),
        required=False,
        max_length=200,
        help_text=_("Mag leeg blijven. Na ons antwoord halen wij het weg."),
        error_messages={
            "invalid": _("Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl, of laat het leeg.")
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ["tekst", "waar", "mail", "bevestig"]

    def __init__(self, *args: Any, stukken: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["waar"].choices = [("", _("De hele pagina")), *((stuk, stuk) for stuk in stukken)]
        if not stukken:
            del self.fields["waar"]
        if "bevestig" in self.fields:
            self.fields["bevestig"].label = _(
                "Dit gaat niet over mijzelf of iemand die ik ken. Het hoort bij de pagina."
            )

    def clean_tekst(self) -> str:
        tekst: str = self.cleaned_data["tekst"]
        for spoor in self.sporen:
            if spoor.soort in NOOIT:
                raise ValidationError(
                    _t("‘%(tekst)s’ lijkt op een %(soort)s. Haal dat weg, dat is veiliger voor u."),
                    params={"tekst": spoor.tekst, "soort": SOORTEN[spoor.soort]},
                )
            if spoor.soort == "mail":
                raise ValidationError(
                    _t("Wilt u antwoord? Zet uw mailadres dan in het vak hieronder, niet in de tekst.")
                )
        return tekst


class Afdoeformulier(Duidelijk, forms.Form):
    antwoord = forms.CharField(
        label=_("Uw antwoord"),
        required=False,
        max_length=4000,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Gaat per mail naar de lezer. Daarna is het adres hier weg. Leeg: de lezer krijgt geen mail."),
    )
