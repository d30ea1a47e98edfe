"""Begin: for which neighbourhood, and from what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kennisplatform.basis.bestandspoort import DOCUMENT, Bestandsveld
from kennisplatform.basis.documenten.keuren import MAX_BYTES, kiezer
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.deelnemers.models import Buurt
from leernetwerk.delen.formulieren import kiesbaar
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending

MAX_EERDER = 30


class StartFormulier(Duidelijk, forms.Form):
    buurt = forms.ModelChoiceField(
        label=_("Namens welke buurt schrijft u?"),
        queryset=Buurt.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    interventie = forms.ModelChoiceField(queryset=Page.objects.none(), required=False, widget=forms.HiddenInput)
    eerder = forms.ModelChoiceField(
        label=_("Begin met een eerder voorbeeld van uw buurt"),
        queryset=Inzending.objects.none(),
        required=False,
        empty_label=_("Nee, met een leeg blad"),
    )
    bijeenkomst = forms.IntegerField(required=False, min_value=1, max_value=2**31, widget=forms.HiddenInput)
    document = Bestandsveld(
        mag=replace(DOCUMENT, om_te_lezen=False),  # its text is read here, and says why not itself
        meeste=MAX_BYTES,
        label=_("Of begin met een document"),
        required=False,
        widget=kiezer(".docx,.odt,.pdf"),
        help_text=_(
            "Een Word-bestand, ODT of PDF. Wij zetten de tekst zo goed mogelijk in de vragen; u kijkt het na. "
            "Het bestand zelf bewaren we niet."
        ),
    )

    def __init__(self, *args: Any, buurten: QuerySet[Buurt], eerst: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["buurt"].queryset = buurten
        self.fields["interventie"].queryset = kiesbaar()
        # Only of the neighbourhoods that this person writes for: the choice itself is the permission check.
        eerder = Inzending.objects.filter(
            buurt__in=buurten, stand__in=(Stand.GEPLAATST, Stand.INGEDIEND, Stand.CONCEPT)
        )
        self.fields["eerder"].queryset = eerder.exclude(titel="")
        if not eerder.exclude(titel="").exists():
            del self.fields["eerder"]
        if len(buurten) == 1:
            self.fields["buurt"].widget = forms.HiddenInput()
            self.initial["buurt"] = buurten[0].pk
        else:
            self.initial["buurt"] = next((b.pk for b in buurten if b.slug == eerst.get("buurt")), None)
        gevraagd = eerst.get("interventie", "")
        self.uitgaande = (
            kiesbaar().filter(pk=int(gevraagd)).first() if gevraagd.isdecimal() and len(gevraagd) < 10 else None
        )
        self.initial["interventie"] = self.uitgaande.pk if self.uitgaande else None

        bijeenkomst = eerst.get("bijeenkomst", "")
        self.initial["bijeenkomst"] = int(bijeenkomst) if bijeenkomst.isdecimal() and len(bijeenkomst) < 10 else None

    @property
    def enige(self) -> Buurt | None:
        """The one neighbourhood there is to choose."""
        rij = self.fields["buurt"].queryset
        return rij[0] if len(rij) == 1 else None
