"""Admin form of knowledge pages: one field per kind of term, all kept in one relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.blocks import StreamValue
from wagtail.blocks.base import BlockField
from wagtail.blocks.stream_block import StreamBlockValidationError

from kennisplatform.basis import invullen
from kennisplatform.basis.begripvergelijking import Begrippenpaneel
from kennisplatform.basis.models.begrippen import Begrip, Begripsoort
from kennisplatform.basis.paginakeuze import haal_samen
from kennisplatform.tekening.stukken import onthoud

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

HULP = {
    Begripsoort.THEMA: _("Andere thema's waar dit bij hoort."),
    Begripsoort.ONDERWERP: _("Waar gaat het over? Kies er liever één dan vier."),
    Begripsoort.DOELGROEP: _("Voor wie is het echt bedoeld?"),
    Begripsoort.SITUATIE: _("Achter welke deur op de startpagina zoekt een bewoner dit?"),
    Begripsoort.UITDAGING: _("Bij welke uitdaging van een buurt past dit?"),
}

# What to do about a field that a page can't be handed in or published without; the pages say which (`vereist`).
VEREIST = {
    "hoofdthema": _("Kies een hoofdthema. Zonder thema vindt niemand deze pagina terug."),
    "begrippen_onderwerp": _("Kies ten minste één onderwerp. Zonder onderwerp staat de pagina nergens tussen."),
    "begrippen_situatie": _("Kies ten minste één deur. Anders vindt een bewoner deze pagina niet vanaf de start."),
    "volgende_controle": _("Kies wanneer de redactie dit weer nakijkt. Tekst over gezondheid veroudert."),
    "bronnen": _("Noem ten minste één bron. Zonder bron kan niemand nagaan of het klopt."),
    "stappen": _("Schrijf ten minste één stap op."),
}
ONBEKENDE_NAAM = _("Dit bestaat niet: %(namen)s. Kies een naam uit de lijst met feiten of alarmzinnen.")
GEEN_NAMEN = _("Hier kan geen naam van een feit staan: deze tekst staat ook op kaarten. Schrijf hem uit.")
ZONDER_NAMEN = ("title", "samenvatting", "seo_title", "search_description")
TE_KORT = _("Dit is te kort om een lezer verder te helpen. Schrijf ten minste %(minst)s tekens.")


TITELHULP = _("Zoals de lezer hem ziet, ook in zoekresultaten.")


def titelveld(hulp: StrOrPromise = TITELHULP) -> TitleFieldPanel:
    """One line of help under the title, ours: Wagtail's own says 'je' where this site says 'u'."""
    return TitleFieldPanel("title", help_text=hulp)


def veldnaam(soort: str) -> str:
    return f"begrippen_{soort.replace('-', '_')}"


def begrippenvelden(soorten: tuple[str, ...]) -> list[FieldPanel]:
    return [
        FieldPanel("hoofdthema", widget=forms.Select),  # five themes; Wagtail's chooser would offer every term
        *(Begrippenpaneel(veldnaam(s)) for s in (Begripsoort.THEMA, *soorten)),
        FieldPanel("trefwoorden"),
    ]


