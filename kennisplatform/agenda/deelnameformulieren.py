"""Forms about coming: signing up as a guest, and ticking off who was there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kennisplatform.agenda.models import Deelname
from kennisplatform.basis.formuliertaal import Duidelijk


class GastFormulier(Duidelijk, forms.Form):
    """For people without an account: as little as is needed to keep a place."""

    naam = forms.CharField(
        label=_("Uw naam"),
        max_length=80,
        help_text=_("Zoals u genoemd wilt worden. Een voornaam is genoeg."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("U krijgt een mail met een link. Pas als u die opent, bent u aangemeld."),
    )

    def clean_naam(self) -> str:
        return " ".join(self.cleaned_data["naam"].split())


class AanwezigFormulier(Duidelijk, forms.Form):
    """Tick who came, or paste their names; and how many came without signing up."""

    aanwezig = forms.MultipleChoiceField(
        label=_("Wie was er?"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )
    plak = forms.CharField(
        label=_("Of plak een lijst met namen"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Eén naam per regel."),
    )
    inloop = forms.IntegerField(
        label=_("Hoeveel mensen kwamen zonder aanmelding?"), required=False, min_value=0, max_value=5000
    )

    def __init__(self, *args: Any, deelnames: list[Deelname], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.deelnames = deelnames
        self.fields["aanwezig"].choices = [(str(d.pk), d.wie) for d in deelnames]
        if not deelnames:
            del self.fields["aanwezig"]
            del self.fields["plak"]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        gevonden, onbekend = self._lees(schoon.get("plak", ""))
        if onbekend:
            self.add_error(
                "plak",
                _(
                    "Deze namen staan niet op de lijst: %(n)s. Haal ze weg en tel ze hieronder mee, of schrijf de naam zoals hij op de lijst staat."
                )
                % {"n": ", ".join(onbekend[:10])},
            )
        schoon["wie"] = {int(pk) for pk in schoon.get("aanwezig", [])} | gevonden
        return schoon

    def _lees(self, tekst: str) -> tuple[set[int], list[str]]:
        """(sign-ups that the pasted names are, names that fit none or more than one)."""
        per: dict[str, list[int]] = {}
        for deelname in self.deelnames:
            per.setdefault(_kaal(deelname.wie), []).append(deelname.pk)
        gevonden, onbekend = set(), []
        for regel in filter(None, (r.strip(" \t-•*;,") for r in tekst.splitlines())):
            passend = per.get(_kaal(regel), [])
            if len(passend) == 1:
                gevonden.add(passend[0])
            else:
                onbekend.append(regel[:80])
        return gevonden, onbekend


def _kaal(naam: str) -> str:
    return " ".join(naam.casefold().split())
