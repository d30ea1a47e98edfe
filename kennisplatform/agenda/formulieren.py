"""Forms of the agenda: one day, a begin and an end, in the words of somebody who plans a meeting."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kennisplatform.agenda import tijd
from kennisplatform.agenda.keuzes import ZICHTBAAR, Herhaling, Soort, Voor
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.agenda.models.bijeenkomst import ALLEEN_WEB
from kennisplatform.basis.datums import Dagveld, Uurveld
from kennisplatform.basis.formulieren import nederlandse
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.models import Begripsoort
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt

GEEN_DATUM = _("Deze dag bestaat niet. Schrijf de datum als dag-maand-jaar, zoals 24-03-2027.")
GEEN_TIJD = _("Schrijf de tijd als uren en minuten, zoals 19:30.")
GEEN_LINK = _("Dit is geen link die wij kunnen gebruiken. Plak het hele adres, dat begint met https://")
MEER = ("tot_en_met", "thema", "onderwerp", "contact_rol", "rolstoel", "tolk", "taal", "kosten")
VERST = 3  # years ahead; further is a slip of the finger


class Datumveld(Dagveld):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {"invalid": GEEN_DATUM}


class Tijdveld(Uurveld):
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    default_error_messages = {"invalid": GEEN_TIJD}


class Linkveld(forms.URLField):
    """A link to a page: no script, no file of this computer."""

    default_validators = [ALLEEN_WEB]
    default_error_messages = {"invalid": GEEN_LINK}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", max_length=500, required=False, **kwargs)


class MetMoment(Duidelijk, forms.Form):
    """A day with a begin and an end, to come."""

    dag = Datumveld(label=_("Dag"))
    van = Tijdveld(label=_("Begint om"))
    tot = Tijdveld(label=_("Is klaar om"))
    mag_voorbij = False  # what took place may be mended afterwards

    def lees_moment(self, schoon: dict[str, Any]) -> tijd.Moment | None:
        """The moment, or None with the mistake at its field."""
        dag, van, tot = (schoon.get(naam) for naam in ("dag", "van", "tot"))
        if not dag or van is None or tot is None:
            return None
        if tot <= van:
            self.add_error("tot", _("De bijeenkomst is klaar vóór ze begint. Kies een latere tijd."))
            return None
        if dag > timezone.localdate().replace(day=1) + dt.timedelta(days=366 * VERST):
            self.add_error("dag", _("Dit is meer dan drie jaar vooruit. Klopt het jaar?"))
            return None
        try:
            moment = tijd.Moment(tijd.op_de_klok(dag, van), tijd.op_de_klok(dag, tot))
        except tijd.BestaatNiet:
            self.add_error("van", _("Deze tijd bestaat niet: die nacht gaat de zomertijd in. Kies een andere tijd."))
            return None
        if moment.begin <= timezone.now() and not self.mag_voorbij:
            self.add_error("dag", _("Dit moment is al voorbij. Kies een dag die nog komt."))
            return None
        return moment


class BijeenkomstFormulier(MetMoment, forms.ModelForm):
    tot_en_met = Datumveld(
        label=_("Aanmelden kan tot en met"),
        required=False,
        help_text=_("Leeg: aanmelden kan tot de bijeenkomst begint."),
    )
    online = Linkveld(label=_("Link om online mee te doen"), help_text=_("Alleen wie is aangemeld, ziet deze link."))
    plaatsen = forms.IntegerField(
        label=_("Aantal plaatsen"),
        required=False,
        min_value=1,
        max_value=5000,
        help_text=_("Leeg: zoveel mensen als er komen. Is het vol, dan komt er een wachtlijst."),
        error_messages={"min_value": _("Kies 1 plaats of meer, of laat dit leeg.")},
    )
    gezien = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order = [
        "titel", "soort", "omschrijving", "voor", "dag", "van", "tot", "plaats", "online", "zichtbaarheid", "plaatsen",
        "tot_en_met", "thema", "onderwerp", "contact_rol", "rolstoel", "tolk", "taal", "kosten", "gezien",
    ]  # fmt: skip  # a list of words

    class Meta:
        model = Bijeenkomst
        fields = [
            "titel", "soort", "omschrijving", "voor", "plaats", "online", "zichtbaarheid", "plaatsen", "thema",
            "onderwerp", "contact_rol", "rolstoel", "tolk", "taal", "kosten",
        ]  # fmt: skip  # a list of words
        widgets = {
            "soort": forms.RadioSelect,
            "voor": forms.RadioSelect,
            "zichtbaarheid": forms.RadioSelect,
            "omschrijving": forms.Textarea(attrs={"rows": 6}),
        }
        help_texts = {
            "titel": _("Kort, in gewone woorden. Bijvoorbeeld: ‘Samen praten over vergeten’."),
            "omschrijving": _("Wat gaan we doen, en wat heeft iemand eraan? Schrijf geen namen van bewoners op."),
            "plaats": _("Naam en adres van de plek. Leeg als het alleen online is."),
            "contact_rol": _("Een rol, nooit een persoon. Bijvoorbeeld: de wijkverpleegkundige van het buurtteam."),
            "tolk": _("Bijvoorbeeld: gebarentolk aanwezig. Of: tolk Turks, als u het een week vooraf vraagt."),
            "taal": _("Leeg: Nederlands."),
            "kosten": _("Leeg: gratis."),
        }

    def __init__(self, *args: Any, buurt: Buurt | None, nu: Bijeenkomst | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nu = nu  # as it stands, when this is a change
        self.ingehaald = False
        self.moment: tijd.Moment | None = None
        self.mag_voorbij = nu is not None and nu.begonnen
        for naam, soort in (("thema", Begripsoort.THEMA), ("onderwerp", Begripsoort.ONDERWERP)):
            self.fields[naam].queryset = nederlandse(soort, [getattr(nu, f"{naam}_id", None)])
            self.fields[naam].empty_label = str(_("Geen"))
        self.fields["soort"].choices = [keuze for keuze in self.fields["soort"].choices if keuze[0]]
        self.fields["zichtbaarheid"].choices = [k for k in ZICHTBAAR if buurt or k[0] != Zichtbaarheid.EIGEN]

    def meer(self) -> list[forms.BoundField]:
        """What a meeting can do without: behind one line, so that the form isn't long before it is needed."""
        return [self[naam] for naam in MEER]

    def meer_open(self) -> bool:
        return any(self[naam].errors or self[naam].value() for naam in MEER)

    def clean_titel(self) -> str:
        return " ".join(self.cleaned_data["titel"].split())

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        self.moment = self.lees_moment(schoon)
        if not schoon.get("plaats") and not schoon.get("online") and "online" not in self.errors:
            self.add_error("plaats", _("Waar is het? Schrijf een plek op, of een link om online mee te doen."))
        if self.moment:
            schoon |= {"begin": self.moment.begin, "einde": self.moment.einde}
            schoon["aanmelden_tot"] = self._tot_en_met(schoon, self.moment)
        if self.nu is not None and schoon.get("gezien") != self.nu.versie:
            self.haal_in(self.nu)
        return schoon

    def _tot_en_met(self, schoon: dict[str, Any], moment: tijd.Moment) -> dt.datetime | None:
        laatste = schoon.get("tot_en_met")
        if laatste is None:
            return None
        if laatste > timezone.localtime(moment.begin).date():
            self.add_error(
                "tot_en_met", _("De laatste dag om aan te melden ligt na de bijeenkomst. Kies een eerdere dag.")
            )
            return None
        return min(tijd.einde_van_de_dag(laatste), moment.begin)

    def haal_in(self, nu: Bijeenkomst) -> None:
        """Somebody was first: told, shown both, and saving once more is then a choice."""
        self.ingehaald, self.nu = True, nu
        self.data = self.data.copy()
        self.data["gezien"] = nu.versie
        self.add_error(
            None,
            _(
                "Iemand anders wijzigde deze bijeenkomst intussen. Hierboven staat wat er nu anders is. Uw eigen invoer staat hieronder; klopt die, bewaar dan nog een keer."
            ),
        )

    def verschillen(self) -> list[tuple[str, str]]:
        """(label, how it stands now) of everything that the other version says differently."""
        if self.nu is None:
            return []
        staat = eerste_waarden(self.nu)
        uit = []
        for veld in self.visible_fields():
            nu = staat.get(veld.name)
            nu = getattr(nu, "pk", nu)
            if str(nu if nu is not None else "") != _getypt(veld):
                uit.append((str(veld.label), _in_woorden(self.nu, veld.name, nu)))
        return uit

    def _post_clean(self) -> None:
        """The verb sets what was read; the record on which the form was built stays as it is."""


