"""Forms of the scan: six answers of a network with the market share of its partner, and the decision of the team."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.datums import Dagveld
from kennisplatform.basis.samenloop import MetStand
from kennisplatform.register.models import Buurtscan, Criterium, Instroom

EERSTE_JAAR = 2015
AANDEELVELDEN = ("marktaandeel", "marktaandeel_jaar", "marktaandeel_bron")
INSTROOMVELDEN = ("besluit", "reden", "volgende", "voor")


class ScanFormulier(MetStand):
    """`c_<criterium>` and `g_<criterium>`, as on the team's form; an answer asks on what it rests."""

    marktaandeel = forms.DecimalField(
        label=_("Marktaandeel in procenten"),
        help_text=_(
            "Van de wijkverpleging in deze buurt, van alle partners in de alliantie samen. Bijvoorbeeld: 54,5."
        ),
        max_digits=4,
        decimal_places=1,
        min_value=0,
        max_value=100,
        required=False,
        localize=True,
    )
    marktaandeel_jaar = forms.IntegerField(label=_("Over welk jaar?"), required=False, min_value=EERSTE_JAAR)
    marktaandeel_bron = forms.CharField(
        label=_("Volgens wie, of volgens welke cijfers?"),
        help_text=_("Bijvoorbeeld: eigen cliënten van de partner, naast de cijfers van de verzekeraar."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, scan: Buurtscan | None, **kwargs: Any) -> None:
        staat_er = _staat_er(scan)
        super().__init__(*args, stand=str(scan.versie if scan else 0), staat_er=staat_er if scan else {}, **kwargs)
        for code, label in Criterium.Naam.choices:
            self.fields[f"c_{code}"] = forms.ChoiceField(
                label=label, choices=Criterium.Oordeel.choices, required=False, initial=staat_er[f"c_{code}"]
            )
            self.fields[f"g_{code}"] = forms.CharField(
                label=_("Waaruit blijkt dat?"), max_length=300, required=False, initial=staat_er[f"g_{code}"]
            )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        if schoon.get("marktaandeel") is not None and not schoon.get("marktaandeel_bron"):
            self.add_error("marktaandeel_bron", _t("Schrijf erbij waar dit percentage vandaan komt."))
        jaar = schoon.get("marktaandeel_jaar")
        if jaar and jaar > timezone.localdate().year:
            self.add_error("marktaandeel_jaar", _t("Dit jaar moet nog beginnen."))
        return self.cleaned_data

    def antwoorden(self) -> dict[str, dict[str, str]]:
        schoon = self.cleaned_data
        return {
            code: {"oordeel": schoon.get(f"c_{code}") or "onbekend", "grond": schoon.get(f"g_{code}", "")}
            for code in Criterium.Naam.values
        }

    def aandeel(self) -> dict[str, Decimal | int | str | None]:
        return {naam: self.cleaned_data.get(naam) for naam in AANDEELVELDEN} | {
            "marktaandeel_bron": self.cleaned_data.get("marktaandeel_bron", "")
        }

    def criteriumvelden(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"c_{code}"], self[f"g_{code}"]) for code in Criterium.Naam.values]

    def aandeelvelden(self) -> list[forms.BoundField]:
        return [self[naam] for naam in AANDEELVELDEN]


def _staat_er(scan: Buurtscan | None) -> dict[str, Any]:
    uit: dict[str, Any] = {naam: getattr(scan, naam, None) for naam in AANDEELVELDEN}
    uit["marktaandeel_bron"] = uit["marktaandeel_bron"] or ""
    antwoorden = scan.antwoorden if scan else {}
    for code in Criterium.Naam.values:
        een = antwoorden.get(code, {})
        uit |= {f"c_{code}": een.get("oordeel", "onbekend"), f"g_{code}": een.get("grond", "")}
    return uit


class InstroomFormulier(MetStand, forms.ModelForm):
    voor = Dagveld(label=_("Voor wanneer?"), required=False)

    class Meta:
        model = Instroom
        fields = INSTROOMVELDEN
        labels = {"besluit": _("Besluit"), "reden": _("Omdat"), "volgende": _("Volgende stap")}
        help_texts = {
            "reden": _("Het netwerk leest dit bij het besluit."),
            "volgende": _("Wie doet wat? Leeg: wat hiervoor nog openstaat. Dit leest alleen het team."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instroom = kwargs["instance"]
        staat_er = {naam: getattr(instroom, naam) for naam in INSTROOMVELDEN}
        super().__init__(
            *args, stand=str(instroom.versie if instroom.pk else 0), staat_er=staat_er if instroom.pk else {}, **kwargs
        )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        if schoon.get("besluit") in (Instroom.Besluit.WACHT, Instroom.Besluit.NIET) and not schoon.get("reden"):
            self.add_error("reden", _t("Schrijf erbij waarom. Het netwerk vraagt ernaar."))
        return self.cleaned_data
