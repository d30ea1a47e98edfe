"""One form for a whole variant: a few fields at each step, and the numbers of the neighbourhood."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.datums import Dagveld
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.feiten.herkennen import niveau_van
from zorgpaden.lokaal.kern import Kernstap
from zorgpaden.lokaal.models import TELEFOON, Buurtnummer, Stapafspraak

NUMMERS: Final = 6
GEEN_ALARM: Final = _(
    "‘%(zin)s’ zegt wanneer iemand moet bellen. Dat staat in het landelijke zorgpad en blijft daar: hier kunt u het niet "
    "afzwakken of anders zeggen. Zet alleen uw nummer bij ‘Nummers’."
)


def _geen_alarm(waarde: str) -> None:
    for zin in waarde.splitlines():
        if niveau_van(zin):
            raise ValidationError(GEEN_ALARM, params={"zin": zin.strip()})


def _tekst(label: Any, **opties: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, validators=[_geen_alarm], **opties)


class BuurtpadFormulier(Duidelijk, forms.Form):
    """Field names are made of a step's place: `afspraak_0`. `stappen`: of the variant, in order."""

    def __init__(self, *args: Any, stappen: list[Kernstap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stappen = stappen
        for plek in range(len(stappen)):
            self.fields[f"wie_{plek}"] = _tekst(_("Wie doet dit bij ons? (een rol)"), max_length=120)
            self.fields[f"afspraak_{plek}"] = _tekst(
                _("Onze afspraak"), max_length=600, widget=forms.Textarea(attrs={"rows": 2})
            )
            self.fields[f"sinds_{plek}"] = Dagveld(label=_("Afgesproken op"), required=False)
            self.fields[f"opmerking_{plek}"] = _tekst(
                _("Opmerking"), max_length=600, widget=forms.Textarea(attrs={"rows": 2})
            )
        for plek in range(NUMMERS):
            self.fields[f"nrwie_{plek}"] = _tekst(_("Wie"), max_length=80)
            self.fields[f"nummer_{plek}"] = forms.CharField(
                label=_("Nummer"), max_length=20, required=False, validators=[TELEFOON]
            )
            self.fields[f"wanneer_{plek}"] = _tekst(_("Wanneer"), max_length=120)

    @staticmethod
    def begin(stappen: list[Kernstap], afspraken: list[Stapafspraak], nummers: list[Buurtnummer]) -> dict[str, Any]:
        per = {a.stap: a for a in afspraken}
        uit: dict[str, Any] = {}
        for plek, stap in enumerate(stappen):
            if a := per.get(stap["sleutel"]):
                uit |= {f"{v}_{plek}": getattr(a, v) for v in ("wie", "afspraak", "sinds", "opmerking")}
        for plek, n in enumerate(nummers[:NUMMERS]):
            uit |= {f"nrwie_{plek}": n.wie, f"nummer_{plek}": n.nummer, f"wanneer_{plek}": n.wanneer}
        return uit

    @property
    def per_stap(self) -> list[tuple[Kernstap, list[forms.BoundField]]]:
        velden = ("wie", "afspraak", "sinds", "opmerking")
        return [(stap, [self[f"{v}_{plek}"] for v in velden]) for plek, stap in enumerate(self.stappen)]

    @property
    def per_nummer(self) -> list[list[forms.BoundField]]:
        return [[self[f"{v}_{plek}"] for v in ("nrwie", "nummer", "wanneer")] for plek in range(NUMMERS)]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        for plek in range(NUMMERS):
            wie, nummer = schoon.get(f"nrwie_{plek}", ""), schoon.get(f"nummer_{plek}", "")
            if bool(wie) != bool(nummer) and f"nummer_{plek}" not in self.errors:
                self.add_error(f"nummer_{plek}", _("Vul wie en nummer allebei in, of geen van beide."))
        return schoon

    @property
    def afspraken(self) -> dict[str, dict[str, Any]]:
        """Of steps that this form changed: another may have been changed by somebody else meanwhile."""
        uit = {}
        for plek, stap in enumerate(self.stappen):
            namen = {v: f"{v}_{plek}" for v in ("wie", "afspraak", "sinds", "opmerking")}
            if set(namen.values()) & set(self.changed_data):
                uit[stap["sleutel"]] = {v: self.cleaned_data[naam] for v, naam in namen.items()}
        return uit

    @property
    def nummers(self) -> list[dict[str, str]]:
        rijen = [
            {"wie": self.cleaned_data[f"nrwie_{p}"], "nummer": self.cleaned_data[f"nummer_{p}"],
             "wanneer": self.cleaned_data[f"wanneer_{p}"]}
            for p in range(NUMMERS)
        ]  # fmt: skip  # a row of the form
        return [rij for rij in rijen if rij["nummer"]]