def _getypt(veld: forms.BoundField) -> str:
    waarde = veld.value()
    if isinstance(veld.field, forms.BooleanField):
        return str(bool(waarde))
    return str(waarde if waarde is not None else "").replace("\r\n", "\n").strip()


def _in_woorden(nu: Bijeenkomst, naam: str, waarde: Any) -> str:
    if naam in {"thema", "onderwerp"}:
        return str(nu.begrip(naam) or _("Geen"))
    if naam in {"soort", "voor", "zichtbaarheid"}:
        return str(getattr(nu, f"get_{naam}_display")())
    if naam == "rolstoel":
        return str(_("ja") if waarde else _("nee"))
    if isinstance(waarde, str) and naam in {"dag", "tot_en_met"} and waarde:
        return date_format(dt.date.fromisoformat(waarde), "j F Y")
    return str(waarde) if waarde not in (None, "") else str(_("leeg"))


def begin_van(soort: str) -> dict[str, Any]:
    """What a new meeting of a kind begins with: an 'overleg' is the network's own, until its maker says otherwise."""
    if soort == Soort.OVERLEG:
        return {"soort": soort, "voor": Voor.PROFESSIONALS, "zichtbaarheid": Zichtbaarheid.EIGEN}
    return {"soort": soort} if soort in Soort.values else {}


