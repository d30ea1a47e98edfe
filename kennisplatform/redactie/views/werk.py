"""Screens of work on many pages: how far it is, what came of each page, taking it back, and a list that comes in."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies.pages import PagePermissionPolicy

from kennisplatform.basis.bestandspoort import LIJST, Bestandsveld
from kennisplatform.redactie import lijstbestand, werken
from kennisplatform.redactie.models import Werkgang, Werkregel
from kennisplatform.redactie.schrijven import mag_publiceren

GROOTST: Final = 8 * 1024 * 1024
PER_BLAD: Final = 50
Stand = Werkgang.Stand


def zichtbaar(gebruiker: Any) -> QuerySet[Werkgang]:
    """One's own; who publishes sees all of it."""
    if mag_publiceren(gebruiker):
        return Werkgang.objects.all()
    return Werkgang.objects.filter(door=gebruiker)


class Werkscherm(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "tasks"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not PagePermissionPolicy().user_has_any_permission(request.user, ["change", "publish"]):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        boven = (
            [] if isinstance(self, Werklijst) else [{"url": reverse("redactie:werken"), "label": Werklijst.page_title}]
        )
        return [*self.breadcrumbs_items, *boven, {"url": "", "label": self.get_page_title()}]


class Werklijst(Werkscherm):
    template_name = "redactie/werken.html"
    page_title = gettext_lazy("Werk aan veel pagina’s")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        telling = Count("regels")
        klaar = Count("regels", filter=~Q(regels__stand=Werkregel.Stand.WACHT))
        werk = zichtbaar(self.request.user).select_related("door").annotate(aantal=telling, gedaan=klaar)
        werk = werk.order_by("-op", "-pk")  # said again: counting drops the order of the model
        return super().get_context_data(werkgangen=werk[:PER_BLAD], **kwargs)


class Werkblad(Werkscherm):
    template_name = "redactie/werk.html"
    header_icon = "tasks"

    @property
    def werkgang(self) -> Werkgang:
        return get_object_or_404(zichtbaar(self.request.user).select_related("door"), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.werkgang)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        werkgang = self.werkgang
        tellingen = dict(werkgang.regels.order_by().values_list("stand").annotate(n=Count("pk")))
        totaal = sum(tellingen.values())
        wacht = werken.nog_te_doen(werkgang)
        blad = Paginator(werken.op_uitkomst(werkgang), PER_BLAD).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            werkgang=werkgang,
            blad=blad,
            # To be decided about in one press: never a part of them.
            verschillen=werkgang.regels.all() if werkgang.stand == Stand.BEKEKEN else (),
            totaal=totaal,
            gedaan=totaal - wacht,
            tellingen=[(str(s.label), tellingen[s]) for s in Werkregel.Stand if s in tellingen],
            bezig=werkgang.is_bezig,
            mag=werkgang.wie == self.request.user.pk or werkgang.stand == Stand.KLAAR,
            **kwargs,
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        antwoord = super().get(request, *args, **kwargs)
        if antwoord.context_data["bezig"]:  # type: ignore[attr-defined]
            antwoord.headers["Refresh"] = "3"
        return antwoord

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Behind a lock: of two equal presses the second finds it begun."""
        werkgang = get_object_or_404(zichtbaar(request.user).select_for_update(), pk=self.kwargs["pk"])
        if "terug" in request.POST and werkgang.kan_terug:
            werken.draai_terug(werkgang=werkgang, door=request.user)
        elif request.user.pk != werkgang.wie:
            raise PermissionDenied
        elif "verder" in request.POST:
            werken.start(werkgang)
        elif "weg" in request.POST and werkgang.stand == Stand.BEKEKEN:
            werkgang.delete()
            messages.success(request, _("De lijst is weg; er is niets gewijzigd."))
            return redirect("redactie:werken")
        elif "neem_op" in request.POST and werkgang.stand == Stand.BEKEKEN:
            _neem_op(werkgang, request)
        return redirect("redactie:werk", werkgang.pk)


def _neem_op(werkgang: Werkgang, request: HttpRequest) -> None:
    """Where both changed a field, what stands stays unless the reader chose the list."""
    for regel in werkgang.regels.all():
        gekozen = {
            deel["naam"]: deel["wordt"]
            for deel in regel.voor.get("verschil", [])
            if not deel["botst"] or request.POST.get(f"kies-{regel.pk}-{deel['naam']}") == "lijst"
        }
        gezien = {deel["naam"]: deel["nu"] for deel in regel.voor.get("verschil", [])}
        regel.wil, regel.voor = gekozen, {"gezien": gezien}
        if not gekozen:
            regel.stand, regel.melding = Werkregel.Stand.GELIJK, _("U hield wat er stond.")
        regel.save()
    Werkgang.objects.filter(pk=werkgang.pk).update(stand=Stand.WACHT)
    werken.start(werkgang)


class Lijstformulier(forms.Form):
    bestand = Bestandsveld(
        label=gettext_lazy("Excelbestand of CSV"),
        mag=LIJST,
        meeste=GROOTST,
        te_groot=gettext_lazy("Dit bestand is groter dan 8 MB. Deel de lijst op."),
    )


class Inlezen(Werkscherm, FormView):
    """Looked at first; nothing is written before the next press."""

    template_name = "redactie/inlezen.html"
    page_title = gettext_lazy("Lijst terugzetten")
    form_class = Lijstformulier

    def form_valid(self, form: Lijstformulier) -> HttpResponse:
        bestand = form.cleaned_data["bestand"]
        try:
            lezing = lijstbestand.lees(bestand.read(), door=self.request.user)
        except ValidationError as fout:
            form.add_error("bestand", fout)
            return self.form_invalid(form)
        return redirect("redactie:werk", leg_klaar(lezing, bestand.name, self.request.user).pk)


@transaction.atomic
def leg_klaar(lezing: lijstbestand.Lijstlezing, naam: str, door: Any) -> Werkgang:
    gegevens = {
        "bestand": naam[:120],
        "rijen": lezing.rijen,
        "gelijk": lezing.gelijk,
        "verborgen": lezing.verborgen,
        "fouten": [asdict(fout) for fout in lezing.fouten],
    }
    werkgang = Werkgang.objects.create(soort=Werkgang.Soort.INLEZEN, door=door, gegevens=gegevens, stand=Stand.BEKEKEN)
    Werkregel.objects.bulk_create(
        [
            Werkregel(
                werkgang=werkgang,
                pagina_id=verschil.pagina.pk,
                titel=verschil.pagina.title[:255],
                voor={"rij": verschil.rij, "verschil": [asdict(veld) for veld in verschil.velden]},
            )
            for verschil in lezing.verschillen
        ]
    )
    return werkgang
