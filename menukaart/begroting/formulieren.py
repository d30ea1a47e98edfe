"""Forms of the budget and of its committee."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bestandspoort import MB, WERKMAP, Bestandsveld
from kennisplatform.basis.datums import Dagveld
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.geld import euro
from kennisplatform.basis.samenloop import MetStand
from kennisplatform.tekening.afdruk import afdruk
from menukaart.begroting import tarieven
from menukaart.begroting.models import Begrotingsbesluit, Commissievraag
from menukaart.plan.formulieren import Rijformulier
from menukaart.plan.models import Begrotingsregel, Buurtplan, Tarief


class RegelFormulier(Rijformulier):
    jaar = forms.TypedChoiceField(label=_("Jaar"), coerce=int)
    aantal = forms.DecimalField(label=_("Aantal of uren"), max_digits=9, decimal_places=2, min_value=0, localize=True)
    prijs = forms.DecimalField(
        label=_("Per stuk of per uur (€)"), max_digits=9, decimal_places=2, min_value=0, localize=True
    )
    uitgegeven = forms.DecimalField(
        label=_("Echt uitgegeven (€)"),
        max_digits=10,
        decimal_places=2,
        min_value=0,
        localize=True,
        required=False,
        help_text=_("Vul dit pas in als het jaar voorbij is."),
    )

    class Meta:
        model = Begrotingsregel
        fields = ("omschrijving", "soort", "jaar", "aantal", "tarief", "prijs", "financier", "uitgegeven")
        help_texts = {"tarief": _("Kies er een en laat de prijs leeg: dan rekent deze regel met die prijs.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plan = kwargs["instance"].activiteit.plan
        self._zet_tarieven(plan, kwargs["instance"])
        self.fields["jaar"].choices = [(jaar, str(jaar)) for jaar in range(plan.van, plan.tot + 1)]

    def _zet_tarieven(self, plan: Buurtplan, regel: Begrotingsregel) -> None:
        """Those of the plan's years, first what counts in the year of this line, and the one that stands there. Without any
        the field is not asked.
        """
        nu = regel.tarief_id
        pks = {t.pk for t in tarieven.keuzes(plan.van, plan.tot)} | ({nu} if nu else set())
        if not pks:
            self._zonder_tarief()
            return
        self.fields["tarief"].queryset = Tarief.objects.filter(pk__in=pks)
        self.fields["tarief"].choices = [
            ("", _("Geen: ik vul zelf een prijs in")),
            *tarieven.per_jaar(self.fields["tarief"].queryset, self._jaar(regel.jaar)),
        ]
        self.fields["prijs"].required = False

    def _zonder_tarief(self) -> None:
        del self.fields["tarief"]
        self.staat_er = {naam: waarde for naam, waarde in self.staat_er.items() if naam != "tarief"}

    def _jaar(self, nu: int) -> int:
        """The year that is chosen in the form, else that of the line."""
        getypt = str(self.data.get(self.add_prefix("jaar"), ""))
        return int(getypt) if getypt.isascii() and getypt.isdecimal() and len(getypt) == 4 else nu

    def clean(self) -> dict[str, Any]:
        """The rate that was chosen is what the line counts with; a rate beside another price is asked, never guessed."""
        gegevens = super().clean()
        tarief, prijs, jaar = (gegevens.get(naam) for naam in ("tarief", "prijs", "jaar"))
        if "prijs" in self.errors or "tarief" in self.errors or not jaar:
            return gegevens
        anders = tarief and tarief.pk != self.staat_er.get("tarief")
        if tarief is None:
            if prijs is None:
                self.add_error("prijs", _("Vul een prijs in, of kies een tarief."))
        elif not tarief.geldt_in(jaar) and (anders or jaar != self.staat_er.get("jaar")):
            self.add_error("tarief", _geldt_niet(tarief, jaar))
        elif prijs is None or (anders and prijs == self.staat_er.get("prijs")):  # the old price was left in its box
            gegevens["prijs"] = tarief.prijs
        elif prijs != tarief.prijs:
            tekst = _(
                "U koos een tarief van %(tarief)s. Laat de prijs leeg, of kies bij het tarief ‘Geen: ik vul zelf een prijs in’."
            )
            self.add_error("prijs", tekst % {"tarief": euro(tarief.prijs)})
        return gegevens


class RoosterFormulier(RegelFormulier):
    """A line among all others on one screen; what was really spent is told when the year is over, on its own page."""

    uitgegeven = None  # type: ignore[assignment]  # the form below has no such field

    def __init__(self, *args: Any, tarieven: Mapping[int, Tarief], **kwargs: Any) -> None:
        self.alle_tarieven = tarieven  # read once for all lines
        super().__init__(*args, **kwargs)

    def _zet_tarieven(self, plan: Buurtplan, regel: Begrotingsregel) -> None:
        if not self.alle_tarieven:
            self._zonder_tarief()
            return
        self.fields["tarief"] = forms.TypedChoiceField(
            required=False,
            choices=[("", ""), *((pk, pk) for pk in self.alle_tarieven)],
            coerce=lambda pk: self.alle_tarieven[int(pk)],
            empty_value=None,
        )
        self.fields["prijs"].required = False

    def _get_validation_exclusions(self) -> set[str]:  # not in the stubs
        """Whether a rate is there was seen in those that were read."""
        return {*super()._get_validation_exclusions(), "tarief"}  # type: ignore[misc]

    class Meta(RegelFormulier.Meta):
        fields = tuple(naam for naam in RegelFormulier.Meta.fields if naam != "uitgegeven")  # type: ignore[assignment]


def _geldt_niet(tarief: Tarief, jaar: int) -> str:
    if tarief.vanaf.year > jaar:
        dag = date_format(tarief.vanaf, "j F Y")
        tekst = _(
            "Dit tarief geldt nog niet in %(jaar)s, maar vanaf %(dag)s. Kies een ander tarief, of een ander jaar."
        )
    else:
        dag = date_format(tarief.tot or tarief.vanaf, "j F Y")
        tekst = _(
            "Dit tarief geldt niet meer in %(jaar)s: het gold tot en met %(dag)s. Kies een ander tarief, of een ander jaar."
        )
    return tekst % {"jaar": jaar, "dag": dag}


class TariefFormulier(Duidelijk, forms.ModelForm):
    prijs = forms.DecimalField(
        label=_("Prijs (€)"),
        max_digits=9,
        decimal_places=2,
        min_value=Decimal("0.01"),
        localize=True,
        error_messages={"min_value": _("Vul een bedrag in van minstens één cent.")},
    )
    vanaf = Dagveld(label=_("Geldt vanaf"))

    oud: int | None = None  # the row that this replaces

    class Meta:
        model = Tarief
        fields = ("naam", "soort", "prijs", "vanaf", "bron")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        naam, vanaf = gegevens.get("naam", ""), gegevens.get("vanaf")
        staand = Tarief.objects.staand().exclude(pk=self.oud or 0)
        if vanaf and staand.filter(naam__iexact=naam, vanaf=vanaf).exists():
            self.add_error(
                "vanaf",
                _("Van deze dag is er al een prijs. Was die fout? Verbeter hem dan. Kies anders een andere dag."),
            )
        return gegevens


class VerbeterFormulier(TariefFormulier):
    reden = forms.CharField(
        label=_("Wat was er fout?"),
        max_length=300,
        help_text=_("Netwerken die met de oude prijs rekenden, lezen dit bij hun begroting."),
    )


class BeeindigFormulier(MetStand):
    tot = Dagveld(
        label=_("Geldt tot en met"),
        help_text=_("Had dit tarief er nooit mogen staan? Kies dan een dag vóór de dag waarop het begon."),
    )
    reden = forms.CharField(label=_("Waarom?"), max_length=300, help_text=_("Netwerken lezen dit bij hun begroting."))

    def __init__(self, *args: Any, tarief: Tarief, **kwargs: Any) -> None:
        staat_er = {"tot": tarief.tot, "reden": tarief.reden}
        super().__init__(*args, stand=afdruk(tarief), staat_er=staat_er, **kwargs)


class CommissievraagFormulier(Duidelijk, forms.ModelForm):
    class Meta:
        model = Commissievraag
        fields = ("tekst",)
        widgets = {"tekst": forms.Textarea(attrs={"rows": 3})}


class CommissieAntwoord(MetStand):
    tekst = forms.CharField(label=_("Uw antwoord"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, gesteld: Commissievraag, **kwargs: Any) -> None:
        stand = afdruk(gesteld.antwoord, gesteld.antwoord_op)
        van = {"tekst": str(gesteld.antwoord_door)} if gesteld.antwoord_door else {}
        super().__init__(*args, stand=stand, staat_er={"tekst": gesteld.antwoord}, van=van, **kwargs)


class BegrotingsbesluitFormulier(Duidelijk, forms.Form):
    """What the committee decides; only agreement needs no words."""

    als = forms.ChoiceField(
        label=_("Wat besluit de commissie?"),
        choices=[
            (b.value, b.label)
            for b in (Begrotingsbesluit.AKKOORD, Begrotingsbesluit.VOORWAARDEN, Begrotingsbesluit.AFGEWEZEN)
        ],
        widget=forms.RadioSelect,
    )
    toelichting = forms.CharField(
        label=_("Toelichting of voorwaarden"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Het netwerk leest dit. Voorwaarden leest ook wie tekent. Ze komen op het plan en de begroting, en na het tekenen "
            "op de openbare pagina die het plan bewijst."
        ),
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("als") not in (None, Begrotingsbesluit.AKKOORD) and not gegevens.get("toelichting", "").strip():
            self.add_error(
                "toelichting", _("Schrijf welke voorwaarden gelden, of waarom de commissie niet akkoord gaat.")
            )
        return gegevens


class BladFormulier(Duidelijk, forms.Form):
    bestand = Bestandsveld(
        label=_("Excelbestand (.xlsx)"),
        mag=WERKMAP,
        meeste=MB,
        te_groot=_("Dit bestand is groter dan 1 MB. Een begroting is veel kleiner: klopt het bestand?"),
        help_text=_("Het bestand dat u hier ophaalde, met uw wijzigingen. Hooguit 1 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )
