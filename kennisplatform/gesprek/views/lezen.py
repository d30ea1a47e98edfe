"""Reading: the list of questions, and one question with its answers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.models import KennisPagina
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.gesprek import inzage, lezen
from kennisplatform.gesprek.formulieren import AntwoordFormulier
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.gesprek.schrijven import VRAAG
from kennisplatform.tekening.getekend import voor_vreemden
from kennisplatform.volgen.aanbouwen import knoppen


def een(request: HttpRequest, pk: int) -> Bijdrage:
    """One that this reader may see; a forged number is a 404."""
    rij = Bijdrage.objects.te_lezen(request.user).select_related("door", "buurt", "vraag", "pagina__locale")
    return get_object_or_404(rij, pk=pk)


def pad_van(bijdrage: Bijdrage) -> str:
    return pad_op_site(bijdrage.pagina.url_path, bijdrage.pagina.locale.language_code)


@require_safe
@voor_vreemden
@voor_iedereen
def gesprekken(request: HttpRequest) -> HttpResponse:
    context = lezen.context_van_lijst(request.GET, request.user)
    inzage.noteer(request.user, context["rijen"])
    for vraag in context["rijen"]:
        vraag.pad = pad_van(vraag)
    return render(request, "gesprek/gesprekken.html", context)


def _is_kennis(bijdrage: Bijdrage) -> bool:
    """About a page; a free topic hangs below an area's own page, which says nothing to who reads it."""
    return issubclass(bijdrage.pagina.specific_class or Page, KennisPagina)


@require_safe
@voor_vreemden
@voor_iedereen
def gesprek(request: HttpRequest, pk: int) -> HttpResponse:
    """A question with its answers, or a remark; an answer leads to its question."""
    bijdrage = een(request, pk)
    if bijdrage.vraag_id:
        return redirect(bijdrage.get_absolute_url())
    return render(request, "gesprek/gesprek.html", context_van(request, bijdrage))


def context_van(
    request: HttpRequest, bijdrage: Bijdrage, formulier: AntwoordFormulier | None = None
) -> dict[str, object]:
    bladzij, draad = lezen.met_antwoorden(bijdrage, request.user, request.GET.get("pagina"))
    inzage.noteer_draden(request.user, [draad])
    context = {
        "draad": draad,
        "b": draad.eerste,
        "bladzij": bladzij,
        "pad": pad_van(bijdrage),
        "pagina": bijdrage.pagina,
        "eigen": bijdrage.zichtbaarheid == Zichtbaarheid.EIGEN and bijdrage.buurt_id is not None,
        "over_pagina": _is_kennis(bijdrage),
    }
    if draad.eerste.kan["antwoorden"]:
        context["formulier"] = formulier or AntwoordFormulier(wie=request.user, vraag=bijdrage)
    if request.user.is_authenticated and bijdrage.soort == "vraag" and not bijdrage.verborgen:
        context["knoppen"] = knoppen(request.user, [(VRAAG, str(bijdrage.pk), "")])
    return context
