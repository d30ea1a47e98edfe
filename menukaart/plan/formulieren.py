"""Forms of one row each. What two people change at once merges by field (basis/samenloop.py)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bewaakt import Bewaakt
from kennisplatform.basis.formulieren import nederlandse
from kennisplatform.basis.models import Begripsoort
from kennisplatform.basis.samenloop import MetStand
from kennisplatform.cijfers.cijferkeuze import cijferkeuze
from menukaart.kiezen.dingen import met_blad, op_pk
from menukaart.plan.keuzes import Regiostand
from menukaart.plan.kwartalen import begin_in_woorden, eind_in_woorden, keuzes
from menukaart.plan.models import (
    Beeldinzicht,
    Beeldkracht,
    Beelduitdaging,
    Buurtplan,
    Planactiviteit,
    Planthema,
    Regiopunt,
)
from menukaart.plan.models.beeld import CIJFER_MAX
from menukaart.plan.ontbreken import VERPLICHT


class Rijformulier(MetStand, forms.ModelForm):
    """`instance`: the row as it stands now, locked when it is saved; a new one has no key. `mag_later`: what may be left for
    now and must be there before picture or plan is laid down.
    """

    mag_later: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        rij = kwargs["instance"]
        namen = self._meta.fields or ()
        staat_er = {naam: rij._meta.get_field(naam).value_from_object(rij) for naam in namen} if rij.pk else {}
        voor = f"{kwargs['prefix']}-" if kwargs.get("prefix") else ""
        van = self._schrijver(rij, (args[0] if args else None) or {}, f"{voor}gezien")
        super().__init__(*args, stand=str(rij.versie if rij.pk else 0), staat_er=staat_er, van=van, **kwargs)
        for naam, veld in self.fields.items():
            veld.mag_later = naam in self.mag_later
            if isinstance(veld.widget, forms.Textarea):
                veld.widget.attrs["rows"] = 4
            if isinstance(veld, forms.ModelChoiceField) and not veld.required:
                veld.empty_label = _("Geen")

    def _schrijver(self, rij: Any, data: Any, sleutel: str) -> dict[str, str]:
        """Who saved it last is known to have written the difference only when that was the one saving since."""
        gezien = str(data.get(sleutel, "")).partition(" ")[0]
        enige = rij.pk and rij.door and gezien.isdecimal() and int(gezien) == rij.versie - 1
        return dict.fromkeys(self._meta.fields or (), str(rij.door)) if enige else {}


class UitdagingFormulier(Bewaakt, Rijformulier):
    bewaakt = ("titel", "zien", "waarom", "straks")
    mag_later = ("zien", "waarom", "straks")

    class Meta:
        model = Beelduitdaging
        fields = ("titel", "zien", "waarom", "straks", "thema", "cijfer")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["thema"].queryset = nederlandse(Begripsoort.THEMA, [kwargs["instance"].thema_id])

    def clean(self) -> dict[str, Any]:
        """Figures of the platform that were ticked come into the text, each once."""
        gegevens = super().clean()
        codes = set(self.data.getlist("cijfer_erbij")) if hasattr(self.data, "getlist") else set()
        if codes and "cijfer" in gegevens:
            alle = [regel for _kop, rij in cijferkeuze(self.instance.beeld.buurt) for regel in rij]
            al = gegevens["cijfer"].splitlines()
            erbij = [zin for code, zin in alle if code in codes and zin not in al]
            gegevens["cijfer"] = "\n".join(filter(None, [gegevens["cijfer"].strip(), *erbij]))
            if len(gegevens["cijfer"]) > CIJFER_MAX:
                self.add_error("cijfer", _("Dit worden te veel cijfers. Kies de twee of drie die het meest zeggen."))
        return gegevens


class KrachtFormulier(Bewaakt, Rijformulier):
    class Meta:
        model = Beeldkracht
        fields = ("tekst",)


class InzichtFormulier(Bewaakt, Rijformulier):
    class Meta:
        model = Beeldinzicht
        fields = ("bron", "tekst", "gesprekken", "uitdaging")
        widgets = {"bron": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bron"].choices = self.fields["bron"].choices[1:]  # no empty one among the buttons
        self.fields["uitdaging"].queryset = kwargs["instance"].beeld.uitdagingen.all()
        self.fields["gesprekken"].min_value = 1


class RegioFormulier(Rijformulier):
    class Meta:
        model = Regiopunt
        fields = ("tekst", "stand", "want")
        widgets = {"stand": forms.RadioSelect}
        help_texts = {"want": _("Nodig als het hier niet geldt.")}

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if gegevens.get("stand") == Regiostand.GELDT_NIET and not gegevens.get("want", "").strip():
            self.add_error("want", _("Schrijf in één zin waarom dit hier niet geldt."))
        return gegevens


class ThemaFormulier(Rijformulier):
    class Meta:
        model = Planthema
        fields = ("doel", "niet_nu", "reden")
        help_texts = {"reden": _("Nodig als dit thema nu niet past: één of twee zinnen. Het transitieteam leest dit.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kwargs["instance"].thema.code in VERPLICHT:
            for naam in ("niet_nu", "reden"):
                del self.fields[naam]
            self.staat_er = {"doel": self.staat_er["doel"]}

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if gegevens.get("niet_nu") and not gegevens.get("reden", "").strip():
            self.add_error("reden", _("Schrijf in een of twee zinnen waarom dit thema nu niet past."))
        if gegevens.get("niet_nu") and self.instance.plan.activiteiten.filter(thema=self.instance.thema).exists():
            self.add_error("niet_nu", _("Dit thema heeft activiteiten. Haal die eerst weg, of laat dit vinkje uit."))
        return gegevens


class ActiviteitFormulier(Rijformulier):
    begin = forms.TypedChoiceField(label=_("Van"), coerce=int)
    eind = forms.TypedChoiceField(label=_("Tot en met"), coerce=int)
    mag_later = ("wie",)

    class Meta:
        model = Planactiviteit
        fields = ("titel", "uitleg", "wie", "met_wie", "begin", "eind", "uitdaging", "na", "aangepast")
        help_texts = {"wie": _("Rol en organisatie, geen persoon. Nodig voor u het plan vaststelt.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        activiteit = kwargs["instance"]
        plan = activiteit.plan
        self.fields["begin"].choices = keuzes(plan.van, plan.tot, begin_in_woorden)
        self.fields["eind"].choices = keuzes(plan.van, plan.tot, eind_in_woorden)
        self.fields["na"].queryset = plan.activiteiten.exclude(pk=activiteit.pk)
        beeld = getattr(plan.buurt, "beeld", None)
        self.fields["uitdaging"].queryset = (
            beeld.uitdagingen.all() if beeld else self.fields["uitdaging"].queryset.none()
        )
        if noemt := _wie_de_menukaart_noemt(activiteit.keuze_id):
            self.fields["met_wie"].help_text = format_html(str(_("De menukaart noemt: {}")), noemt)
        if activiteit.herkomst == "eigen":
            del self.fields["aangepast"]
            self.staat_er = {naam: waarde for naam, waarde in self.staat_er.items() if naam != "aangepast"}

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if (gegevens.get("begin") or 0) > (gegevens.get("eind") or 10**6):
            self.add_error("eind", _("Dit is vóór het begin. Kies een later kwartaal."))
        if (na := gegevens.get("na")) and self._wacht_op_zichzelf(na):
            self.add_error("na", _("Deze twee zouden op elkaar wachten. Kies een andere."))
        return gegevens

    def _wacht_op_zichzelf(self, na: Planactiviteit) -> bool:
        volgt = dict(self.instance.plan.activiteiten.values_list("pk", "na"))
        plek: int | None = na.pk
        for _stap in range(len(volgt) + 1):
            if plek is None or plek == self.instance.pk:
                break
            plek = volgt.get(plek)
        return plek is not None


def _wie_de_menukaart_noemt(pagina: int | None) -> str:
    """Who carries it out as its page describes it: said beside the field, to take over or to leave."""
    dingen = met_blad(op_pk([pagina])) if pagina else []
    return " ".join(tekst for ding in dingen for tekst in ding.blad.get("uitvoering", ()))[:300]


class PlanFormulier(MetStand, forms.ModelForm):
    class Meta:
        model = Buurtplan
        fields = ("van", "tot", "inwoners")

    def __init__(self, *args: Any, instance: Buurtplan, **kwargs: Any) -> None:
        staat_er = {naam: getattr(instance, naam) for naam in self._meta.fields or ()}
        stand = instance.geraakt.isoformat()  # any row that is saved touches it: then values are compared
        super().__init__(*args, stand=stand, staat_er=staat_er, instance=instance, **kwargs)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", _("Het laatste jaar komt niet vóór het eerste."))
        elif van and tot and tot - van > 5:
            self.add_error("tot", _("Een plan loopt hoogstens zes jaar."))
        elif (
            van
            and tot
            and self.instance.activiteiten.filter(begin__lt=van * 4)
            .union(self.instance.activiteiten.filter(eind__gt=tot * 4 + 3))
            .exists()
        ):
            self.add_error(None, _("Er staan activiteiten buiten deze jaren. Verschuif die eerst."))
        return gegevens


class ThemaAntwoord(MetStand):
    antwoord = forms.CharField(
        label=_("Antwoord van het transitieteam"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, rij: Planthema, **kwargs: Any) -> None:
        super().__init__(*args, stand=str(rij.versie), staat_er={"antwoord": rij.antwoord}, **kwargs)
