"""A neighbourhood's own pathways: written by its members, approved by a kartrekker, public when the network says so."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.deur import Verzoek, deur, voor_iedereen
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.getekend import getekend
from kennisplatform.tekening.notitie import toont
from zorgpaden.lokaal import beheren, tonen
from zorgpaden.lokaal.formulieren import BuurtpadFormulier
from zorgpaden.lokaal.models import Buurtpad

MET_FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


def _pad(buurt: Buurt, pk: int) -> Buurtpad:
    rij = Buurtpad.objects.filter(buurt=buurt).select_related("buurt", "door", "goedgekeurd_door")
    return get_object_or_404(rij, pk=pk)


@require_safe
@deur(Doe.ZIEN, "buurtpad")
def lijst(request: Verzoek, buurt: Buurt) -> HttpResponse:
    paden = list(Buurtpad.objects.filter(buurt=buurt).select_related("door"))
    al = {pad.pagina_id for pad in paden}
    context = {
        "buurt": buurt,
        "paden": paden,
        "te_beginnen": [p for p in tonen.alle_paden() if p.pk not in al],
        "kan": mag(request.user, Doe.MAKEN, buurt, "buurtpad"),
    }
    return render(request, "lokaal/lijst.html", context)


@MET_FORMULIER
@deur(Doe.MAKEN, "buurtpad")
def nieuw(request: Verzoek, buurt: Buurt) -> HttpResponse:
    keus = request.POST.get("pagina", "")
    pagina = tonen.paginas([int(keus)]).get(int(keus)) if keus.isdecimal() and len(keus) < 12 else None
    if pagina is None:
        if request.method == "POST":
            messages.error(request, _("Kies eerst een zorgpad uit de lijst."))
        return redirect("buurtpaden", buurt.slug)
    pad = beheren.begin(buurt=buurt, pagina=pagina, door=request.user)
    return redirect("buurtpad_wijzigen", buurt.slug, pad.pk)


@require_safe
@deur(Doe.ZIEN, "buurtpad")
def een(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    context = {
        "buurt": buurt,
        "beeld": tonen.beeld(_pad(buurt, pk)),
        "kan_schrijven": mag(request.user, Doe.WIJZIGEN, buurt, "buurtpad"),
        "kan_beslissen": mag(request.user, Doe.BESLISSEN, buurt, "buurtpad"),
    }
    return render(request, "lokaal/pad.html", context)


@MET_FORMULIER
@deur(Doe.WIJZIGEN, "buurtpad")
def wijzigen(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    with transaction.atomic():
        if request.method == "POST":
            vergrendel(buurt)  # so that the form judges what stands there now
        pad = _pad(buurt, pk)
        formulier = BuurtpadFormulier(
            request.POST or None,
            stappen=pad.kern,
            stand=pad.merk,
            staat_er=BuurtpadFormulier.begin(pad.kern, list(pad.afspraken.all()), list(pad.nummers.all())),
        )
        if request.method == "POST" and formulier.is_valid():
            if formulier.gewijzigd:
                beheren.bewaar(pad=pad, afspraken=formulier.afspraken, nummers=formulier.nummers, door=request.user)
                messages.success(request, _("Bewaard. Een kartrekker keurt het goed voordat het geldt."))
            return redirect("buurtpad", buurt.slug, pad.pk)
    return render(request, "lokaal/wijzigen.html", {"buurt": buurt, "pad": pad, "formulier": formulier})


@MET_FORMULIER
@deur(Doe.WIJZIGEN, "buurtpad")
def kernwijziging(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    """One step: take over what the core says now, or leave it."""
    pad = _pad(buurt, pk)
    beeld = tonen.beeld(pad)
    stap = request.POST.get("stap", "")
    if request.method == "POST" and beeld.pagina and stap in {v.sleutel for v in beeld.verschillen}:
        doe = beheren.neem_over if request.POST.get("doe") == "neem" else beheren.laat
        doe(pad=pad, pagina=beeld.pagina, stap=stap, door=request.user)
    return redirect("buurtpad", buurt.slug, pad.pk)


@MET_FORMULIER
@deur(Doe.BESLISSEN, "buurtpad")
def weg(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    """Begun by mistake, or not used any more: asked once, and gone."""
    pad = _pad(buurt, pk)
    if request.method == "POST":
        beheren.haal_weg(pad=pad)
        messages.success(request, _("Weggehaald: %(naam)s.") % {"naam": pad.naam})
        return redirect("buurtpaden", buurt.slug)
    return render(request, "lokaal/weg.html", {"buurt": buurt, "pad": pad})


@MET_FORMULIER
@deur(Doe.BESLISSEN, "buurtpad")
def goedkeuren(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    pad = _pad(buurt, pk)
    if request.method == "POST":
        if beheren.keur_goed(pad=pad, gezien=request.POST.get("gezien", ""), door=request.user):
            messages.success(request, _("Goedgekeurd. Over een jaar vragen wij u het weer na te kijken."))
        else:
            messages.error(request, _("Er is intussen iets veranderd. Lees het nog eens en keur het dan goed."))
    return redirect("buurtpad", buurt.slug, pad.pk)


@MET_FORMULIER
@deur(Doe.BESLISSEN, "buurtpad")
def openbaar(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    pad = _pad(buurt, pk)
    if request.method == "POST":
        beheren.maak_openbaar(pad=pad, openbaar=request.POST.get("openbaar") == "1", door=request.user)
    return redirect("buurtpad", buurt.slug, pad.pk)


@require_safe
@deur(Doe.ZIEN, "buurtpad")
def folder(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    """The patient's leaflet as the network prints it, also before it is approved: it says so."""
    return _folder(request, _pad(buurt, pk))


def _folder(request: HttpRequest, pad: Buurtpad) -> HttpResponse:
    beeld = tonen.beeld(pad)
    if beeld.pagina is None:
        raise Http404
    return render(request, "lokaal/folder.html", {"buurt": pad.buurt, "beeld": beeld})


def _openbaar_pad(buurt: str, pad: str) -> Buurtpad:
    """Public, approved and not too old; the same 404 for all that is not."""
    rij = Buurtpad.objects.filter(buurt__slug=buurt, pagina__slug=pad, openbaar=True).select_related("buurt")
    gevonden = rij.first()
    if gevonden is None or not gevonden.te_zien:
        raise Http404
    toont(f"pagina:{gevonden.pagina_id}")
    return gevonden


@voor_iedereen
@require_safe
@getekend
def openbaar_pad(request: HttpRequest, slug: str, pad: str) -> HttpResponse:
    gevonden = _openbaar_pad(slug, pad)
    beeld = tonen.beeld(gevonden)
    if beeld.pagina is None:
        raise Http404
    return render(request, "lokaal/openbaar.html", {"buurt": gevonden.buurt, "beeld": beeld})


@voor_iedereen
@require_safe
@getekend
def openbare_folder(request: HttpRequest, slug: str, pad: str) -> HttpResponse:
    return _folder(request, _openbaar_pad(slug, pad))
