"""What a public form says when a field isn't right: what to do, in the words of the site.

Django says what it found ('Voer een geldige waarde in'); a reader wants to know what to type. `Duidelijk` stands before
Form or ModelForm among the bases. A message that a field was given by its form stays.
"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kennisplatform.tekst import getal

# Kind of field → code of the fault → what to say. The nearest kind wins.
WOORDEN: Final[dict[type[forms.Field], dict[str, Any]]] = {
    forms.Field: {"required": _("Dit moet nog worden ingevuld.")},
    forms.CharField: {
        "max_length": _("Dit is te lang: hoogstens %(limit_value)d tekens, nu %(show_value)d. Kort het in."),
        "min_length": _("Dit is te kort: ten minste %(limit_value)d tekens, nu %(show_value)d."),
        "null_characters_not_allowed": _("Hier staat een teken in dat niet kan. Typ het opnieuw."),
    },
    forms.EmailField: {"invalid": _("Dit is geen e-mailadres. Schrijf het zoals naam@organisatie.nl.")},
    forms.URLField: {"invalid": _("Dit is geen webadres. Schrijf het zoals https://www.organisatie.nl.")},
    forms.IntegerField: {
        "invalid": _("Vul een heel getal in, bijvoorbeeld 12."),
        "min_value": _("Vul een getal in van %(limit_value)s of hoger."),
        "max_value": _("Vul een getal in van %(limit_value)s of lager."),
    },
    forms.FloatField: {"invalid": _("Vul een getal in, bijvoorbeeld 12,5.")},
    forms.DecimalField: {
        "invalid": _("Vul een getal in, bijvoorbeeld 12,5."),
        "max_digits": _("Dit getal is te lang."),
        "max_decimal_places": _("Vul hoogstens %(max)s cijfers achter de komma in."),
        "max_whole_digits": _("Dit getal is te groot."),
    },
    forms.DateField: {"invalid": _("Vul een datum in, bijvoorbeeld 31-12-2027.")},
    forms.TimeField: {"invalid": _("Vul een tijd in, bijvoorbeeld 14:30.")},
    forms.BooleanField: {"required": _("Zet hier een vinkje.")},
    forms.FileField: {"required": _("Kies een bestand."), "empty": _("Dit bestand is leeg. Kies een ander.")},
    forms.ChoiceField: {
        "required": _("Kies er een."),
        "invalid_choice": _("Deze keuze is er niet (meer). Kies opnieuw."),
    },
    forms.MultipleChoiceField: {"required": _("Kies er ten minste één.")},
    forms.ModelChoiceField: {
        "required": _("Kies er een."),
        "invalid_choice": _("Deze keuze is er niet (meer). Kies opnieuw."),
    },
    forms.ModelMultipleChoiceField: {
        "required": _("Kies er ten minste één."),
        "invalid_choice": _("Een van deze keuzes is er niet meer. Kies opnieuw."),
        "invalid_pk_value": _("Een van deze keuzes is er niet meer. Kies opnieuw."),
    },
}


TWEE: Final = 2  # decimals of money and hours
GETALLEN: Final = (forms.IntegerField, forms.DecimalField, forms.FloatField)


class Duidelijk:
    """Mixin: `class Mijn(Duidelijk, forms.Form)`, or `(Duidelijk, forms.ModelForm)`."""

    # Of the form beside it. Its fields are of many kinds, and its data is a mapping of which a copy can be written in.
    fields: dict[str, Any]
    data: Any

    def full_clean(self) -> None:
        # Not in __init__: forms add fields after it.
        for veld in self.fields.values():
            verduidelijk(veld)
            lees_getal(veld)
        super().full_clean()  # type: ignore[misc]  # of the form beside it

    def __getitem__(self, naam: str) -> Any:
        if naam in self.fields:
            vraag_getal(self.fields[naam])
        return super().__getitem__(naam)  # type: ignore[misc]  # of the form beside it


def lees_getal(veld: Any) -> None:
    """A field that wants a number takes '1.250,50' and '€ 12,-' too."""
    if "to_python" in vars(veld) or not any(soort in GETALLEN for soort in type(veld).__mro__):
        return
    leest, heel = veld.to_python, type(veld) is forms.IntegerField
    kort = heel or (getattr(veld, "decimal_places", None) or TWEE + 1) <= TWEE

    def lees(waarde: Any) -> Any:
        if not isinstance(waarde, str):
            return leest(waarde)
        if kort and (lezingen := getal.twee_lezingen(waarde)):
            raise ValidationError(twee_manieren(waarde, lezingen))
        return leest(getal.kaal(waarde, duizenden=kort))

    veld.to_python = lees


def twee_manieren(tekst: str, lezingen: tuple[str, str]) -> str:
    heel, klein = lezingen
    zin = _("‘%(tekst)s’ kan %(heel)s zijn, en ook %(klein)s. Schrijf wat u bedoelt.")
    return str(zin % {"tekst": tekst.strip()[:40], "heel": heel, "klein": klein})


def vraag_getal(veld: forms.Field) -> None:
    """A box for text with the keys of numbers: the browser's own box takes no '1.250', and changes by scrolling."""
    if not isinstance(veld, GETALLEN) or type(veld.widget) not in {forms.NumberInput, forms.TextInput}:
        return
    hoe = {"inputmode": "numeric" if type(veld) is forms.IntegerField else "decimal", "autocomplete": "off"}
    weg = {"min", "max", "step"}  # said by the field itself, in words
    veld.widget = forms.TextInput(hoe | {naam: w for naam, w in veld.widget.attrs.items() if naam not in weg})


def verduidelijk(veld: forms.Field) -> None:
    """Only where the field still says what Django's class says by itself."""
    kaal: dict[str, Any] = {}
    woorden: dict[str, Any] = {}
    for soort in reversed(type(veld).__mro__):
        kaal |= (eigen := vars(soort).get("default_error_messages", {}))
        woorden |= WOORDEN.get(soort, {})
        if not soort.__module__.startswith("django."):  # a kind of our own, with its own words
            woorden = {code: tekst for code, tekst in woorden.items() if code not in eigen}
    for code, tekst in woorden.items():
        if veld.error_messages.get(code) is kaal.get(code):
            veld.error_messages[code] = tekst
