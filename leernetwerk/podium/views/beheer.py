"""For editors: what stands on the podium, what comes, and one more."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium import uitlichten
from leernetwerk.podium.formulieren import Uitlichtformulier
from leernetwerk.podium.models import Uitlichting

GEVONDEN, PER_PAGINA, WOORDEN = 20, 30, 6


def te_kiezen() -> QuerySet[Praktijkvoorbeeld]:
    return openbaar(Praktijkvoorbeeld.objects.filter(zichtbaarheid=Zichtbaarheid.OPENBAAR))


@require_safe
@deur(Doe.ZIEN, "podium")
def overzicht(request: HttpRequest) -> HttpResponse:
    dag = timezone.localdate()
    rij = Uitlichting.objects.select_related("voorbeeld__locale", "door")
    voorbij = Paginator(rij.filter(Q(tot__lt=dag) | Q(gestopt_op__isnull=False)), PER_PAGINA)
    lopend = rij.geldig().filter(tot__gte=dag)
    woorden = request.GET.get("q", "")[:100].split()[:WOORDEN]
    context = {
        "nu": lopend.filter(van__lte=dag),
        "straks": lopend.filter(van__gt=dag).order_by("van", "pk"),
        "voorbij": voorbij.get_page(request.GET.get("pagina")),
        "te_zien": set(Uitlichting.objects.zichtbaar().values_list("pk", flat=True)),
        "q": " ".join(woorden),
        "gevonden": _zoek(woorden) if woorden else None,
    }
    return render(request, "podium/beheer.html", context)


def _zoek(woorden: list[str]) -> list[Praktijkvoorbeeld]:
    rij = te_kiezen()
    for woord in woorden:
        rij = rij.filter(title__icontains=woord)
    return list(rij.select_related("locale").order_by("title", "pk")[:GEVONDEN])


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "podium")
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    voorbeeld = get_object_or_404(te_kiezen(), pk=pk)
    formulier = Uitlichtformulier(request.POST if request.method == "POST" else None, voorbeeld=voorbeeld)
    if request.method == "POST" and formulier.is_valid():
        try:
            uitlichten.licht_uit(voorbeeld=voorbeeld, door=request.user, **formulier.cleaned_data)
        except uitlichten.Overlapt as fout:
            formulier.overlap(fout.ander)
        else:
            messages.success(request, _("Dit voorbeeld staat op het podium in de dagen die u koos."))
            return redirect("podium")
    return render(request, "podium/uitlichten.html", {"voorbeeld": voorbeeld, "formulier": formulier})


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "podium")
def wijzigen(request: HttpRequest, pk: int) -> HttpResponse:
    een = get_object_or_404(Uitlichting.objects.geldig().select_related("voorbeeld"), pk=pk)
    formulier = Uitlichtformulier(
        request.POST if request.method == "POST" else None, voorbeeld=een.voorbeeld, instance=een
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            uitlichten.wijzig(uitlichting=een, **formulier.cleaned_data)
        except uitlichten.Overlapt as fout:
            formulier.overlap(fout.ander)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("podium")
    context = {
        "voorbeeld": een.voorbeeld,
        "formulier": formulier,
        "uitlichting": een,
        "te_zien": Uitlichting.objects.zichtbaar().filter(pk=een.pk).exists(),
    }
    return render(request, "podium/uitlichten.html", context)


@require_POST
@deur(Doe.BEEINDIGEN, "podium")
def beeindigen(request: HttpRequest, pk: int) -> HttpResponse:
    uitlichten.beeindig(uitlichting=get_object_or_404(Uitlichting, pk=pk))
    messages.success(request, _("Dit voorbeeld staat niet meer op het podium."))
    return redirect("podium")
