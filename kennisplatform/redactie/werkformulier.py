"""The form of work on many pages: what must be done, and only the fields that belong to it."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from kennisplatform.basis.datums import Dagveld
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.models import Begrip, Begripsoort
from kennisplatform.redactie.lijstvelden import NEDERLANDS, delen
from kennisplatform.redactie.models import Werkgang
from kennisplatform.redactie.schrijven import mag_publiceren

Soort = Werkgang.Soort
# Who publishes may do these; the others make drafts.
VAN_EINDREDACTIE: Final = (Soort.PUBLICEREN, Soort.INTREKKEN)
NIEMAND: Final = "niemand"
MEER: Final = _("Meer dan één? Houd Ctrl ingedrukt (op een Mac: cmd) terwijl u kiest.")
VELDEN: Final = {
    Soort.TREFWOORD: ("begrippen_erbij", "begrippen_eraf", "trefwoorden_erbij", "trefwoorden_eraf", "publiceer"),
    Soort.THEMA: ("thema", "publiceer"),
    Soort.CONTROLE: ("controle", "publiceer"),
    Soort.EIGENAAR: ("eigenaar",),
    Soort.VERTALEN: ("talen",),
}


class Veelformulier(Duidelijk, forms.Form):
    wat = forms.ChoiceField(label=_("Wat wilt u doen?"), choices=[])
    begrippen_erbij = forms.ModelMultipleChoiceField(
        Begrip.objects.none(), label=_("Begrippen erbij"), required=False, help_text=MEER
    )
    begrippen_eraf = forms.ModelMultipleChoiceField(
        Begrip.objects.none(), label=_("Begrippen eraf"), required=False, help_text=MEER
    )
    trefwoorden_erbij = forms.CharField(
        label=_("Trefwoorden erbij"), required=False, help_text=_("Met komma’s ertussen.")
    )
    trefwoorden_eraf = forms.CharField(label=_("Trefwoorden eraf"), required=False)
    thema = forms.ModelChoiceField(Begrip.objects.none(), label=_("Hoofdthema"), required=False)
    controle = Dagveld(label=_("Volgende controle"), required=False)
    eigenaar = forms.ModelChoiceField(
        get_user_model().objects.none(), label=_("Eigenaar"), required=False, empty_label=_("Niemand")
    )
    talen = forms.ModelMultipleChoiceField(
        Locale.objects.none(), label=_("In welke taal"), required=False, widget=forms.CheckboxSelectMultiple
    )
    publiceer = forms.BooleanField(
        label=_("Meteen publiceren"),
        required=False,
        help_text=_("Alleen pagina’s die al openbaar zijn en waar niets anders op wacht. De rest wordt een concept."),
    )

    def __init__(self, *args: Any, gebruiker: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        publiceert = mag_publiceren(gebruiker)
        velden: dict[str, Any] = self.fields
        velden["wat"].choices = [
            (soort.value, soort.label)
            for soort in Soort
            if soort != Soort.INLEZEN
            and (publiceert or soort not in VAN_EINDREDACTIE)
            and (soort != Soort.VERTALEN or gebruiker.has_perm("wagtail_localize.submit_translation"))
        ]
        if not publiceert:
            del velden["publiceer"]
        termen = Begrip.objects.filter(locale__language_code=NEDERLANDS)
        for naam in ("begrippen_erbij", "begrippen_eraf"):
            erbij = termen.filter(vervallen=False) if naam == "begrippen_erbij" else termen
            velden[naam].queryset = erbij
            velden[naam].choices = _per_soort(erbij)
        velden["thema"].queryset = termen.filter(soort=Begripsoort.THEMA, vervallen=False)
        velden["talen"].queryset = Locale.objects.exclude(language_code=NEDERLANDS)
        velden["eigenaar"].queryset = redacteuren()

    @property
    def groepen(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """(what, its name, its fields): one group at a time is shown where there are scripts."""
        keuzes = dict(self.fields["wat"].choices)
        velden = {soort: [naam for naam in VELDEN.get(Soort(soort), ()) if naam != "publiceer"] for soort in keuzes}
        return [(soort, str(keuzes[soort]), [self[naam] for naam in namen]) for soort, namen in velden.items()]

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        soort = schoon.get("wat")
        nodig = {
            Soort.TREFWOORD: ("begrippen_erbij", "begrippen_eraf", "trefwoorden_erbij", "trefwoorden_eraf"),
            Soort.THEMA: ("thema",),
            Soort.CONTROLE: ("controle",),
            Soort.VERTALEN: ("talen",),
        }
        velden = nodig.get(Soort(soort), ()) if soort else ()
        if velden and not self.errors and not any(schoon.get(naam) for naam in velden):
            self.add_error(velden[0], _("Kies of vul hier iets in."))
        return schoon

    def opdracht(self) -> tuple[str, dict[str, Any]]:
        """Kind of work and what it needs, as it is kept."""
        schoon = self.cleaned_data
        soort, publiceer = schoon["wat"], bool(schoon.get("publiceer"))
        if soort == Soort.TREFWOORD:
            erbij, eraf = _codes(schoon["begrippen_erbij"]), _codes(schoon["begrippen_eraf"])
            for waar, woorden in ((erbij, schoon["trefwoorden_erbij"]), (eraf, schoon["trefwoorden_eraf"])):
                if delen(woorden):
                    waar["trefwoorden"] = delen(woorden)
            return soort, {"erbij": erbij, "eraf": eraf, "publiceer": publiceer}
        if soort == Soort.THEMA:
            return soort, {"wil": {"hoofdthema": schoon["thema"].code}, "publiceer": publiceer}
        if soort == Soort.CONTROLE:
            return soort, {"wil": {"volgende_controle": schoon["controle"].isoformat()}, "publiceer": publiceer}
        if soort == Soort.EIGENAAR:
            return soort, {"eigenaar": schoon["eigenaar"].pk if schoon["eigenaar"] else None}
        if soort == Soort.VERTALEN:
            return soort, {"talen": [taal.language_code for taal in schoon["talen"]]}
        return soort, {}


def _codes(termen: Any) -> dict[str, list[str]]:
    uit: dict[str, list[str]] = {}
    for begrip in termen:
        uit.setdefault(f"begrippen_{begrip.soort}", []).append(begrip.code)
    return uit


def _per_soort(termen: Any) -> list[tuple[str, list[tuple[int, str]]]]:
    uit: dict[str, list[tuple[int, str]]] = {}
    for begrip in termen:
        uit.setdefault(str(Begripsoort(begrip.soort).label), []).append((begrip.pk, begrip.label))
    return list(uit.items())


def redacteuren() -> Any:
    """Who may get into the admin."""
    binnen = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    return get_user_model().objects.filter(is_active=True, groups__permissions__in=binnen).distinct().order_by("email")
