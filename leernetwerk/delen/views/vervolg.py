"""'Loopt het nog?': the form behind the letter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kennisplatform.basis.datums import Dagveld
from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.persoonssporen import SOORTEN, sporen
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.delen import vervolgen
from leernetwerk.delen.keuzes import Reden, Vervolgstand
from leernetwerk.delen.models import Vervolg
from leernetwerk.models import Praktijkvoorbeeld


class VervolgFormulier(Duidelijk, forms.ModelForm):
    redenen = forms.MultipleChoiceField(
        label=_("Waarom?"),
        choices=Reden.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Alleen als u het anders doet of gestopt bent. Wij tellen deze redenen over alle buurten."),
    )

    class Meta:
        model = Vervolg
        fields = ("stand", "redenen", "toelichting", "op")
        field_classes = {"op": Dagveld}
        widgets = {
            "stand": forms.RadioSelect,
            "toelichting": forms.Textarea(attrs={"rows": 4, "maxlength": 1500}),
            "op": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        labels = {"op": _("Sinds wanneer?")}
        help_texts = {"toelichting": _("Eén of twee zinnen voor een buurt die dit overweegt. Geen namen.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stand"].choices = Vervolgstand.choices
        self.fields["stand"].error_messages["required"] = _("Kies wat nu het beste past.")
        self.fields["op"].error_messages |= {
            "required": _("Kies een datum. Ongeveer is goed."),
            "invalid": _("Schrijf een datum, zoals 15-3-2026."),
        }

    def clean_op(self) -> object:
        op = self.cleaned_data["op"]
        if op > timezone.localdate():
            raise forms.ValidationError(_t("Deze dag komt nog. Kies vandaag of eerder."))
        return op

    def clean_toelichting(self) -> str:
        tekst = self.cleaned_data["toelichting"]
        if len(tekst) > 1500:
            raise forms.ValidationError(_t("Houd het bij 1.500 tekens."))
        if gevonden := sporen(tekst):
            spoor = gevonden[0]
            raise forms.ValidationError(
                _t("‘%(tekst)s’ lijkt op een %(soort)s. Dit komt op de site: haal het weg.")
                % {"tekst": spoor.tekst, "soort": SOORTEN[spoor.soort]}
            )
        return tekst

    def clean(self) -> dict:
        schoon = super().clean() or {}
        if schoon.get("stand") == Vervolgstand.GESTOPT and not schoon.get("redenen") and "redenen" not in self.errors:
            self.add_error("redenen", _("Kies ten minste één reden. Daar leert de volgende buurt van."))
        return schoon


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.ZIEN, "eigen")
def vervolg(request: Verzoek, pk: int) -> HttpResponse:
    pagina = get_object_or_404(Praktijkvoorbeeld.objects.live(), pk=pk)
    if pagina.buurt_id is None or not mag(request.user, Doe.WIJZIGEN, pagina, "inzending"):
        raise PermissionDenied
    formulier = VervolgFormulier(
        request.POST if request.method == "POST" else None, initial={"op": timezone.localdate()}
    )
    if request.method == "POST" and formulier.is_valid():
        vervolgen.zeg(
            pagina=pagina,
            stand=Vervolgstand(formulier.cleaned_data["stand"]),
            redenen=formulier.cleaned_data["redenen"],
            toelichting=formulier.cleaned_data["toelichting"],
            op=formulier.cleaned_data["op"],
            door=request.user,
        )
        messages.success(request, _t("Dank u. Het staat nu bij het voorbeeld."))
        return redirect(pagina.url)
    return render(request, "delen/vervolg.html", {"pagina": pagina, "buurt": pagina.buurt, "formulier": formulier})
