"""The bin: what lies in it, where it stood, who threw it away; back or gone for good."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.models import Page

from kennisplatform.basis.models import Weggegooid
from kennisplatform.basis.models.prullenbak import BLIJFT
from kennisplatform.redactie import gebruik, prullenbak, terugzetten
from kennisplatform.redactie.prullenbak import Prullenbakbezwaar
from kennisplatform.redactie.terugzetten import Plekweg, Slugbezet
from kennisplatform.redactie.views.werk import PER_BLAD, Werkscherm

VOORGOED: Final = "basis.delete_weggegooid"


def met_plek(rijen: list[Weggegooid]) -> list[Weggegooid]:
    """With the title of the page that each stood under: one question for all of them."""
    paden = {rij.pagina.path[: -Page.steplen] for rij in rijen}
    titels = dict(Page.objects.filter(path__in=paden).order_by().values_list("path", "title"))
    for rij in rijen:
        rij.plek = titels.get(rij.pagina.path[: -Page.steplen], "")  # type: ignore[attr-defined]  # for the template
    return rijen


def met_knop(rijen: list[Weggegooid], wie: Any) -> list[Weggegooid]:
    """With whether this editor may put it back."""
    for rij in rijen:
        rij.mag_terug = terugzetten.mag_terug(rij, wie)  # type: ignore[attr-defined]  # for the template
    return rijen


class Prullenbaklijst(Werkscherm):
    template_name = "redactie/prullenbak.html"
    page_title = gettext_lazy("Prullenbak")
    header_icon = "bin"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def rijen(self) -> QuerySet[Weggegooid]:
        rijen = Weggegooid.objects.filter(met=None).select_related("pagina__content_type", "pagina__locale", "door")
        woorden = self.request.GET.get("q", "").replace("\x00", "").strip()
        return rijen.filter(pagina__title__icontains=woorden) if woorden else rijen

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        telling = (
            self.rijen()
            .annotate(erbij=Count("mee"), mee_openbaar=Count("mee", filter=Q(mee__stond__live=True)))
            .order_by("-op", "-pk")
        )
        blad = Paginator(telling, PER_BLAD).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            blad=blad,
            rijen=met_knop(met_plek(list(blad.object_list)), self.request.user),
            dagen=BLIJFT.days,
            woorden=self.request.GET.get("q", ""),
            **kwargs,
        )


class Terugformulier(forms.Form):
    """Asked only where it can't come back as it was."""

    slug = forms.SlugField(
        label=gettext_lazy("Naam in het adres"), required=False, max_length=200, allow_unicode=True,
        error_messages={"invalid": gettext_lazy("Gebruik letters, cijfers en streepjes.")},
    )  # fmt: skip
    ouder = forms.ModelChoiceField(
        label=gettext_lazy("Zet haar onder"), queryset=Page.objects.none(), required=False,
        empty_label=gettext_lazy("Kies een plek"),
    )  # fmt: skip

    def __init__(self, *args: Any, weg: Weggegooid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze: Any = self.fields["ouder"]
        keuze.queryset = terugzetten.plekken(weg)


class Prullenbakblad(Werkscherm, FormView):
    """One thing in the bin. What must be chosen first is asked at its field."""

    template_name = "redactie/weggegooid.html"
    header_icon = "bin"
    form_class = Terugformulier

    @property
    def weg(self) -> Weggegooid:
        rijen = Weggegooid.objects.select_related("pagina__content_type", "pagina__locale", "door")
        return get_object_or_404(rijen, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.weg)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        boven = {"url": reverse("redactie:prullenbak"), "label": Prullenbaklijst.page_title}
        return [*self.breadcrumbs_items, boven, {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"weg": self.weg}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        weg = met_plek([self.weg])[0]
        return super().get_context_data(
            weg=weg,
            mee=weg.mee.select_related("pagina__locale").order_by("pagina__path")[:PER_BLAD],
            gebruik=gebruik.waar(weg.pagina, self.request.user),
            boven=terugzetten.ouder_in_bak(weg.pagina),
            mag=terugzetten.mag_terug(weg, self.request.user),
            voorgoed=self.request.user.has_perm(VOORGOED),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "voorgoed" in request.POST:
            return self._voorgoed(self.weg)
        if not terugzetten.mag_terug(self.weg, request.user):
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Terugformulier) -> HttpResponse:
        weg, gekozen = self.weg, form.cleaned_data
        try:
            anders = terugzetten.zet_terug(
                weg=weg, door=self.request.user, slug=gekozen["slug"], ouder=gekozen["ouder"]
            )
        except Slugbezet as bezwaar:
            form.data = {**form.data, "slug": bezwaar.voorstel}
            form.add_error("slug", _("%(wat)s Dit adres is vrij.") % {"wat": bezwaar})
            return self.form_invalid(form)
        except Plekweg as bezwaar:
            form.add_error("ouder", _("%(wat)s Zet die eerst terug, of kies een plek.") % {"wat": bezwaar})
            return self.form_invalid(form)
        except Prullenbakbezwaar as bezwaar:
            form.add_error("ouder", str(bezwaar))
            return self.form_invalid(form)
        knop = messages.button(reverse("wagtailadmin_pages:edit", args=[weg.pk]), _("Bewerk"))
        messages.success(
            self.request, self._waar_zij_staat(weg, verhuisd=bool(gekozen["ouder"] or gekozen["slug"])), [knop]
        )
        for zin in anders:
            messages.warning(self.request, zin)
        return redirect("redactie:prullenbak")

    def _waar_zij_staat(self, weg: Weggegooid, *, verhuisd: bool) -> str:
        """In its own place, or with the address that it has from now on."""
        if not verhuisd:
            return _("‘%(titel)s’ staat weer op haar plek.") % {"titel": weg}
        adres = Page.objects.get(pk=weg.pk).get_url(self.request) or ""
        return _("‘%(titel)s’ staat weer op de site, nu op %(adres)s.") % {"titel": weg, "adres": adres}

    def _voorgoed(self, weg: Weggegooid) -> HttpResponse:
        if not self.request.user.has_perm(VOORGOED):
            raise PermissionDenied
        titel = str(weg)
        if self.request.POST.get("zeker") != "on":
            messages.error(self.request, _("Vink aan dat u het zeker weet. Er is niets weg."))
            return redirect("redactie:weggegooid", weg.pk)
        try:
            prullenbak.verwijder(weg=weg, door=self.request.user)
        except Prullenbakbezwaar as bezwaar:
            messages.error(self.request, str(bezwaar))
            return redirect("redactie:weggegooid", weg.pk)
        messages.success(self.request, _("‘%(titel)s’ is voorgoed weg.") % {"titel": titel})
        return redirect("redactie:prullenbak")
