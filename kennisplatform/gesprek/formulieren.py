"""Forms of the conversation. What looks like a person is pointed at: the writer changes it, or says that it is nobody."""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bewaakt import Bewaakt
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.positie import positie
from kennisplatform.gesprek.models import MAX_TEKST, Bijdrage, Bijdragesoort, Signaal

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

GEEN_PATIENT = _("Schrijf niets waaraan iemand een patiënt of bewoner herkent.")


def _tekstvak(label: StrOrPromise, rijen: int, hulp: StrOrPromise, naam_leeg: StrOrPromise) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=MAX_TEKST,
        widget=forms.Textarea(attrs={"rows": rijen}),
        help_text=hulp,
        error_messages={"required": naam_leeg},
    )


class MetBuurt(Duidelijk, forms.Form):
    """In whose name: asked only of people who have a choice."""

    buurt = forms.ModelChoiceField(
        label=_("Namens welke buurt?"),
        queryset=Buurt.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"invalid_choice": _("Kies een buurt waar u bij hoort."), "required": _("Kies een buurt.")},
    )

    def __init__(self, *args: Any, wie: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        eigen = list(positie(wie).rollen)
        self.enige = eigen[0] if len(eigen) == 1 else None
        if len(eigen) < 2:
            del self.fields["buurt"]
            return
        self.fields["buurt"].queryset = Buurt.objects.filter(pk__in=eigen)
        self.fields["buurt"].label_from_instance = lambda buurt: buurt.plaats

    def gekozen_buurt(self) -> Buurt | None:
        if "buurt" in self.fields:
            return self.cleaned_data["buurt"]
        return Buurt.objects.filter(pk=self.enige).first() if self.enige else None


class Eenmalig(Duidelijk, forms.Form):
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sleutel"].initial = uuid.uuid4


class VraagFormulier(Bewaakt, MetBuurt, Eenmalig):
    kop = forms.CharField(
        label=_("Uw vraag in één zin"),
        max_length=140,
        help_text=_("Bijvoorbeeld: Hoe krijgt u mannen mee naar de valcursus?"),
        error_messages={"required": _("Schrijf uw vraag in één zin.")},
    )
    tekst = _tekstvak(_("Toelichting"), 6, _("Wat probeerde u al? Hoe is het bij u?"), "")
    zichtbaarheid = forms.ChoiceField(label=_("Wie mag dit lezen?"), widget=forms.RadioSelect)
    volgen = forms.BooleanField(label=_("Laat mij weten als iemand antwoordt"), required=False, initial=True)
    bewaakt = ("kop", "tekst")
    field_order = ["kop", "tekst", "buurt", "zichtbaarheid", "volgen", "bevestig"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"].required = False
        zet_zichtbaarheid(self, kwargs["wie"])


class OpmerkingFormulier(Bewaakt, MetBuurt, Eenmalig):
    tekst = _tekstvak(
        _("Uw opmerking of ervaring"),
        7,
        _("Wat werkte bij u, en wat niet? Kort en concreet helpt het meest."),
        _("Schrijf eerst iets op."),
    )
    zichtbaarheid = forms.ChoiceField(label=_("Wie mag dit lezen?"), widget=forms.RadioSelect)
    field_order = ["tekst", "buurt", "zichtbaarheid", "bevestig"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zet_zichtbaarheid(self, kwargs["wie"])


class AntwoordFormulier(Bewaakt, MetBuurt, Eenmalig):
    tekst = _tekstvak(_("Uw antwoord"), 6, GEEN_PATIENT, _("Schrijf eerst een antwoord."))
    volgen = forms.BooleanField(label=_("Laat mij weten als er nog iemand antwoordt"), required=False, initial=True)
    field_order = ["tekst", "buurt", "volgen", "bevestig"]

    def __init__(self, *args: Any, vraag: Bijdrage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if vraag.zichtbaarheid == Zichtbaarheid.EIGEN:
            self.fields.pop("buurt", None)  # in the name of the network that asked, nothing else is possible


def zet_zichtbaarheid(formulier: Duidelijk, wie: Gebruiker) -> None:
    keuzes = [
        (Zichtbaarheid.OPENBAAR, _("Iedereen, ook bewoners. Zo helpt het de meeste mensen")),
        (Zichtbaarheid.NETWERKEN, _("Alle buurtnetwerken en het programma")),
    ]
    if positie(wie).rollen:
        keuzes.append((Zichtbaarheid.EIGEN, _("Alleen mijn eigen netwerk")))
    formulier.fields["zichtbaarheid"].choices = keuzes
    formulier.fields["zichtbaarheid"].initial = Zichtbaarheid.OPENBAAR


def stand(bijdrage: Bijdrage) -> str:
    """Which text a form was opened on."""
    return hashlib.sha256(f"{bijdrage.kop}|{bijdrage.tekst}".encode()).hexdigest()[:16]


class WijzigFormulier(Bewaakt):
    kop = VraagFormulier.base_fields["kop"]
    tekst = _tekstvak(_("Tekst"), 8, GEEN_PATIENT, _("Schrijf eerst iets op."))
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)
    bewaakt = ("kop", "tekst")
    field_order = ["kop", "tekst", "bevestig"]

    def __init__(self, *args: Any, bijdrage: Bijdrage, **kwargs: Any) -> None:
        eerst = {"kop": bijdrage.kop, "tekst": bijdrage.tekst, "gezien": stand(bijdrage)}
        super().__init__(*args, initial=eerst, **kwargs)
        self.bijdrage, self.ingehaald = bijdrage, False
        if bijdrage.soort == Bijdragesoort.VRAAG:
            self.fields["tekst"].required = False
        else:
            del self.fields["kop"]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        if schoon.get("gezien", "") != stand(self.bijdrage):
            self.ingehaald = True
            self.data = self.data.copy()
            self.data["gezien"] = stand(self.bijdrage)  # saving once more is then a choice
            raise ValidationError(
                _t(
                    "U wijzigde dit intussen in een ander venster. Wat daar staat, ziet u hieronder. Bewaar nog een keer als deze tekst het moet worden."
                )
            )
        return schoon


class AanvulFormulier(Bewaakt):
    tekst = _tekstvak(
        _("Uw aanvulling"),
        5,
        _("Wat u eerder schreef blijft staan. Dit komt eronder, met de datum."),
        _("Schrijf eerst iets op."),
    )


class MeldFormulier(Duidelijk, forms.ModelForm):
    class Meta:
        model = Signaal
        fields = ["waarom", "toelichting"]
        widgets = {"waarom": forms.RadioSelect, "toelichting": forms.Textarea(attrs={"rows": 3})}
        error_messages = {"waarom": {"required": _("Kies wat er mis is.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["waarom"].choices = Signaal.Waarom.choices
        self.fields["toelichting"].help_text = _("Alleen de redactie leest dit. Uw naam is niet nodig.")


class VerbergFormulier(Duidelijk, forms.Form):
    reden = forms.CharField(
        label=_("Waarom verbergt u dit?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("De schrijver leest deze reden. Zeg ook wat die kan doen."),
        error_messages={"required": _("Geef een reden. De schrijver moet begrijpen waarom.")},
    )