def eerste_waarden(nu: Bijeenkomst) -> dict[str, Any]:
    """What the form shows of a meeting: text as a browser sends it back."""
    begin, einde = timezone.localtime(nu.begin), timezone.localtime(nu.einde)
    tot = timezone.localtime(nu.aanmelden_tot - dt.timedelta(seconds=1)) if nu.aanmelden_tot else None
    velden = nu.velden(tuple(BijeenkomstFormulier.Meta.fields))
    return velden | {
        "thema": nu.thema_id,
        "onderwerp": nu.onderwerp_id,
        "dag": f"{begin:%Y-%m-%d}",
        "van": f"{begin:%H:%M}",
        "tot": f"{einde:%H:%M}",
        "tot_en_met": f"{tot:%Y-%m-%d}" if tot else "",
        "gezien": nu.versie,
    }


class ReeksFormulier(MetMoment):
    """The same meeting again: once, or up to a year of them. The dates are shown first."""

    herhaling = forms.ChoiceField(
        label=_("Hoe vaak?"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("", _("Eén keer")), *Herhaling.choices],
    )
    keren = forms.IntegerField(
        label=_("Hoeveel keer in totaal?"),
        required=False,
        min_value=2,
        max_value=12,
        help_text=_("Hoogstens 12. Niet nodig als u ‘Eén keer’ kiest."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.momenten: list[tijd.Moment] = []
        self.gezien = False  # were these very dates looked at before?

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        moment = self.lees_moment(schoon)
        herhaling = schoon.get("herhaling")
        if herhaling and not schoon.get("keren") and "keren" not in self.errors:
            self.add_error("keren", _("Kies een aantal van 2 tot en met 12."))
        if moment is None or self.errors:
            return schoon
        dagen = tijd.reeks(schoon["dag"], Herhaling(herhaling), schoon["keren"]) if herhaling else [schoon["dag"]]
        try:
            self.momenten = [
                tijd.Moment(tijd.op_de_klok(d, schoon["van"]), tijd.op_de_klok(d, schoon["tot"])) for d in dagen
            ]
        except tijd.BestaatNiet:
            self.add_error("van", _("Op een van de dagen bestaat deze tijd niet: dan gaat de zomertijd in."))
        self.gezien = self.data.get("nagekeken") == self.merk()
        return schoon

    def merk(self) -> str:
        """Which dates the list below was about."""
        return "|".join(f"{m.begin:%Y%m%dT%H%M}-{m.einde:%H%M}" for m in self.momenten)
