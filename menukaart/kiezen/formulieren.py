"""Forms of a network's list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bewaakt import Bewaakt
from kennisplatform.basis.samenloop import MetStand
from kennisplatform.tekening.afdruk import afdruk
from menukaart.kiezen.keuzes import Keuzestand, Stemkeuze
from menukaart.kiezen.models import Keuze
from menukaart.kiezen.models.keuze import KORT, LANG

GEEN_PERSONEN = _("Alleen uw netwerk en het transitieteam lezen dit. Schrijf niets over bewoners of patiënten.")


def _tekst(label: Any, *, verplicht: bool, uitleg: Any = "", rijen: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=verplicht,
        max_length=LANG,
        widget=forms.Textarea(attrs={"rows": rijen}),
        help_text=uitleg,
    )


class LegFormulier(Bewaakt):
    """What comes on the list, each with why; `namen`: slug to title."""

    def __init__(self, data: Any, *args: Any, namen: Mapping[str, str], **kwargs: Any) -> None:
        redenen: dict[str, Any] = {f"waarom-{slug}": _("Waarom %(p)s?") % {"p": titel} for slug, titel in namen.items()}
        if data.get("waarom"):  # one for all of them
            redenen["waarom"] = _("Waarom dit voor uw buurt?")
        self.bewaakt = tuple(redenen)
        super().__init__(data, *args, **kwargs)
        self.fields = {n: _tekst(label, verplicht=False, rijen=2) for n, label in redenen.items()} | self.fields


class StemFormulier(Bewaakt):
    wat = forms.ChoiceField(label=_("Wat vindt u?"), choices=Stemkeuze.choices, widget=forms.RadioSelect)
    waarom = forms.CharField(label=_("Waarom?"), required=False, max_length=KORT)
    bewaakt = ("waarom",)
    field_order = ("wat", "waarom", "bevestig")


class KeuzeopmerkingFormulier(Bewaakt):
    tekst = _tekst(_("Uw opmerking"), verplicht=True, uitleg=GEEN_PERSONEN, rijen=2)
    field_order = ("tekst", "bevestig")


class WaaromFormulier(Bewaakt, MetStand):
    waarom = _tekst(_("Waarom dit voor uw buurt?"), verplicht=False, uitleg=GEEN_PERSONEN)
    bewaakt = ("waarom",)
    field_order = ("waarom", "bevestig")

    def __init__(self, *args: Any, keuze: Keuze, **kwargs: Any) -> None:
        staat_er = {"waarom": keuze.waarom}
        super().__init__(*args, stand=afdruk(keuze.waarom), staat_er=staat_er, **kwargs)


class KeuzebesluitFormulier(Bewaakt):
    stand = forms.ChoiceField(
        label=_("Wat besluit u?"),
        choices=[(Keuzestand.GEKOZEN.value, _("Wij kiezen dit")), (Keuzestand.NU_NIET.value, _("Nu niet"))],
        widget=forms.RadioSelect,
    )
    reden = _tekst(
        _("Want"),
        verplicht=True,
        uitleg=_(
            "In een zin of twee, zo dat een wethouder het begrijpt. Het staat er volgend jaar nog, en ook de "
            "begrotingscommissie leest het."
        ),
    )
    bewaakt = ("reden",)
    field_order = ("stand", "reden", "bevestig")


class AanpasFormulier(Bewaakt, MetStand):
    """What is done otherwise than described. Each active element stands as a box to tick: touched, or left as it is."""

    aangepast = _tekst(_("Wat doet u anders dan beschreven?"), verplicht=False)
    bewaakt = ("aangepast",)
    field_order = ("aangepast", "geraakt", "bevestig")
    geraakt = forms.MultipleChoiceField(
        label=_("Welk werkzaam element wordt daardoor anders?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Niets aankruisen betekent: deze blijven zoals ze zijn."),
    )

    def __init__(self, *args: Any, keuze: Keuze, elementen: Iterable[str], **kwargs: Any) -> None:
        namen = list(elementen)
        staat_er: dict[str, Any] = {"aangepast": keuze.aangepast}
        if namen:  # what was ticked and is no element of it any more can't be ticked again
            staat_er["geraakt"] = [naam for naam in keuze.geraakt if naam in namen]
        super().__init__(*args, stand=afdruk(keuze.aangepast, keuze.geraakt), staat_er=staat_er, **kwargs)
        self.fields["geraakt"].choices = [(e, e) for e in namen]
        if not namen:
            del self.fields["geraakt"]
