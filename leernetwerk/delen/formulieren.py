"""One form per step. While writing nothing is required: what is missing is told when it is handed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kennisplatform.basis.bestandspoort import DOCUMENT, FOTO, Bestandsveld
from kennisplatform.basis.documenten.keuren import MAX_BYTES, kiezer
from kennisplatform.basis.formulieren import nederlandse
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.keuzes import Eenheid, Opgave, Praktijkstaat
from kennisplatform.basis.models import Begripsoort
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginasoorten import paginasoorten
from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.delen.keuring import KEUZES, VERPLICHT
from leernetwerk.delen.keuzes import Reden
from leernetwerk.delen.models import TEKSTVELDEN, Inzending
from leernetwerk.delen.stappen import Stap, antwoorden

MAX_TEKST: Final = 6000
HULP: Final = {
    "titel": _("Wat deed u, en wat leerde u? Hoogstens 120 tekens."),
    "aanleiding": _("Waaraan merkte u dat er iets moest gebeuren? Schrijf niets over één patiënt of bewoner."),
    "aanpak": _("In de volgorde waarin u het deed. Elke regel die met een streepje begint, wordt een punt."),
    "wat_werkte": _("Waaraan zag u dat?"),
    "wat_niet_werkte": _("Werkte alles? Schrijf dan wat u de volgende keer anders doet."),
    "waarom_anders": _("Kies wat past. Wij tellen deze redenen over alle buurten."),
    "uren": _("Van wie, en hoeveel per week of maand?"),
    "kosten": _("Eenmalig en per maand of jaar. Wie betaalde?"),
    "uren_getal": _("Zo kan een andere buurt rekenen. Het komt als reeks op de pagina van de interventie."),
    "geld_getal": _("Zonder de uren. Alleen het getal."),
    "mensen": _("Welke rollen waren nodig? Geen namen."),
    "resultaat": _("Wat is er geteld of gemeten?"),
    "resultaat_bron": _("Zonder bron komt het resultaat niet op de site."),
    "advies": _("Wat raadt u een buurt aan die morgen begint?"),
    "contact": _("Wie dit wil, kan via het platform een vraag krijgen. Uw adres staat nergens."),
    "lezers": _("Een mislukking mag u tussen de netwerken houden. Iedereen leert er dan toch van."),
    "thema": _("Kies wat het dichtst in de buurt komt."),
    "onderwerpen": _("Hoogstens drie."),
}
RIJEN: Final = {"aanleiding": 5, "aanpak": 8, "wat_werkte": 5, "wat_niet_werkte": 5, "resultaat": 3, "advies": 3}
STATEN: Final = [keuze for keuze in Praktijkstaat.choices if keuze[0] != Praktijkstaat.GESTOPT] + [
    (Praktijkstaat.GESTOPT.value, _("We zijn gestopt"))
]


def kiesbaar() -> QuerySet[Page]:
    """Interventions and pathways that a reader can open."""
    soorten = paginasoorten("telt_praktijk")
    return openbaar(Page.objects.filter(content_type__model__in=soorten, locale__language_code="nl"))


PER: Final = [("", _("Kies")), *Eenheid.choices]
HOE: Final = [(Opgave.VERTELD.value, _("Geschat")), (Opgave.GEREALISEERD.value, _("Bijgehouden of afgerekend"))]
# A choice among a few always has one: these have no "mag later" beside them.
MOET_GEKOZEN = ("uitkomst", "staat", "lezers", "inzet_hoe")


class Rustig(Duidelijk, forms.ModelForm):
    """`gezien` is the version of the draft that the page was made from."""

    gezien = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    class Meta:
        model = Inzending
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, opmerkingen: Mapping[str, list[str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["gezien"] = self.instance.versie
        for naam, veld in self.fields.items():
            self._richt_in(naam, veld, (opmerkingen or {}).get(naam, []))

    def _richt_in(self, naam: str, veld: Any, opmerkingen: list[str]) -> None:
        veld.template_name = "delen/veld.html"
        veld.required = False
        veld.mag_later = naam not in {*VERPLICHT, *MOET_GEKOZEN}
        veld.help_text = HULP.get(naam, "")
        veld.antwoord = antwoorden().get(naam)
        veld.opmerkingen = opmerkingen
        veld.botsing = ""
        if naam in RIJEN:
            veld.widget = forms.Textarea(attrs={"rows": RIJEN[naam]})
            veld.max_length = MAX_TEKST
            veld.widget.attrs["maxlength"] = MAX_TEKST
        if naam in TEKSTVELDEN:
            veld.strip = False
        if isinstance(veld.widget, forms.TextInput | forms.Textarea):
            veld.widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        for naam in KEUZES:
            if naam not in self.fields or schoon.get(naam):
                continue
            if naam in self.data:  # no browser sends it so
                self.add_error(naam, _("Kies er een."))
            else:
                schoon[naam] = getattr(self.instance, naam)
        for naam in RIJEN:
            if len(schoon.get(naam) or "") > MAX_TEKST:
                self.add_error(naam, _("Dit is langer dan 6.000 tekens. Houd het bij wat een ander nodig heeft."))
        return schoon

    def toon_botsing(self, botsing: Mapping[str, str]) -> None:
        """Both texts at the field: theirs to read, one's own still in it."""
        self.data = self.data.copy()
        self.data["gezien"] = str(self.instance.versie)
        for naam, tekst in botsing.items():
            self.fields[naam].botsing = tekst

    def velden(self) -> dict[str, Any]:
        """Clean values of what this form shows, newlines as one sign."""
        uit = {
            n: w for n, w in self.cleaned_data.items() if n in self.fields and n != "gezien" and n not in self.errors
        }
        return {n: w.replace("\r\n", "\n") if isinstance(w, str) else w for n, w in uit.items()}


