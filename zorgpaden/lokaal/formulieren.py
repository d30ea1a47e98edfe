"""One form for a whole variant: a few fields at each step, and the numbers of the neighbourhood."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bewaakt import Bewaakt
from kennisplatform.basis.datums import Dagveld
from kennisplatform.basis.samenloop import MetStand
from zorgpaden.lokaal.alarm import zegt_wanneer_bellen
from zorgpaden.lokaal.kern import Kernstap
from zorgpaden.lokaal.models import TELEFOON, Buurtnummer, Stapafspraak

NUMMERS: Final = 6
METEEN: Final = 3  # rows of numbers that show at once; the others unfold
GEEN_ALARM: Final = _(
    "‘%(zin)s’ zegt wanneer iemand moet bellen. Dat staat in het landelijke zorgpad en blijft daar: hier kunt u het niet "
    "afzwakken of anders zeggen. Zet alleen uw nummer bij ‘Nummers’."
)


def _geen_alarm(waarde: str) -> None:
    if zin := zegt_wanneer_bellen(waarde):
        raise ValidationError(GEEN_ALARM, params={"zin": zin})


def _tekst(label: Any, **opties: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, validators=[_geen_alarm], **opties)


def _vraagt_aandacht(velden: list[forms.BoundField]) -> bool:
    return any(veld.errors or getattr(veld.field, "ander", None) for veld in velden)


class BuurtpadFormulier(Bewaakt, MetStand):
    """Field names are made of a step's place: `afspraak_0`. `stappen`: of the variant, in order."""

    def __init__(self, *args: Any, stappen: list[Kernstap], staat_er: dict[str, Any], **kwargs: Any) -> None:
        self.stappen = stappen
        self.bewaakt = (
            *(f"{veld}_{plek}" for plek in range(len(stappen)) for veld in ("wie", "afspraak", "opmerking")),
            *(f"nrwie_{plek}" for plek in range(NUMMERS)),
        )
        super().__init__(*args, staat_er=staat_er, **kwargs)
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
            n = {"n": plek + 1}  # six fields of one name can't be told apart by ear, nor in a list of faults
            self.fields[f"nrwie_{plek}"] = _tekst(_("Wie %(n)s") % n, max_length=80)
            self.fields[f"nummer_{plek}"] = forms.CharField(
                label=_("Nummer %(n)s") % n, max_length=20, required=False, validators=[TELEFOON]
            )
            self.fields[f"wanneer_{plek}"] = _tekst(_("Wanneer %(n)s") % n, max_length=120)

    @staticmethod
    def begin(stappen: list[Kernstap], afspraken: list[Stapafspraak], nummers: list[Buurtnummer]) -> dict[str, Any]:
        """Of every field what stands there now; empty where nothing does."""
        per = {a.stap: a for a in afspraken}
        uit: dict[str, Any] = {}
        for plek, stap in enumerate(stappen):
            a = per.get(stap["sleutel"])
            uit |= {f"{v}_{plek}": getattr(a, v, "") for v in ("wie", "afspraak", "opmerking")}
            uit[f"sinds_{plek}"] = a.sinds if a else None
        for plek in range(NUMMERS):
            n = nummers[plek] if plek < len(nummers) else None
            for veld, naam in (("nrwie", "wie"), ("nummer", "nummer"), ("wanneer", "wanneer")):
                uit[f"{veld}_{plek}"] = getattr(n, naam, "")
        return uit

    @property
    def per_stap(self) -> list[tuple[Kernstap, list[forms.BoundField], bool]]:
        """Each with whether it is open: the first one, and where something is wrong or was written by another."""
        velden = ("wie", "afspraak", "sinds", "opmerking")
        uit = []
        for plek, stap in enumerate(self.stappen):
            rij = [self[f"{v}_{plek}"] for v in velden]
            uit.append((stap, rij, plek == 0 or _vraagt_aandacht(rij)))
        return uit

    @property
    def _nummerrijen(self) -> list[list[forms.BoundField]]:
        return [[self[f"{v}_{plek}"] for v in ("nrwie", "nummer", "wanneer")] for plek in range(NUMMERS)]

    @property
    def nummers_meteen(self) -> list[list[forms.BoundField]]:
        return self._nummerrijen[:METEEN]

    @property
    def nummers_meer(self) -> tuple[list[list[forms.BoundField]], bool]:
        """The others, and whether they are open: where something stands in one."""
        rijen = self._nummerrijen[METEEN:]
        return rijen, any(veld.value() or _vraagt_aandacht([veld]) for rij in rijen for veld in rij)

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        for plek in range(NUMMERS):
            wie, nummer = schoon.get(f"nrwie_{plek}", ""), schoon.get(f"nummer_{plek}", "")
            if bool(wie) != bool(nummer) and f"nummer_{plek}" not in self.errors:
                self.add_error(f"nummer_{plek}", _("Vul wie en nummer allebei in, of geen van beide."))
        return schoon

    @property
    def gewijzigd(self) -> bool:
        """Something stands here otherwise than in the records."""
        return any(self.cleaned_data.get(naam) != waarde for naam, waarde in self.staat_er.items())

    @property
    def afspraken(self) -> dict[str, dict[str, Any]]:
        """Of steps that this form changed, merged with what somebody else wrote meanwhile."""
        uit = {}
        for plek, stap in enumerate(self.stappen):
            namen = {v: f"{v}_{plek}" for v in ("wie", "afspraak", "sinds", "opmerking")}
            if any(self.cleaned_data[naam] != self.staat_er[naam] for naam in namen.values()):
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
