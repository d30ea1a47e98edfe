"""Finishing a lesson, my own list of them, and a sheet that says so."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.tempo import adres, te_vaak
from kennisplatform.deelnemers.deur import Verzoek, deur, voor_iedereen
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.leren.models import GevolgdeLes
from kennisplatform.leren.volgen import bewaar, tel
from kennisplatform.preventie.models import Module
from kennisplatform.preventie.models.module import Modulereeks

PER_DAG = 60  # of one address


@csrf_exempt  # no session and no cookie: a forged call could only count one more
@require_POST
@never_cache
@voor_iedereen
def les_af(request: HttpRequest, pk: int) -> HttpResponse:
    """Counts once an hour from one address and lesson: pressed twice is one."""
    module = get_object_or_404(openbaar(Module.objects.all()), pk=pk)
    wie = adres(request)
    if not te_vaak(f"les:{pk}", wie, 1, 3600) and not te_vaak("les", wie, PER_DAG, 86_400):
        tel(module=module)
    return redirect(f"{module.get_url(request)}?af=1#klaar")


@require_POST
@deur(Doe.WIJZIGEN, "eigen")
def les_bewaren(request: Verzoek, pk: int) -> HttpResponse:
    module = get_object_or_404(openbaar(Module.objects.all()), pk=pk)
    if bewaar(module=module, persoon=request.user):
        messages.success(request, _("De les staat bij uw lessen."))
    return redirect("mijn_lessen")


@require_POST
@deur(Doe.WIJZIGEN, "eigen")
def les_vergeten(request: Verzoek, pk: int) -> HttpResponse:
    get_object_or_404(GevolgdeLes, pk=pk, persoon=request.user).delete()
    messages.success(request, _("De les is van uw lijst."))
    return redirect("mijn_lessen")


@require_safe
@deur(Doe.ZIEN, "eigen")
def mijn_lessen(request: Verzoek) -> HttpResponse:
    rijen = list(GevolgdeLes.objects.filter(persoon=request.user).select_related("module"))
    over = openbaar(Module.objects.exclude(pk__in=[rij.module_id for rij in rijen if rij.module_id]))
    reeksen = [
        (soort, [rij for rij in rijen if rij.reeks == soort], list(over.filter(reeks=soort).order_by("volgorde")))
        for soort in Modulereeks
    ]
    return render(request, "leren/mijn_lessen.html", {"reeksen": reeksen, "aantal": len(rijen)})


@require_safe
@deur(Doe.ZIEN, "eigen")
def lesbewijs(request: Verzoek, reeks: str) -> HttpResponse:
    """To print. It says what is true: these lessons were read and ticked off, there was no exam."""
    rijen = list(GevolgdeLes.objects.filter(persoon=request.user, reeks=reeks))
    if not rijen:
        raise Http404
    context = {"rijen": rijen, "reeks": Modulereeks(reeks).label, "vandaag": timezone.localdate()}
    return render(request, "leren/lesbewijs.html", context | {"naam": request.user.get_full_name()})
