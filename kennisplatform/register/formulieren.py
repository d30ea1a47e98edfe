"""Forms of the register."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bestandspoort import LIJST, Bestandsveld
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.samenloop import Samenloop
from kennisplatform.deelnemers.herindelen import gaat_mee
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.register import naamkeuze
from kennisplatform.register.invoer import MAX_BYTES, lees, overgeslagen, tekst_uit
from kennisplatform.register.keuren import KOLOMMEN, Invoerrij, nette_code
from kennisplatform.register.models import Criterium
from kennisplatform.register.noemen import herken
from kennisplatform.register.rondschrijven import Ontvangers
from kennisplatform.register.vastleggen import Nieuw


class BuurtFormulier(Samenloop, Duidelijk, forms.ModelForm):
    notities = forms.CharField(
        label=_("Notities"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Alleen het transitieteam leest dit. Schrijf niets over patiënten."),
    )
    gezien = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0, min_value=0)

    class Meta:
        model = Buurt
        fields = [
            "naam", "cbs_code", "gemeente", "gemeentecode", "partner", "regio", "provincie", "fase", "cohort",
            "ses_klasse", "breedtegraad", "lengtegraad", "opmerking",
        ]  # fmt: skip  # a list of words
        widgets = {"opmerking": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "naam": _("Zoals bewoners de buurt noemen."),
            "cbs_code": _("BU met acht cijfers of WK met zes. U vindt de code bij het CBS."),
            "opmerking": _("Openbaar: staat op de pagina van de buurt."),
            "breedtegraad": _("Voor de kaart, bijvoorbeeld 51,85. Leeg: geen stip."),
            "lengtegraad": _("Bijvoorbeeld 5,85."),
        }

    def clean_cbs_code(self) -> str:
        return nette_code(self.cleaned_data["cbs_code"])

    def __init__(self, *args: Any, staat_er: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staat_er = staat_er
        bestaand = {c.naam: c for c in self.instance.criteria.all()} if self.instance.pk else {}
        for code, label in Criterium.Naam.choices:
            nu = bestaand.get(code)
            self.fields[f"c_{code}"] = forms.ChoiceField(
                label=label, choices=Criterium.Oordeel.choices, required=False, initial=nu.oordeel if nu else "onbekend"
            )
            self.fields[f"g_{code}"] = forms.CharField(
                label=_("Waaruit blijkt dat?"), required=False, max_length=300, initial=nu.grond if nu else ""
            )

    def oordelen(self) -> dict[str, tuple[str, str]]:
        schoon = self.cleaned_data
        return {code: (schoon[f"c_{code}"] or "onbekend", schoon[f"g_{code}"]) for code in Criterium.Naam.values}

    def criteriumvelden(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"c_{code}"], self[f"g_{code}"]) for code in Criterium.Naam.values]

    def basisvelden(self) -> list[forms.BoundField]:
        return [self[naam] for naam in self.Meta.fields]


class InvoerFormulier(Duidelijk, forms.Form):
    bestand = Bestandsveld(
        label=_("Bestand"),
        mag=LIJST,
        meeste=MAX_BYTES,
        te_groot=_("Dit bestand is groter dan 2 MB. Neem alleen de kolommen die hier staan, of deel het op."),
        required=False,
        help_text=_("CSV of Excel (.xlsx), hooguit 2 MB en 2.000 buurten."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.txt"}),
    )
    lijst = forms.CharField(
        label=_("Of plak hier"),
        required=False,
        strip=False,
        max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "class": "vast"}),
        help_text=_("Eerste regel: de namen van de kolommen, gescheiden door een puntkomma. Bekend zijn: %s.")
        % ", ".join(KOLOMMEN),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("bestand", "lijst"):
            self.fields[naam].een_van = True  # one of both, so neither is optional
        self.rijen: list[Invoerrij] = []
        self.overgeslagen: list[str] = []
        self.verborgen = ""  # what to know of rows that nobody saw in the file

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        tekst = schoon.get("lijst", "")
        if bestand := schoon.get("bestand"):
            try:
                tekst, self.verborgen = tekst_uit(bestand)
            except ValidationError as fout:
                self.add_error("bestand", fout)
                return schoon
            self.data = self.data.copy()
            self.data["lijst"] = schoon["lijst"] = tekst  # from here on the text is what counts, and can be mended
        if not tekst.strip() and not self.errors:
            self.add_error("lijst", _("Kies een bestand of plak een lijst."))
        elif not self.errors:
            try:
                self.rijen = lees(tekst)
                self.overgeslagen = overgeslagen(tekst)
            except ValidationError as fout:
                self.add_error("lijst", fout)
            self._vraag_namen(tekst)
        return schoon

    def _vraag_namen(self, tekst: str) -> None:
        """Fields that only the list tells of, so they are read here. Looking asks; saving can't do without an answer."""
        gekozen = {}
        for naam, veld in naamkeuze.vragen(self.rijen).items():
            self.fields[naam.veld] = veld
            waarde = self.data.get(naam.veld, "")
            if waarde and veld.valid_value(waarde):
                gekozen[naam.kolom, naam.tekst] = waarde
            elif "bewaar" in self.data:
                self.add_error(naam.veld, _("Kies wat dit is, dan kan de lijst bewaard worden."))
        if gekozen:  # which neighbourhood a row is about hangs on its municipality
            self.rijen = lees(tekst, gekozen)

    @property
    def naamvragen(self) -> list[forms.BoundField]:
        return [self[naam] for naam in self.fields if naamkeuze.is_vraag(naam)]

    @property
    def nieuwe_gemeenten(self) -> list[str]:
        return naamkeuze.nieuwe_gemeenten(self.rijen)

    @property
    def lijstvelden(self) -> list[forms.BoundField]:
        return [self["bestand"], self["lijst"]]