class Keuzeveld(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


def _velden() -> dict[str, forms.Field]:
    return {
        veldnaam(soort): Keuzeveld(
            queryset=Begrip.objects.none(),  # filled per form: the apps are not ready while this class is made
            required=False,
            label=soort.label,
            help_text=HULP.get(soort, ""),
        )
        for soort in Begripsoort
    }


def nederlandse(soort: str, staat: Iterable[int | None] = ()) -> QuerySet[Begrip]:
    """Editors choose Dutch terms; readers of another language see their translation.

    `staat`: what stands there already, and may stay though it is chosen no more.
    """
    rij = Begrip.objects.filter(soort=soort, locale__language_code="nl")
    return rij.filter(Q(vervallen=False) | Q(pk__in=[pk for pk in staat if pk]))


def _per_soort(staat: Iterable[int | None]) -> dict[str, list[tuple[int, str]]]:
    """All that can be chosen, kept until a term changes: a form draws each of its eleven lists twice."""
    uit: dict[str, list[tuple[int, str]]] = defaultdict(list)
    blijft = set(staat)
    for pk, soort, label, vervallen in onthoud("begripkeuzes", _alle_keuzes, 20_000):
        if not vervallen or pk in blijft:
            uit[soort].append((pk, label))
    return uit


def _alle_keuzes() -> list[tuple[int, str, str, bool]]:
    rijen = Begrip.objects.filter(locale__language_code="nl")
    return list(rijen.values_list("pk", "soort", "label", "vervallen"))


class KennisFormulier(WagtailAdminPageForm):
    locals().update(_velden())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The form reads each keyword by itself; those of a version have none yet.
        if kwargs.get("instance") is not None:
            prefetch_related_objects(kwargs["instance"].trefwoorditems.get_object_list(), "tag")
        super().__init__(*args, **kwargs)
        for naam in {veldnaam(soort) for soort in Begripsoort} - set(self._meta.fields or ()):
            del self.fields[naam]  # no panel has it: Wagtail would draw it below the form, without its name
        gekozen = list(self.instance.begrippen.all()) if self.instance.pk or self.instance.begrippen else []
        staat = [*(b.pk for b in gekozen), self.instance.hoofdthema_id, getattr(self.instance, "begrip_id", None)]
        keuzes = _per_soort(staat)
        for naam, soort in {
            "hoofdthema": Begripsoort.THEMA,
            "begrip": getattr(self.instance, "begripsoort", ""),
        }.items():
            if naam in self.fields:
                self.fields[naam].queryset = nederlandse(soort, staat)
                self.fields[naam].choices = [("", "---------"), *keuzes[soort]]
        for soort in Begripsoort:
            if veldnaam(soort) in self.fields:
                self.fields[veldnaam(soort)].queryset = nederlandse(soort, staat)
                self.fields[veldnaam(soort)].choices = keuzes[soort]
                self.initial[veldnaam(soort)] = [b.pk for b in gekozen if b.soort == soort]
        if "slug" in self.fields:
            self.fields[
                "slug"
            ].required = False  # left empty it follows from the title: who pastes one types no address
        self._vraag_wat_vereist_is()
        haal_samen(self)

    def _vraag_wat_vereist_is(self) -> None:
        """Stars for the editor. Wagtail lets go of `required` while a draft is saved."""
        for naam in self.instance.vereist:
            veld = self.fields.get(naam)
            if veld is not None and not isinstance(veld, BlockField):
                veld.required = True
                veld.error_messages["required"] = VEREIST[naam]

    def _wijs_onbekende_namen_aan(self, schoon: dict[str, Any]) -> None:
        """`{feit:…}` that nobody knows, and any name where a text stands on cards as it is."""
        for naam, waarde in schoon.items():
            ruw = list(waarde.raw_data) if isinstance(waarde, StreamValue) else waarde
            tekst = "\n".join(invullen.teksten(ruw))
            if onbekend := invullen.onbekende(tekst):
                self._meld(naam, ONBEKENDE_NAAM % {"namen": ", ".join(dict.fromkeys(onbekend))})
            elif naam in ZONDER_NAMEN and invullen.namen(tekst):
                self._meld(naam, GEEN_NAMEN)

    def _meld(self, naam: str, melding: StrOrPromise) -> None:
        is_stroom = isinstance(self.fields.get(naam), BlockField)
        self.add_error(naam, StreamBlockValidationError(non_block_errors=[melding]) if is_stroom else melding)

    def clean(self) -> dict[str, Any]:
        """A draft may be unfinished; what goes to a colleague or a reader may not."""
        schoon = super().clean()
        self._wijs_onbekende_namen_aan(dict(schoon))
        if self.is_deferred_validation:
            return schoon
        for naam in self.instance.vereist:
            if isinstance(self.fields.get(naam), BlockField) and not self.has_error(naam) and not schoon.get(naam):
                self._meld(naam, VEREIST[naam])
        for naam, minst in self.instance.minste_tekens.items():
            if naam in schoon and 0 < len(schoon[naam].strip()) < minst:
                self.add_error(naam, ValidationError(TE_KORT, params={"minst": minst}))
        return schoon

    def save(self, commit: bool = True) -> Any:
        pagina = super().save(commit=False)
        bewaard = [b for b in pagina.begrippen.all() if veldnaam(b.soort) not in self.fields]
        pagina.begrippen = [*bewaard, *(b for s in Begripsoort for b in self.cleaned_data.get(veldnaam(s)) or ())]
        if commit:
            pagina.save()
        return pagina
