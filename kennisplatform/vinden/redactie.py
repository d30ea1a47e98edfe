"""The editors' own screens of the search: what was not found, and trying a query out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.viewsets.base import ViewSet

from kennisplatform.basis.vindplaatsen import adressen
from kennisplatform.beheerscherm import MenuMetRecht, MetRecht
from kennisplatform.vinden import gat
from kennisplatform.vinden.eigen_regels import vastgezet
from kennisplatform.vinden.keuring import meegeleverd
from kennisplatform.vinden.models import Synoniem, Wens, Zoekterm
from kennisplatform.vinden.tellen import DREMPEL
from kennisplatform.zoeken.antwoord.vraag import MAX_TEKST, Vraag, schone_tekst
from kennisplatform.zoeken.motor import motor
from kennisplatform.zoeken.poort import ZoekFout
from kennisplatform.zoeken.taal.crisis import crisis

ZICHTBAAR = 0.05  # points; less shows as nothing


class Zoekscherm(MetRecht):
    recht = "vinden.view_zoekterm"
    header_icon = "search"


class NietGevonden(Zoekscherm):
    page_title = gettext_lazy("Wat lezers niet vonden")
    template_name = "vinden/niet_gevonden.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        weken = self.request.GET.get("weken", "")
        gekozen = int(weken) if weken in {str(w) for w in gat.WEKEN} else 4
        alles = self.request.GET.get("alles") == "1"
        return super().get_context_data(
            gaten=gat.gaten(gekozen, alles=alles),
            weken=gekozen,
            keuzes=gat.WEKEN,
            alles=alles,
            drempel=DREMPEL,
            voorstellen=Synoniem.objects.filter(voorstel=True).order_by("-gewijzigd"),
            **kwargs,
        )


class SynoniemFormulier(forms.ModelForm):
    class Meta:
        model = Synoniem
        fields = ("termen", "leidt_tot", "toelichting")


class MaakSynoniem(Zoekscherm):
    """Editors who may not add a synonym propose it, in the same form and with the same check."""

    template_name = "vinden/maak_synoniem.html"

    @property
    def beslist(self) -> bool:
        return bool(self.request.user.has_perm("vinden.add_synoniem"))

    @property
    def page_title(self) -> str:
        return _("Synoniem maken") if self.beslist else _("Synoniem voorstellen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rij = get_object_or_404(gat.telbare(), pk=self.kwargs["pk"])
        kwargs.setdefault("formulier", SynoniemFormulier(initial={"termen": f"{rij.tekst}, "}))
        return super().get_context_data(rij=rij, beslist=self.beslist, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rij = get_object_or_404(gat.telbare(), pk=self.kwargs["pk"])
        formulier = SynoniemFormulier(request.POST)
        if not formulier.is_valid():
            return self.render_to_response(self.get_context_data(formulier=formulier))
        if not self.beslist:
            gat.stel_voor(rij=rij, synoniem=formulier.save(commit=False))
            messages.success(request, _("Uw voorstel ligt bij de eindredactie."))
            return redirect("niet-gevonden:index")
        gat.maak_synoniem(rij=rij, synoniem=formulier.save(commit=False))
        return _naar_zoekproef(request, rij.tekst)


def _naar_zoekproef(request: HttpRequest, tekst: str) -> HttpResponse:
    """To what readers find from now on; a synonym of words that stand nowhere helps nobody, and that is said."""
    try:
        helpt = motor().zoek(Vraag(tekst=tekst, per_pagina=1)).totaal > 0
    except ZoekFout:
        helpt = True  # the screen itself says that search is away
    if helpt:
        messages.success(request, _("Het synoniem werkt nu. Hieronder ziet u wat lezers voortaan vinden."))
    else:
        reden = _(
            "Het synoniem staat er, maar ‘%(tekst)s’ vindt nog niets: ook de andere woorden staan nergens op de site."
        )
        messages.warning(request, reden % {"tekst": tekst})
    return redirect(f"{reverse('zoekproef:index')}?{urlencode({'q': tekst})}")


class BeslisVoorstel(Zoekscherm):
    """Take a proposal over, or throw it away; posts only."""

    recht = "vinden.add_synoniem"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.kwargs["wat"] not in {"neem-over", "weg"}:
            raise Http404
        synoniem = get_object_or_404(Synoniem, pk=self.kwargs["pk"], voorstel=True)
        if self.kwargs["wat"] == "weg":
            synoniem.delete()
            messages.success(request, _("Het voorstel is weg."))
            return redirect("niet-gevonden:index")
        try:
            gat.neem_over(synoniem=synoniem)
        except ValidationError as fout:
            messages.error(request, " ".join(fout.messages))
            return redirect("niet-gevonden:index")
        return _naar_zoekproef(request, synoniem.bij_vraag)


class Knop(Zoekscherm, ABC):
    """A button of the list; posts only."""

    http_method_names = ("post",)

    @abstractmethod
    def doe(self, request: HttpRequest, rij: Zoekterm) -> None:
        """Does it, and says what was done."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.doe(request, get_object_or_404(gat.telbare(), pk=self.kwargs["pk"]))
        return redirect("niet-gevonden:index")


