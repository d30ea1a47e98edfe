"""Admin form of knowledge pages: one field per kind of term, all kept in one relation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel

from kennisplatform.basis.models.begrippen import Begrip, Begripsoort

HULP = {
    Begripsoort.THEMA: _("Andere thema's waar dit bij hoort."),
    Begripsoort.ONDERWERP: _("Waar gaat het over? Kies er liever één dan vier."),
    Begripsoort.DOELGROEP: _("Voor wie is het echt bedoeld?"),
    Begripsoort.UITDAGING: _("Bij welke uitdaging van een buurt past dit?"),
}


def veldnaam(soort: str) -> str:
    return f"begrippen_{soort.replace('-', '_')}"


def begrippenvelden(soorten: tuple[str, ...]) -> list[FieldPanel]:
    return [
        FieldPanel("hoofdthema", widget=forms.Select),  # five themes; Wagtail's chooser would offer every term
        *(FieldPanel(veldnaam(s)) for s in (Begripsoort.THEMA, *soorten)),
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


def nederlandse(soort: str) -> QuerySet[Begrip]:
    """Editors choose Dutch terms; readers of another language see their translation."""
    return Begrip.objects.filter(soort=soort, locale__language_code="nl")


class KennisFormulier(WagtailAdminPageForm):
    locals().update(_velden())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gekozen = list(self.instance.begrippen.all()) if self.instance.pk or self.instance.begrippen else []
        for naam, soort in {
            "hoofdthema": Begripsoort.THEMA,
            "begrip": getattr(self.instance, "begripsoort", ""),
        }.items():
            if naam in self.fields:
                self.fields[naam].queryset = nederlandse(soort)
        for soort in Begripsoort:
            if veldnaam(soort) in self.fields:
                self.fields[veldnaam(soort)].queryset = nederlandse(soort)
                self.initial[veldnaam(soort)] = [b.pk for b in gekozen if b.soort == soort]

    def save(self, commit: bool = True) -> Any:
        pagina = super().save(commit=False)
        bewaard = [b for b in pagina.begrippen.all() if veldnaam(b.soort) not in self.fields]
        pagina.begrippen = [*bewaard, *(b for s in Begripsoort for b in self.cleaned_data.get(veldnaam(s)) or ())]
        if commit:
            pagina.save()
        return pagina
