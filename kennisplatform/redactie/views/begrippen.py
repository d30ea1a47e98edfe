"""Screens of a term: what carries it, its name in each language, out of what can be chosen, and into another term."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale

from kennisplatform.basis.formulieren import nederlandse
from kennisplatform.basis.models import Begrip
from kennisplatform.redactie import samenvoegen
from kennisplatform.redactie.samenvoegen import Samenvoegbezwaar

RECHT = "basis.change_begrip"


class Namenformulier(forms.Form):
    """A field for each language; the code, which stands in addresses, is not here."""

    def __init__(self, *args: Any, begrip: Begrip, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.er = {rij.locale_id: rij.label for rij in samenvoegen.rijen_van(begrip)}
        for taal in sorted(Locale.objects.all(), key=lambda taal: (taal.language_code != "nl", taal.pk)):
            self.fields[f"taal_{taal.pk}"] = forms.CharField(
                label=taal.get_display_name(),
                max_length=120,
                required=taal.pk in self.er,
                initial=self.er.get(taal.pk, ""),
                error_messages={"required": _("Vul een naam in.")},
                widget=forms.TextInput(attrs={"lang": taal.language_code, "dir": "auto"}),
            )

    @property
    def namen(self) -> dict[int, str]:
        return {int(veld.removeprefix("taal_")): naam for veld, naam in self.cleaned_data.items()}


class Begripscherm(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "tag"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm(RECHT):
            raise PermissionDenied
        self.begrip = self._nederlands(kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def _nederlands(self, pk: int) -> Begrip:
        """Of a translation, the Dutch term: what is done here holds for all languages."""
        rij = get_object_or_404(Begrip, pk=pk)
        return get_object_or_404(Begrip, translation_key=rij.translation_key, locale__language_code="nl")

    def get_page_title(self) -> str:
        return self.begrip.label

    def get_page_subtitle(self) -> str:
        return str(self.begrip.get_soort_display())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        lijst = {"url": reverse("wagtailsnippets_basis_begrip:list"), "label": _("Begrippen")}
        zelf = {"url": reverse("redactie:begrip", args=[self.begrip.pk]), "label": self.begrip.label}
        return [*self.breadcrumbs_items, lijst, zelf]


class Begripblad(Begripscherm):
    template_name = "redactie/begrip.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        formulier = kwargs.pop("formulier", None) or Namenformulier(begrip=self.begrip)
        return super().get_context_data(
            begrip=self.begrip,
            formulier=formulier,
            gebruik=samenvoegen.gebruik(self.begrip),
            andere=nederlandse(self.begrip.soort).exclude(pk=self.begrip.pk).order_by("label"),
            oude=self.begrip.oude_codes.all(),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "kiesbaar" in request.POST:
            kiesbaar = request.POST["kiesbaar"] == "1"
            samenvoegen.zet_in_keuze(begrip=self.begrip, kiesbaar=kiesbaar, door=request.user)
            tekst = _("‘%(b)s’ is weer te kiezen.") if kiesbaar else _("‘%(b)s’ is niet meer te kiezen.")
            messages.success(request, tekst % {"b": self.begrip.label})
            return redirect("redactie:begrip", self.begrip.pk)
        formulier = Namenformulier(request.POST, begrip=self.begrip)
        if not formulier.is_valid():
            messages.error(request, _("Er is niets gewijzigd: bij een taal ontbreekt de naam of is hij te lang."))
            return self.render_to_response(self.get_context_data(formulier=formulier))
        samenvoegen.noem(begrip=self.begrip, namen=formulier.namen, door=request.user)
        messages.success(request, _("De namen zijn bewaard. Adressen blijven zoals ze waren."))
        return redirect("redactie:begrip", self.begrip.pk)


class Samenvoegen(Begripscherm):
    """First what goes over, then one press. There is no way back, so the press asks for it in so many words."""

    template_name = "redactie/begrip_samen.html"
    page_title: ClassVar[Any] = gettext_lazy("Samenvoegen")

    def _nieuw(self, gegevens: Any) -> Begrip | None:
        gekozen = gegevens.get("naar", "")
        rij = nederlandse(self.begrip.soort).exclude(pk=self.begrip.pk)
        return rij.filter(pk=gekozen).first() if gekozen.isdecimal() and len(gekozen) < 10 else None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        nieuw = self._nieuw(request.GET)
        if nieuw is None:
            messages.error(request, _("Kies eerst in welk begrip dit begrip opgaat."))
            return redirect("redactie:begrip", self.begrip.pk)
        return self._toon(nieuw)

    def _toon(self, nieuw: Begrip, fout: str = "") -> HttpResponse:
        gevolgen = samenvoegen.gevolgen(self.begrip, nieuw)
        return self.render_to_response(
            self.get_context_data(oud=self.begrip, nieuw=nieuw, gevolgen=gevolgen, fout=fout)
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        nieuw = self._nieuw(request.POST)
        if nieuw is None:
            messages.error(request, _("Dat begrip is er niet meer. Kies een ander."))
            return redirect("redactie:begrip", self.begrip.pk)
        if request.POST.get("zeker") != "1":
            return self._toon(nieuw, _("Vink aan dat u dit zeker weet."))
        oud = self.begrip.label
        try:
            aantal = samenvoegen.voeg_samen(oud=self.begrip, nieuw=nieuw, door=request.user)
        except Samenvoegbezwaar as bezwaar:
            messages.error(request, str(bezwaar))
            return redirect("redactie:begrip", self.begrip.pk)
        tekst = _("‘%(oud)s’ is opgegaan in ‘%(nieuw)s’. Wat er anders werd: %(n)s.")
        messages.success(request, tekst % {"oud": oud, "nieuw": nieuw.label, "n": aantal})
        return redirect("redactie:begrip", nieuw.pk)
