"""What a network notes about one figure. Two people at once merge by field."""

from __future__ import annotations

from typing import Any

from django import forms

from kennisplatform.basis.bewaakt import Bewaakt
from kennisplatform.basis.samenloop import MetStand
from kennisplatform.cijfersessies.models import Sessieregel

VELDEN = ("ziet", "besluit")


class SessieregelFormulier(Bewaakt, MetStand, forms.ModelForm):
    bewaakt = VELDEN
    field_order = (*VELDEN, "bevestig")

    class Meta:
        model = Sessieregel
        fields = VELDEN
        widgets = {"ziet": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        regel = kwargs["instance"]
        staat_er = {naam: getattr(regel, naam) for naam in VELDEN}
        super().__init__(
            *args, stand=str(regel.versie if regel.pk else 0), staat_er=staat_er if regel.pk else {}, **kwargs
        )
