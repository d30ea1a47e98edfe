"""Selection: the list of the team, one neighbourhood in six answers of two sides, and the network's own scan."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.register import selectie
from kennisplatform.register.models import Buurtscan, Instroom
from kennisplatform.register.scanformulieren import InstroomFormulier, ScanFormulier


@require_safe
@deur(Doe.ZIEN, "register")
def lijst(request: HttpRequest) -> HttpResponse:
    return render(request, "register/selectie.html", {"lijst": selectie.lijst(request.GET)})


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.ZIEN, "register")
def een(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """Who may read the register sees it; the decision is for who may change it."""
    kan = mag(request.user, Doe.WIJZIGEN, "register")
    with transaction.atomic():
        if request.method == "POST" and kan:
            vergrendel(buurt)
        instroom = Instroom.objects.filter(buurt=buurt).first() or Instroom(buurt=buurt, versie=0)
        formulier = InstroomFormulier(request.POST if kan and request.method == "POST" else None, instance=instroom)
        if request.method == "POST" and kan and formulier.is_valid():
            selectie.bewaar_besluit(instroom=formulier.save(commit=False), door=request.user)
            messages.success(request, _("Bewaard."))
            return redirect("register_selectie")
    (rij,) = selectie.rijen_van([Buurt.objects.select_related("scan", "instroom").get(pk=buurt.pk)])
    context = {
        "buurt": buurt,
        "rij": rij,
        "gronden": selectie.gronden(rij.scan, buurt.criteria.all()),
        "formulier": formulier if kan else None,
    }
    return render(request, "register/selectie_een.html", context)


@require_safe
@deur(Doe.ZIEN, "buurtscan")
def scan(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """What the network itself says, and what was decided on it; what the team thinks of the six stays with the team."""
    staat_er = Buurtscan.objects.filter(buurt=buurt).select_related("door").first()
    context = {
        "buurt": buurt,
        "scan": staat_er,
        "gronden": selectie.gronden(staat_er, None),
        "besluit": Instroom.objects.filter(buurt=buurt).exclude(besluit=Instroom.Besluit.OPEN).first(),
        "kan": mag(request.user, Doe.WIJZIGEN, buurt, "buurtscan"),
    }
    return render(request, "register/scan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "buurtscan")
def invullen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    with transaction.atomic():
        if request.method == "POST":
            vergrendel(buurt)
        staat_er = Buurtscan.objects.filter(buurt=buurt).first()
        formulier = ScanFormulier(request.POST or None, scan=staat_er)
        if request.method == "POST" and formulier.is_valid():
            selectie.bewaar_scan(
                buurt=buurt, antwoorden=formulier.antwoorden(), aandeel=formulier.aandeel(), door=request.user
            )
            messages.success(request, _("Bewaard. Het transitieteam leest dit ook."))
            return redirect("buurtscan", buurt.slug)
    return render(request, "register/scan_invullen.html", {"buurt": buurt, "formulier": formulier})
