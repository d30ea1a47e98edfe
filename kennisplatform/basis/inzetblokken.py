"""Building blocks of effort, money and grounds: each amount has its unit and its source, each claim its ground."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from kennisplatform.basis.bronadres import eis_diep
from kennisplatform.basis.datumblok import DatumBlok
from kennisplatform.basis.inzet import Inzet, uit_regel
from kennisplatform.basis.keuzes import Afleiding, Eenheid, Maat, Opgave

VRAAG_GEMEENTE: Final = _("Vraag uw gemeente wat nu geldt.")
JAREN: Final = {"min_value": 1990, "max_value": 2100}


class Inzetwaarde(blocks.StructValue):
    @property
    def soort(self) -> str:
        return str(Maat(self["maat"]).label)

    @property
    def inzet(self) -> Inzet:
        return uit_regel(self)

    @property
    def afgeleid(self) -> bool:
        return self.get("hoe") == Afleiding.AFGELEID


class MetBedrag(blocks.StructBlock):
    """From one number to another, per unit."""

    maat = blocks.ChoiceBlock(choices=Maat.choices, label=_("Uren of geld?"))
    waarvoor = blocks.CharBlock(
        label=_("Waarvoor?"),
        max_length=120,
        required=False,
        default="",
        help_text=_("Zoals ‘begeleiding’, ‘licentie’."),
    )
    van = blocks.FloatBlock(label=_("Hoeveel"), min_value=0)
    tot = blocks.FloatBlock(
        label=_("Tot"), min_value=0, required=False, help_text=_("Alleen als de bron een laagste en een hoogste noemt.")
    )
    per = blocks.ChoiceBlock(choices=Eenheid.choices, label=_("Per"))
    jaar = blocks.IntegerBlock(label=_("Jaar van dit getal"), required=False, **JAREN)
    bron = blocks.CharBlock(label=_("Bron"), max_length=250)
    bron_url = blocks.URLBlock(label=_("Adres van de bron"), required=False, default="", validators=[eis_diep])

    def clean(self, value: Any) -> Any:
        schoon = super().clean(value)
        if schoon["tot"] is not None and schoon["tot"] < schoon["van"]:
            raise blocks.StructBlockValidationError({"tot": ValidationError(_("Dit is minder dan het getal ervoor."))})
        return schoon


class InzetBlok(MetBedrag):
    """What a description or a study says it takes."""

    betaler = blocks.CharBlock(label=_("Wie betaalt dit?"), max_length=120, required=False, default="")
    hoe = blocks.ChoiceBlock(choices=Afleiding.choices, label=_("Hoe komen wij aan dit getal?"), default=Afleiding.BRON)
    uitleg = blocks.CharBlock(label=_("Uitleg"), max_length=250, required=False, default="")

    class Meta:
        label = _("Uren of geld")
        icon = "history"
        value_class = Inzetwaarde

    def clean(self, value: Any) -> Any:
        schoon = super().clean(value)
        if schoon["maat"] != Maat.UREN:
            fouten = {}
            if not schoon["betaler"]:
                fouten["betaler"] = ValidationError(_("Zeg wie dit betaalt. Weet u het niet, schrijf dan ‘onbekend’."))
            if schoon["jaar"] is None:
                fouten["jaar"] = ValidationError(_("Van welk jaar is dit bedrag?"))
            if fouten:
                raise blocks.StructBlockValidationError(fouten)
        return schoon


class PraktijkinzetBlok(MetBedrag):
    """What a neighbourhood says it took."""

    opgave = blocks.ChoiceBlock(choices=Opgave.choices, label=_("Hoe weet de buurt dit?"), default=Opgave.VERTELD)

    class Meta:
        label = _("Wat kostte het")
        icon = "history"
        value_class = Inzetwaarde


class Geldwaarde(blocks.StructValue):
    @property
    def geldt(self) -> bool:
        """A line without an end date comes from before there was one; it counts, and says so."""
        tot = self.get("geldt_tot")
        return tot is None or tot >= dt.date.today()


class GeldBlok(blocks.StructBlock):
    """Who can pay, until when: after that day the page itself says to ask the municipality."""

    tekst = blocks.TextBlock(label=_("Wie kan het betalen, met welke betaaltitel?"), rows=2)
    geldt_tot = DatumBlok(
        label=_("Geldt tot en met"),
        help_text=_(
            "De laatste dag van de regeling, of de dag waarop u het weer nakijkt. Daarna staat er vanzelf iets anders."
        ),
    )
    bron = blocks.CharBlock(label=_("Bron"), max_length=250, required=False, default="")
    bron_url = blocks.URLBlock(label=_("Adres van de bron"), required=False, default="", validators=[eis_diep])

    class Meta:
        label = _("Geld")
        icon = "tag"
        value_class = Geldwaarde
