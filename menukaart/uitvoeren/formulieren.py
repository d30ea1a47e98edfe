"""The form of one activity that is carried out. What two people change at once merges by field (basis/samenloop.py)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.samenloop import MetStand
from menukaart.plan.keuzes import IN_UREN, Uitvoerstand
from menukaart.plan.models import Begrotingsregel, Planactiviteit
from menukaart.uitvoeren.bijhouden import Werkelijk

GELD: dict[str, Any] = {"max_digits": 10, "decimal_places": 2, "min_value": 0, "localize": True, "required": False}


class VoortgangFormulier(MetStand):
    # A field of this name is no attribute: Django takes it out of the class.
    stand = forms.ChoiceField(  # type: ignore[assignment]
        label=_("Hoe staat het ervoor?"), choices=Uitvoerstand.choices, widget=forms.RadioSelect
    )
    aangepast = Planactiviteit._meta.get_field("aangepast").formfield(
        required=False, help_text=_("Vergeleken met het plan. Eén zin over waarom is genoeg.")
    )
    stopreden = Planactiviteit._meta.get_field("stopreden").formfield(
        required=False, help_text=_("Nodig als het stopte. Andere buurten leren hier het meest van.")
    )

    def __init__(self, *args: Any, activiteit: Planactiviteit, regels: list[Begrotingsregel], **kwargs: Any) -> None:
        self.regels = regels
        nu: dict[str, Any] = {naam: getattr(activiteit, naam) for naam in ("stand", "aangepast", "stopreden")}
        for regel in regels:
            nu |= {f"gebruikt_{regel.pk}": regel.gebruikt, f"uitgegeven_{regel.pk}": regel.uitgegeven}
        versie = f"{activiteit.versie}.{sum(regel.versie for regel in regels)}"
        super().__init__(*args, stand=versie, staat_er={}, **kwargs)
        for regel in regels:
            self._velden_van(regel)
        self.staat_er = nu
        self.initial = {**nu, **self.initial}
        self.fields["gezien"].initial = f"{versie} {self.merken()}"
        for naam in ("aangepast", "stopreden"):
            self.fields[naam].widget.attrs["rows"] = 3

    def _velden_van(self, regel: Begrotingsregel) -> None:
        wat = {"wat": regel.omschrijving, "jaar": regel.jaar}
        in_uren = regel.soort in IN_UREN
        aantal = _("Echt gewerkt, in uren") if in_uren else _("Echt gebruikt, aantal")
        velden = {"gebruikt": aantal, "uitgegeven": _("Echt uitgegeven (€)")}
        for naam, label in velden.items():
            vraag = f"{label}: {wat['wat']}, {wat['jaar']}"
            self.fields[f"{naam}_{regel.pk}"] = forms.DecimalField(label=vraag, **GELD)

    @property
    def eerst(self) -> list[forms.BoundField]:
        return [self[naam] for naam in ("stand", "aangepast", "stopreden")]

    @property
    def per_regel(self) -> list[tuple[Begrotingsregel, forms.BoundField, forms.BoundField]]:
        return [(regel, self[f"gebruikt_{regel.pk}"], self[f"uitgegeven_{regel.pk}"]) for regel in self.regels]

    def werkelijk(self) -> Werkelijk:
        waarde: dict[str, Decimal | None] = self.cleaned_data
        return {r.pk: (waarde[f"gebruikt_{r.pk}"], waarde[f"uitgegeven_{r.pk}"]) for r in self.regels}

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if gegevens.get("stand") == Uitvoerstand.GESTOPT and not gegevens.get("stopreden", "").strip():
            self.add_error("stopreden", _("Schrijf waarom het stopte. Daar leren andere buurten van."))
        return gegevens