class IndelingFormulier(Duidelijk, forms.Form):
    """Both lists hold one neighbourhood per line: a thousand of them fit in no menu, and codes come from a list anyhow."""

    van = forms.CharField(
        label=_("Welke buurt of buurten?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=_(
            "Eén buurt per regel: de naam, de naam met de gemeente, of de CBS-code. Bijvoorbeeld: Kronenburg, Arnhem."
        ),
    )
    naar = forms.CharField(
        label=_("Wat komt ervoor in de plaats?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_("Eén buurt per regel: naam; CBS-code. Eén regel is samenvoegen, twee of meer is splitsen."),
    )
    reden = forms.CharField(label=_("Waarom?"), max_length=300, help_text=_("Bijvoorbeeld: CBS-indeling 2027."))

    def merk(self) -> str:
        """Which division the preview showed."""
        gekozen = "|".join(self.data.get(naam, "").replace("\r\n", "\n") for naam in ("van", "naar"))
        return hashlib.sha256(gekozen.encode()).hexdigest()[:16]

    def vraag_plekken(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Of a split: where each thing goes, by kind; read once the form is valid. Of a merge there is nothing to choose."""
        naar = [(str(nummer), nieuw.naam) for nummer, nieuw in enumerate(self.cleaned_data["naar"])]
        if len(naar) < 2:
            return []
        per_soort: dict[str, list[forms.BoundField]] = {}
        for ding in gaat_mee(self.cleaned_data["van"]):
            veld = f"plek-{ding.sleutel}"
            self.fields[veld] = forms.ChoiceField(label=ding.titel, choices=naar)
            per_soort.setdefault(ding.soort, []).append(self[veld])
        return list(per_soort.items())

    def plekken(self) -> dict[str, int]:
        """What was chosen there; what came in since goes to the first."""
        aantal = len(self.cleaned_data["naar"])
        gekozen = {naam.removeprefix("plek-"): w for naam, w in self.data.items() if naam.startswith("plek-")}
        return {sleutel: int(w) for sleutel, w in gekozen.items() if w.isdecimal() and len(w) < 4 and int(w) < aantal}

    def clean_van(self) -> list[Buurt]:
        return herken(self.cleaned_data["van"])

    def clean_naar(self) -> list[Nieuw]:
        uit = []
        for regel in filter(str.strip, self.cleaned_data["naar"].splitlines()):
            naam, _punt, code = (deel.strip() for deel in regel.partition(";"))
            nieuw = Nieuw(" ".join(naam.split()), nette_code(code))
            try:
                Buurt(naam=nieuw.naam, cbs_code=nieuw.cbs_code, gemeente="x", partner="x", slug="x").clean_fields()
            except ValidationError as fout:
                raise ValidationError(
                    [f"{regel[:60]}: {tekst}" for teksten in fout.message_dict.values() for tekst in teksten]
                ) from fout
            uit.append(nieuw)
        return uit


class OngedaanFormulier(Duidelijk, forms.Form):
    reden = forms.CharField(label=_("Waarom?"), max_length=200, help_text=_("Bijvoorbeeld: verkeerde buurt gekozen."))
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)  # what the preview showed


class BerichtFormulier(Duidelijk, forms.Form):
    aan = forms.ChoiceField(
        label=_("Aan wie?"), choices=Ontvangers.choices, widget=forms.RadioSelect, initial=Ontvangers.KARTREKKERS
    )
    onderwerp = forms.CharField(label=_("Onderwerp"), max_length=120)
    tekst = forms.CharField(
        label=_("Bericht"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Gewone tekst. Schrijf niets over patiënten. Antwoorden komen op uw eigen adres."),
    )

    def merk(self, mensen: int) -> str:
        """Which letter, to how many, the preview showed."""
        velden = [str(self.data.get(naam, "")).replace("\r\n", "\n") for naam in ("aan", "onderwerp", "tekst")]
        return hashlib.sha256("|".join([*velden, str(mensen)]).encode()).hexdigest()[:16]

    def gezien(self, mensen: int) -> bool:
        return self.data.get("gezien") == self.merk(mensen)
