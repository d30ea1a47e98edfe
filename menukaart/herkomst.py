"""Where what a field says comes from: a source of the page, or an estimate of the editors with its ground.

The owner of an approach, a study and our own reading look alike once they stand in a list of points. So each field that
states a finding says which of the three it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lui
from wagtail import blocks

if TYPE_CHECKING:
    from menukaart.models import Interventie


class Bevinding(TextChoices):
    """Fields that state a finding. Evidence and effort carry their source themselves."""

    ONDERZOEK = "onderzoek", _lui("wat is onderzocht?")
    WERKZAAM = "werkzame_elementen", _lui("wat mag niet weg?")
    DESKUNDIGHEID = "deskundigheid", _lui("benodigde deskundigheid")
    MATERIALEN = "materialen", _lui("materialen")
    RANDVOORWAARDEN = "randvoorwaarden", _lui("randvoorwaarden")
    KWALITEIT = "kwaliteitsbewaking", _lui("kwaliteitsbewaking of licentie")
    STARTTIJD = "implementatietijd", _lui("tijd tot de start")
    VOORDELEN = "voordelen", _lui("voordelen")
    NADELEN = "nadelen", _lui("nadelen")
    HELPT = "succesfactoren", _lui("wat helpt")
    STRANDT = "faalfactoren", _lui("waar het op stukloopt")
    INDICATOREN = "indicatoren", _lui("waaraan merkt u het?")
    SES = "ses_grond", _lui("past bij SES")
    VERSCHILLEN = "verschillen_grond", _lui("gezondheidsverschillen")


class HerkomstBlok(blocks.StructBlock):
    velden = blocks.MultipleChoiceBlock(
        choices=Bevinding.choices, label=_lui("Welke velden?"), widget=blocks.field_block.forms.CheckboxSelectMultiple
    )
    bron = blocks.CharBlock(
        label=_lui("Staat in deze bron"),
        max_length=250,
        required=False,
        default="",
        help_text=_lui("De titel, precies zoals hij bij ‘bronnen’ staat."),
    )
    grond = blocks.TextBlock(
        label=_lui("Of: inschatting van de redactie, op grond van"), rows=2, required=False, default=""
    )

    class Meta:
        label = _lui("Herkomst")
        icon = "doc-full"

    def clean(self, value: Any) -> Any:
        schoon = super().clean(value)
        if bool(schoon["bron"].strip()) == bool(schoon["grond"].strip()):
            fout = ValidationError(_("Noem een bron, of zeg waarop de redactie dit baseert. Niet allebei."))
            raise blocks.StructBlockValidationError({"bron": fout})
        return schoon


@dataclass(frozen=True)
class Herkomst:
    bron: str = ""
    url: str = ""
    grond: str = ""


def herkomst_per_veld(interventie: Interventie) -> dict[str, list[Herkomst]]:
    """Field → where it comes from: often one, sometimes two sources."""
    adressen = {deel.value["titel"]: deel.value["url"] for deel in interventie.bronnen}
    uit: dict[str, list[Herkomst]] = {}
    for deel in interventie.herkomst:
        w = deel.value
        herkomst = Herkomst(w["bron"], adressen.get(w["bron"], ""), w["grond"])
        for veld in w["velden"]:
            uit.setdefault(veld, []).append(herkomst)
    return uit


def samen(herkomst: dict[str, list[Herkomst]], gevuld: Sequence[str]) -> list[tuple[str, Herkomst]]:
    """The different origins under one heading, as (names of fields, origin); no names where it counts for all of them."""
    per: dict[Herkomst, list[str]] = {}
    for naam in gevuld:
        for bron in herkomst.get(naam, ()):
            per.setdefault(bron, []).append(str(Bevinding(naam).label))
    return [("" if len(namen) == len(gevuld) else ", ".join(namen), bron) for bron, namen in per.items()]


def zonder(interventie: Interventie) -> list[str]:
    """Fields that state something and don't say where it comes from."""
    bekend = {naam for deel in interventie.herkomst for naam in deel.value["velden"]}
    return [naam for naam in Bevinding.values if gevuld(interventie, naam) and naam not in bekend]


def gevuld(interventie: Interventie, naam: str) -> bool:
    """An emptied rich text still holds its paragraph."""
    return bool(strip_tags(str(getattr(interventie, naam))).strip())


def herkomstfouten(interventie: Interventie) -> dict[str, str]:
    """For the editors' form and the loader: field → what to do."""
    titels = {deel.value["titel"] for deel in interventie.bronnen}
    vreemd = [w for deel in interventie.herkomst if (w := deel.value["bron"]) and w not in titels]
    if vreemd:
        return {"herkomst": _("Deze bron staat niet bij ‘bronnen’: %(b)s.") % {"b": ", ".join(vreemd)}}
    if los := zonder(interventie):
        namen = ", ".join(str(Bevinding(naam).label) for naam in los)
        return {
            "herkomst": _("Zeg waar dit vandaan komt, of dat het een inschatting van de redactie is: %(n)s.")
            % {"n": namen}
        }
    return {}
