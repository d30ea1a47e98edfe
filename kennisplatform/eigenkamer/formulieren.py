"""Forms of a network's own room. Notes are looked through for persons, as everything that is typed about a neighbourhood."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bestandspoort import DOCUMENT, Bestandsveld
from kennisplatform.basis.bewaakt import Bewaakt
from kennisplatform.basis.datums import Dagveld
from kennisplatform.basis.documenten.keuren import MAX_BYTES, kiezer
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.samenloop import MetStand
from kennisplatform.eigenkamer.models import MAX_TEKST, Netwerkverslag
from kennisplatform.gesprek.formulieren import Eenmalig

VELDEN = ("titel", "dag", "tekst")


class VerslagFormulier(Bewaakt, MetStand, forms.ModelForm):
    dag = Dagveld(label=_("Wanneer was het?"))
    bewaakt = ("titel", "tekst")
    field_order = (*VELDEN, "bevestig")

    class Meta:
        model = Netwerkverslag
        fields = VELDEN
        widgets = {"tekst": forms.Textarea(attrs={"rows": 14, "maxlength": MAX_TEKST})}
        help_texts = {
            "titel": _("Bijvoorbeeld: overleg van maart."),
            "tekst": _("Alleen uw netwerk leest dit. Schrijf niets waaraan iemand een patiënt of bewoner herkent."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        verslag = kwargs["instance"]
        staat_er = {naam: getattr(verslag, naam) for naam in VELDEN}
        super().__init__(
            *args, stand=str(verslag.versie if verslag.pk else 0), staat_er=staat_er if verslag.pk else {}, **kwargs
        )

    def clean_dag(self) -> dt.date:
        dag: dt.date = self.cleaned_data["dag"]
        if dag > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen. Een verslag gaat over een overleg dat er al was."))
        return dag


class NetwerkbestandFormulier(Duidelijk, forms.Form):
    document = Bestandsveld(
        label=_("Document"),
        mag=DOCUMENT,
        meeste=MAX_BYTES,
        widget=kiezer(".pdf,.docx,.odt"),
        help_text=_("PDF, Word (.docx) of ODT, hoogstens 12 MB."),
    )
    naam = forms.CharField(label=_("Hoe heet het?"), max_length=120, help_text=_("Bijvoorbeeld: offerte zaalhuur."))


class OnderwerpFormulier(Bewaakt, Eenmalig):
    kop = forms.CharField(
        label=_("Waarover wilt u praten?"),
        max_length=140,
        help_text=_("Bijvoorbeeld: Wie gaat er mee naar de wethouder?"),
        error_messages={"required": _("Schrijf in één zin waar het over gaat.")},
    )
    tekst = forms.CharField(
        label=_("Toelichting"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    volgen = forms.BooleanField(label=_("Laat mij weten als iemand antwoordt"), required=False, initial=True)
    bewaakt = ("kop", "tekst")
    field_order = ("kop", "tekst", "volgen", "bevestig")
