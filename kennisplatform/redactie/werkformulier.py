"""The form of work on many pages: what must be done, and only the fields that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from kennisplatform.basis.datums import Dagveld
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.models import Begrip, Begripsoort
from kennisplatform.basis.models.prullenbak import buiten_prullenbak
from kennisplatform.basis.vinkgroepen import Vinkgroepen
from kennisplatform.redactie.lijstvelden import NEDERLANDS, delen
from kennisplatform.redactie.models import Werkgang
from kennisplatform.redactie.schrijven import mag_publiceren

Soort = Werkgang.Soort
# Who publishes may do these; the others make drafts.
VAN_EINDREDACTIE: Final = (Soort.PUBLICEREN, Soort.INTREKKEN, Soort.VERPLAATSEN)
NIEMAND: Final = "niemand"
VELDEN: Final = {
    Soort.TREFWOORD: ("begrippen_erbij", "begrippen_eraf", "trefwoorden_erbij", "trefwoorden_eraf", "publiceer"),
    Soort.THEMA: ("thema", "publiceer"),
    Soort.CONTROLE: ("controle", "publiceer"),
    Soort.EIGENAAR: ("eigenaar",),
    Soort.VERTALEN: ("talen",),
    Soort.VERPLAATSEN: ("naar",),
}


class Veelformulier(Duidelijk, forms.Form):
    wat = forms.ChoiceField(label=_("Wat wilt u doen?"), choices=[])
    begrippen_erbij = forms.ModelMultipleChoiceField(
        Begrip.objects.none(), label=_("Begrippen erbij"), required=False, widget=Vinkgroepen
    )
    begrippen_eraf = forms.ModelMultipleChoiceField(
        Begrip.objects.none(), label=_("Begrippen eraf"), required=False, widget=Vinkgroepen
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
    naar = forms.ModelChoiceField(
        Page.objects.none(),
        label=_("Onder welke pagina"),
        required=False,
        help_text=_("Zij komen daar achteraan. Hun adres verandert; het oude leidt naar het nieuwe."),
    )
    publiceer = forms.BooleanField(
        label=_("Meteen publiceren"),
        required=False,
        help_text=_("Alleen pagina’s die al openbaar zijn en waar niets anders op wacht. De rest wordt een concept."),
    )

    def __init__(self, *args: Any, gebruiker: Any, paginas: Sequence[Page], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        publiceert = mag_publiceren(gebruiker)
        velden: dict[str, Any] = self.fields
        velden["naar"].queryset = plekken_voor(paginas)
        velden["wat"].choices = [
            (soort.value, soort.label)
            for soort in Soort
            if soort != Soort.INLEZEN
            and (publiceert or soort not in VAN_EINDREDACTIE)
            and (soort != Soort.VERTALEN or gebruiker.has_perm("wagtail_localize.submit_translation"))
            and (soort != Soort.VERPLAATSEN or velden["naar"].queryset.exists())
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
            Soort.VERPLAATSEN: ("naar",),
        }
        velden = nodig.get(Soort(soort), ()) if soort else ()
        if velden and not self.errors and not any(schoon.get(naam) for naam in velden):
            self.add_error(velden[0], _("Kies of vul hier iets in."))
        return schoon

    def opdracht(self) -> tuple[str, dict[str, Any]]:
        """Kind of work and what it needs, as it is kept."""
        schoon = self.cleaned_data
        hoe: dict[str, Callable[[], dict[str, Any]]] = {
            Soort.TREFWOORD: self._trefwoorden,
            Soort.THEMA: lambda: self._wil("hoofdthema", schoon["thema"].code),
            Soort.CONTROLE: lambda: self._wil("volgende_controle", schoon["controle"].isoformat()),
            Soort.EIGENAAR: lambda: {"eigenaar": schoon["eigenaar"].pk if schoon["eigenaar"] else None},
            Soort.VERTALEN: lambda: {"talen": [taal.language_code for taal in schoon["talen"]]},
            Soort.VERPLAATSEN: lambda: {"naar": schoon["naar"].pk},
        }
        return schoon["wat"], hoe.get(schoon["wat"], dict)()

    @property
    def _publiceer(self) -> bool:
        return bool(self.cleaned_data.get("publiceer"))

    def _wil(self, veld: str, waarde: str) -> dict[str, Any]:
        return {"wil": {veld: waarde}, "publiceer": self._publiceer}

    def _trefwoorden(self) -> dict[str, Any]:
        schoon = self.cleaned_data
        erbij, eraf = _codes(schoon["begrippen_erbij"]), _codes(schoon["begrippen_eraf"])
        for waar, woorden in ((erbij, schoon["trefwoorden_erbij"]), (eraf, schoon["trefwoorden_eraf"])):
            if delen(woorden):
                waar["trefwoorden"] = delen(woorden)
        return {"erbij": erbij, "eraf": eraf, "publiceer": self._publiceer}


def plekken_voor(paginas: Sequence[Page]) -> QuerySet[Page]:
    """Where all of these may stand, and not all of them stand already."""
    soorten = [set(soort.allowed_parent_page_models()) for soort in {pagina.specific_class for pagina in paginas}]
    samen = set.intersection(*soorten) if soorten else set()
    talen, boven = {pagina.locale_id for pagina in paginas}, {pagina.path[: -Page.steplen] for pagina in paginas}
    if not samen or len(talen) != 1:
        return Page.objects.none()
    rijen = Page.objects.filter(locale__in=talen).type(*samen).order_by("path")
    uit: QuerySet[Page] = buiten_prullenbak(rijen.exclude(path__in=boven) if len(boven) == 1 else rijen)
    return uit


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
