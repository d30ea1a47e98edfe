"""The forms: the answers of a resident (nothing but choices), the code on paper, and the start of a round."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.vragenlijsten.lijsten import Lijstvraag, lijsten
from kennisplatform.vragenlijsten.models import Rondemoment


class Vragenformulier(Duidelijk, forms.Form):
    """No field to write in: what nobody can type, nobody has to guard."""

    use_required_attribute = False

    def __init__(
        self, *args: Any, vragen: Sequence[Lijstvraag], woorden: Mapping[str, str], taal: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.woorden = woorden
        for vraag in vragen:
            self.fields[vraag.code] = forms.ChoiceField(
                label=vraag.tekst(taal),
                choices=[(antwoord, woorden.get(antwoord, antwoord)) for antwoord in vraag.antwoorden],
                required=False,
                error_messages={"invalid_choice": woorden["kies_opnieuw"]},
            )

    @property
    def gekozen(self) -> dict[str, str]:
        return {vraag: antwoord for vraag, antwoord in self.cleaned_data.items() if antwoord}

    def clean(self) -> dict[str, Any]:
        if not self.errors and not any(self.cleaned_data.values()):
            raise ValidationError(self.woorden["kies_iets"])
        return self.cleaned_data


def alleen_cijfers(tekst: str) -> str:
    """Digits of any script, without what people put between them."""
    return "".join(str(unicodedata.decimal(teken)) for teken in tekst if teken.isdecimal())


class Rondeformulier(Duidelijk, forms.Form):
    lijst = forms.ChoiceField(label=_("Welke vragen?"), widget=forms.RadioSelect)
    moment = forms.ChoiceField(label=_("Welk moment?"), choices=Rondemoment.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lijst"].choices = [(lijst.code, lijst.naam) for lijst in lijsten().values()]
