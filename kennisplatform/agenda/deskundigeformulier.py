"""The form of somebody who speaks from experience: what may be told, and that they said yes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.agenda.formulieren import Datumveld
from kennisplatform.agenda.models import Ervaringsdeskundige
from kennisplatform.agenda.models.ervaringsdeskundige import TOESTEMMING
from kennisplatform.basis.formulieren import nederlandse
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.models import Begripsoort
from kennisplatform.basis.persoonssporen import sporen


class DeskundigeFormulier(Duidelijk, forms.ModelForm):
    toestemming_op = Datumveld(label=_("Wanneer gaf deze persoon toestemming?"))
    akkoord = forms.BooleanField(
        label=_("Deze persoon weet wat hier komt te staan, wie het leest, en dat het op elk moment weg kan.")
    )

    class Meta:
        model = Ervaringsdeskundige
        fields = ["naam", "ervaring", "onderwerpen", "toestemming_op", "toestemming_hoe"]
        widgets = {
            "onderwerpen": forms.CheckboxSelectMultiple,
            "toestemming_hoe": forms.RadioSelect,
            "ervaring": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "naam": _("Een voornaam of een andere naam. Geen achternaam."),
            "ervaring": _("In één of twee zinnen, in de woorden van deze persoon. Geen adres, telefoonnummer of diagnose van een ander."),
            "onderwerpen": _("Waarover wil deze persoon vertellen?"),
        }  # fmt: skip  # a table

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staat = self.instance.onderwerpen.values_list("pk", flat=True) if self.instance.pk else ()
        self.fields["onderwerpen"].queryset = nederlandse(Begripsoort.ONDERWERP, staat)
        self.fields["toestemming_hoe"].choices = Ervaringsdeskundige.Hoe.choices

    def clean_toestemming_op(self) -> Any:
        dag = self.cleaned_data["toestemming_op"]
        if dag > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen. Vraag eerst toestemming."))
        if dag + TOESTEMMING <= timezone.localdate():
            raise forms.ValidationError(_("Dit is langer dan een jaar geleden. Vraag opnieuw toestemming."))
        return dag

    def clean_naam(self) -> str:
        return self._zonder_sporen("naam")

    def clean_ervaring(self) -> str:
        return self._zonder_sporen("ervaring")

    def _zonder_sporen(self, veld: str) -> str:
        """An address would make the way through the neighbourhood pointless."""
        tekst = self.cleaned_data[veld]
        if any(spoor.soort in {"mail", "telefoon", "adres", "bsn", "iban"} for spoor in sporen(tekst)):
            raise forms.ValidationError(
                _("Hier staat een adres of nummer. Haal dat weg: contact gaat via het buurtnetwerk.")
            )
        return tekst

    def _post_clean(self) -> None:
        """The verb writes."""
