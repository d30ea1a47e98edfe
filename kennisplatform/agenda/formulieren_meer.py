"""The smaller forms: signing up, calling off, what it yielded, who came, and people with experience."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.agenda.formulieren import Datumveld, Linkveld
from kennisplatform.agenda.models import Bijeenkomst, Deelname, Ervaringsdeskundige
from kennisplatform.agenda.models.ervaringsdeskundige import TOESTEMMING
from kennisplatform.basis.formulieren import nederlandse
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.models import Begripsoort
from kennisplatform.basis.persoonssporen import SOORTEN, sporen


class GastFormulier(Duidelijk, forms.Form):
    """For who has no account: as little as is needed to keep a place."""

    naam = forms.CharField(
        label=_("Uw naam"), max_length=80, help_text=_("Zoals u genoemd wilt worden. Een voornaam is genoeg."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    email = forms.EmailField(
        label=_("Uw e-mailadres"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("U krijgt een mail met een link. Pas als u die opent, bent u aangemeld."),
    )  # fmt: skip

    def clean_naam(self) -> str:
        return " ".join(self.cleaned_data["naam"].split())


class AfgelastFormulier(Duidelijk, forms.Form):
    reden = forms.CharField(
        label=_("Waarom gaat het niet door?"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Staat op de pagina en in de mail. Noem niemand bij naam."),
    )  # fmt: skip


class OpbrengstFormulier(Duidelijk, forms.ModelForm):
    opname = Linkveld(
        label=_("Opname"), help_text=_("De link naar de opname, als iedereen die erop staat dat goed vond.")
    )
    gezien = forms.IntegerField(widget=forms.HiddenInput, required=False)

    field_order = ["opbrengst", "opname", "transcript"]

    class Meta:
        model = Bijeenkomst
        fields = ["opbrengst", "opname", "transcript"]
        widgets = {"opbrengst": forms.Textarea(attrs={"rows": 8}), "transcript": forms.Textarea(attrs={"rows": 12})}
        help_texts = {
            "opbrengst": _("Wat leerde u, wat spraken wij af, wat werkte niet? Schrijf geen namen op."),
            "transcript": _("De tekst van de opname. Wie niet kan horen, of liever leest, kan dan ook meedoen."),
        }

    def __init__(self, *args: Any, nu: Bijeenkomst, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nu, self.ingehaald = nu, False
        self.fields["gezien"].initial = nu.versie

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if schoon.get("opname") and not schoon.get("transcript"):
            self.add_error(
                "transcript", _("Zet de tekst van de opname erbij. Zonder tekst kan niet iedereen hem volgen.")
            )
        if schoon.get("gezien") != self.nu.versie:
            self.haal_in(self.nu)
        return schoon

    def haal_in(self, nu: Bijeenkomst) -> None:
        self.ingehaald, self.nu = True, nu
        self.data = self.data.copy()
        self.data["gezien"] = nu.versie
        self.add_error(
            None,
            _("Iemand anders wijzigde deze bijeenkomst intussen. Hierboven staat de tekst zoals die nu is. Uw eigen tekst staat hieronder; klopt die, bewaar dan nog een keer."),
        )  # fmt: skip

    def clean_opbrengst(self) -> str:
        return self._zonder(self.cleaned_data["opbrengst"], set(SOORTEN))

    def clean_transcript(self) -> str:
        """Who speaks may be named; where somebody lives may not."""
        return self._zonder(self.cleaned_data["transcript"], set(SOORTEN) - {"naam"})

    def _zonder(self, tekst: str, soorten: set[str]) -> str:
        """On the site at once, without an editor: so nothing that looks like a person."""
        if gevonden := next((spoor for spoor in sporen(tekst) if spoor.soort in soorten), None):
            raise forms.ValidationError(
                _("‘%(tekst)s’ lijkt op een %(soort)s. Haal dat weg: dit staat meteen op de site."),
                params={"tekst": gevonden.tekst, "soort": SOORTEN[gevonden.soort]},
            )
        return tekst

    def _post_clean(self) -> None:
        """The verb writes; the record stays as it was read."""


class AanwezigFormulier(Duidelijk, forms.Form):
    """Tick who came, or paste their names; and how many came without signing up."""

    aanwezig = forms.MultipleChoiceField(
        label=_("Wie was er?"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )
    plak = forms.CharField(
        label=_("Of plak een lijst met namen"), required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("Eén naam per regel."),
    )  # fmt: skip
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
                _("Deze namen staan niet op de lijst: %(n)s. Haal ze weg en tel ze hieronder mee, of schrijf de naam zoals hij op de lijst staat.")
                % {"n": ", ".join(onbekend[:10])},
            )  # fmt: skip
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


class DeskundigeFormulier(Duidelijk, forms.ModelForm):
    toestemming_op = Datumveld(label=_("Wanneer gaf deze persoon toestemming?"))
    akkoord = forms.BooleanField(
        label=_("Deze persoon weet wat hier komt te staan, wie het leest, en dat het op elk moment weg kan.")
    )

    class Meta:
        model = Ervaringsdeskundige
        fields = ["naam", "ervaring", "onderwerpen", "toestemming_op", "toestemming_hoe"]
        widgets = {
            "onderwerpen": forms.CheckboxSelectMultiple, "toestemming_hoe": forms.RadioSelect,
            "ervaring": forms.Textarea(attrs={"rows": 3}),
        }  # fmt: skip
        help_texts = {
            "naam": _("Een voornaam of een andere naam. Geen achternaam."),
            "ervaring": _("In één of twee zinnen, in de woorden van deze persoon. Geen adres, telefoonnummer of diagnose van een ander."),
            "onderwerpen": _("Waarover wil deze persoon vertellen?"),
        }  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["onderwerpen"].queryset = nederlandse(Begripsoort.ONDERWERP)
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