class MaakWens(Knop):
    recht = "vinden.add_wens"

    def doe(self, request: HttpRequest, rij: Zoekterm) -> None:
        wens = gat.maak_wens(rij=rij)
        scherm = Wens.snippet_viewset  # type: ignore[attr-defined]  # set by Wagtail when it registers the model
        knop = messages.button(reverse(scherm.get_url_name("edit"), args=[wens.pk]), _("Naar de wens"))
        messages.success(request, _("‘%(titel)s’ staat bij de wensen.") % {"titel": wens.titel}, buttons=[knop])


class DoeAf(Knop):
    recht = "vinden.change_zoekterm"

    def doe(self, request: HttpRequest, rij: Zoekterm) -> None:
        gat.doe_af(rij=rij)
        messages.success(request, _("‘%(tekst)s’ is van de lijst.") % {"tekst": rij.tekst})


class Proefformulier(forms.Form):
    q = forms.CharField(label=gettext_lazy("Wat typt een lezer?"), max_length=MAX_TEKST, required=False)
    taal = forms.ChoiceField(label=gettext_lazy("In welke taal?"), choices=settings.LANGUAGES, required=False)


class Zoekproef(Zoekscherm):
    page_title = gettext_lazy("Zoekvraag proberen")
    template_name = "vinden/zoekproef.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tekst = schone_tekst(self.request.GET.get("q", ""))
        inhoud: dict[str, Any] = {"q": tekst, "crisis": crisis(tekst), "uitleg": None, "weg": False}
        gevraagd = self.request.GET.get("taal", "")
        taal = gevraagd if gevraagd in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        inhoud["formulier"] = Proefformulier(initial={"q": tekst, "taal": taal})
        if tekst:
            try:
                inhoud["uitleg"] = motor().leg_uit(Vraag(tekst=tekst, taal=taal, per_pagina=10))
            except ZoekFout:
                inhoud["weg"] = True
        if uitleg := inhoud["uitleg"]:
            waar = adressen(t.sleutel for t in uitleg.treffers)
            inhoud["rijen"] = [
                (
                    t,
                    waar.get(t.sleutel, ""),
                    [deel for deel in zip(uitleg.delen, t.per_deel, strict=True) if deel[1] >= ZICHTBAAR],
                )
                for t in uitleg.treffers
            ]
            inhoud["vast"] = len(vastgezet(tekst))
        return super().get_context_data(**inhoud, **kwargs)


class Meegeleverd(Zoekscherm):
    """The lines that came with the program, to look before writing one: they work beside the own ones."""

    page_title = gettext_lazy("Vaste synoniemen")
    template_name = "vinden/meegeleverd.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        q = schone_tekst(self.request.GET.get("q", ""))
        gevonden = meegeleverd(q)
        return super().get_context_data(q=q, groepen=gevonden, aantal=sum(len(r) for _k, r in gevonden), **kwargs)


class Zoekmenu(MenuMetRecht):
    recht = Zoekscherm.recht


class NietGevondenViewSet(ViewSet):
    menu_item_class = Zoekmenu
    name = "niet-gevonden"
    icon = "warning"
    menu_label = gettext_lazy("Niet gevonden")

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.construct_view(NietGevonden), name="index"),
            path("<int:pk>/synoniem/", self.construct_view(MaakSynoniem), name="synoniem"),
            path("voorstel/<int:pk>/<str:wat>/", self.construct_view(BeslisVoorstel), name="voorstel"),
            path("<int:pk>/wens/", self.construct_view(MaakWens), name="wens"),
            path("<int:pk>/afgedaan/", self.construct_view(DoeAf), name="afgedaan"),
        ]


class EenScherm(ViewSet):
    """A menu item that is one screen."""

    menu_item_class = Zoekmenu
    scherm: type[Zoekscherm]

    def get_urlpatterns(self) -> list[Any]:
        return [path("", self.construct_view(self.scherm), name="index")]


class ZoekproefViewSet(EenScherm):
    scherm = Zoekproef
    name = "zoekproef"
    icon = "search"
    menu_label = gettext_lazy("Zoekvraag proberen")


class MeegeleverdViewSet(EenScherm):
    scherm = Meegeleverd
    name = "meegeleverd"
    icon = "list-ul"
    menu_label = gettext_lazy("Meegeleverd")