class Verhaalformulier(Rustig):
    class Meta(Rustig.Meta):
        fields = ("titel", "aanleiding", "aanpak")


class Geleerdformulier(Rustig):
    staat = forms.ChoiceField(label=_("Hoe staat het ervoor?"), choices=STATEN, widget=forms.RadioSelect)
    waarom_anders = forms.MultipleChoiceField(
        label=_("Gestopt of anders gaan doen? Waarom?"), choices=Reden.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta(Rustig.Meta):
        fields = ("wat_werkte", "wat_niet_werkte", "uitkomst", "staat", "waarom_anders")
        widgets = {"uitkomst": forms.RadioSelect}
        labels = {"uitkomst": _("Alles bij elkaar: werkte het?")}


class Inzetformulier(Rustig):
    uren_per = forms.ChoiceField(label=_("Waar horen die uren bij?"), choices=PER)
    geld_per = forms.ChoiceField(label=_("Waar hoort dat bedrag bij?"), choices=PER)
    inzet_hoe = forms.ChoiceField(label=_("Hoe weet u deze getallen?"), choices=HOE, widget=forms.RadioSelect)

    class Meta(Rustig.Meta):
        fields = (
            "uren",
            "uren_getal",
            "uren_per",
            "urenklasse",
            "kosten",
            "geld_getal",
            "geld_per",
            "kostenklasse",
            "inzet_jaar",
            "inzet_hoe",
            "mensen",
            "resultaat",
            "resultaat_bron",
            "niet_gemeten",
            "advies",
        )
        labels = {
            "niet_gemeten": _("Wij hebben niets geteld of gemeten"),
            "urenklasse": _("Ongeveer per week, samen"),
            "kostenklasse": _("Ongeveer per jaar, zonder de uren"),
            "uren_getal": _("Uren van beroepskrachten, in een getal"),
            "geld_getal": _("Geld in euro’s, in een getal"),
            "inzet_jaar": _("Van welk jaar zijn deze getallen?"),
        }


class Plekformulier(Rustig):
    class Meta(Rustig.Meta):
        fields = ("gebruikt", "thema", "onderwerpen", "contact", "lezers")
        labels = {
            "gebruikt": _("Met welke interventie of welk zorgpad werkte u?"),
            "thema": _("Welk thema?"),
            "onderwerpen": _("Waar gaat het over?"),
            "contact": _("Wie mag een vraag krijgen?"),
            "lezers": _("Wie mag dit lezen?"),
        }
        widgets = {
            "gebruikt": forms.CheckboxSelectMultiple,
            "thema": forms.RadioSelect,
            "lezers": forms.RadioSelect,
            "onderwerpen": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, gevonden: list[int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gebruikt"].queryset = kiesbaar()
        gekozen = self._gekozen()
        namen = dict(kiesbaar().filter(pk__in=[*gekozen, *(gevonden or [])]).values_list("pk", "title"))
        volgorde = [*gekozen, *(pk for pk in gevonden or [] if pk not in gekozen)]
        self.fields["gebruikt"].choices = [(pk, namen[pk]) for pk in volgorde if pk in namen]
        nu = self.instance
        self.fields["thema"].queryset = nederlandse(Begripsoort.THEMA, [nu.thema_id])
        self.fields["thema"].empty_label = None
        self.fields["onderwerpen"].queryset = nederlandse(
            Begripsoort.ONDERWERP, nu.onderwerpen.values_list("pk", flat=True) if nu.pk else ()
        ).order_by("label")
        leden = Gebruiker.objects.filter(pk__in=self.instance.buurt.lidmaatschappen.lopend().values("persoon"))
        self.fields["contact"].queryset = leden.order_by("first_name", "last_name")
        self.fields["contact"].empty_label = _("Niemand")

    def _gekozen(self) -> list[int]:
        if self.is_bound:
            return [int(w) for w in self.data.getlist("gebruikt") if w.isdecimal() and len(w) < 10]
        return list(self.instance.gebruikt.order_by("title").values_list("pk", flat=True))

    def clean_onderwerpen(self) -> Any:
        gekozen = self.cleaned_data["onderwerpen"]
        if len(gekozen) > 3:
            raise forms.ValidationError(_("Kies er hoogstens drie. Liever één goede dan vijf halve."))
        return gekozen

    def clean_gebruikt(self) -> Any:
        gekozen = self.cleaned_data["gebruikt"]
        if len(gekozen) > 8:
            raise forms.ValidationError(_("Kies er hoogstens acht."))
        return gekozen


PER_STAP: Final = {
    "verhaal": Verhaalformulier,
    "geleerd": Geleerdformulier,
    "inzet": Inzetformulier,
    "plek": Plekformulier,
}


def formulier_van(stap: Stap, *args: Any, **kwargs: Any) -> Rustig:
    klas = PER_STAP[stap.code]
    if klas is not Plekformulier:
        kwargs.pop("gevonden", None)
    return klas(*args, **kwargs)


class BeeldFormulier(Duidelijk, forms.Form):
    foto = Bestandsveld(
        label=_("Foto"),
        mag=FOTO,
        meeste=MAX_BYTES,
        widget=kiezer("image/jpeg,image/png,image/webp,image/tiff,image/bmp"),
        help_text=_("JPG of PNG, hoogstens 12 MB. Plaats en tijd halen wij eraf."),
    )
    alt = forms.CharField(
        label=_("Wat is er te zien?"),
        max_length=250,
        help_text=_("Eén zin voor wie de foto niet kan zien. ‘Twee vrouwen schenken koffie in een hal.’"),
    )
    herkenbaar = forms.BooleanField(
        label=_("Er staat niemand herkenbaar op, of iedereen die erop staat vindt plaatsen goed.")
    )


class BijlageFormulier(Duidelijk, forms.Form):
    document = Bestandsveld(
        label=_("Document"),
        mag=DOCUMENT,
        meeste=MAX_BYTES,
        widget=kiezer(".pdf,.docx,.odt"),
        help_text=_("PDF, Word (.docx) of ODT, hoogstens 12 MB."),
    )
    naam = forms.CharField(
        label=_("Hoe heet het?"), max_length=120, help_text=_("Bijvoorbeeld: uitnodigingsbrief voor de flat.")
    )
