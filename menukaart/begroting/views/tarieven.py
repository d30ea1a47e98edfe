"""Rates: whoever works with budgets reads them, the team sets a new price."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.begroting import tarieven
from menukaart.begroting.formulieren import BeeindigFormulier, TariefFormulier, VerbeterFormulier
from menukaart.plan.models import Tarief


@require_safe
@deur(Doe.ZIEN, "tarief")
def lijst(request: Verzoek) -> HttpResponse:
    context = {"reeksen": tarieven.reeksen(), "kan": mag(request.user, Doe.MAKEN, "tarief")}
    return render(request, "begroting/tarieven.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "tarief")
def nieuw(request: Verzoek) -> HttpResponse:
    naam = request.GET.get("naam", "")[:120]
    eerder = Tarief.objects.filter(naam__iexact=naam).first() if naam else None
    als = {"naam": eerder.naam, "soort": eerder.soort} if eerder else {"naam": naam}
    formulier = TariefFormulier(request.POST or None, initial=als)
    if request.method == "POST" and formulier.is_valid():
        tarief = tarieven.zet_prijs(tarief=formulier.save(commit=False), door=request.user)
        tekst = _("Staat erbij: %(tarief)s. Begrotingen die er al zijn, houden hun prijs.")
        messages.success(request, tekst % {"tarief": tarief})
        return redirect("tarieven")
    return render(request, "begroting/tarief.html", {"formulier": formulier, "kop": _("Nieuw tarief")})


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "tarief")
def verbeteren(request: Verzoek, pk: int) -> HttpResponse:
    """What was typed wrong: the old row stays to be read, what is right stands beside it."""
    oud = get_object_or_404(Tarief.objects.staand(), pk=pk)
    als = {naam: getattr(oud, naam) for naam in TariefFormulier.Meta.fields}
    formulier = VerbeterFormulier(request.POST or None, initial=als)
    formulier.oud = oud.pk
    if request.method == "POST" and formulier.is_valid():
        reden = formulier.cleaned_data["reden"]
        try:
            nieuw = tarieven.verbeter(oud=oud, nieuw=formulier.save(commit=False), reden=reden, door=request.user)
        except Bezwaar as fout:
            messages.error(request, str(fout))
        else:
            tekst = _(
                "Verbeterd: %(tarief)s. Begrotingen die er al zijn, houden hun prijs en zeggen wat er veranderde."
            )
            messages.success(request, tekst % {"tarief": nieuw})
        return redirect("tarieven")
    context = {"formulier": formulier, "kop": _("Verbeter een tarief"), "tarief": oud}
    return render(request, "begroting/tarief.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "tarief")
def beeindigen(request: Verzoek, pk: int) -> HttpResponse:
    with transaction.atomic():
        rij = Tarief.objects.select_for_update() if request.method == "POST" else Tarief.objects.staand()
        tarief = get_object_or_404(rij, pk=pk)
        formulier = BeeindigFormulier(request.POST or None, tarief=tarief)
        if request.method == "POST" and formulier.is_valid():
            tot, reden = formulier.cleaned_data["tot"], formulier.cleaned_data["reden"]
            try:
                tarieven.beeindig(tarief=tarief, tot=tot, reden=reden, door=request.user)
            except Bezwaar as fout:
                messages.error(request, str(fout))
            else:
                tekst = _("Bewaard. Na die dag staat het niet meer in de keuzelijst van begrotingen.")
                messages.success(request, tekst)
            return redirect("tarieven")
    context = {"formulier": formulier, "kop": _("Beëindig een tarief"), "tarief": tarief}
    return render(request, "begroting/tarief.html", context)
