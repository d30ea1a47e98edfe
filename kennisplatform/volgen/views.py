"""Notices and what I follow; the way out of the mail, which needs no account."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.deelnemers.deur import Verzoek, deur, voor_iedereen
from kennisplatform.deelnemers.positie import zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.volgen import lijst
from kennisplatform.volgen.formulieren import MailFormulier
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.models import Hoe, Melding
from kennisplatform.volgen.overzichten import persoon_van

PER_PAGINA = 30


@require_safe
@deur(Doe.ZIEN, "eigen")
def volgen(request: Verzoek) -> HttpResponse:
    """Unread first, then the newest."""
    rij = te_lezen(request.user).select_related("gebeurtenis__door")
    rij = rij.order_by(F("gelezen").desc(nulls_first=True), "-gebeurtenis__gemaakt", "-gebeurtenis_id")
    bladeren = Paginator(rij, PER_PAGINA)
    context = {
        "bladzij": bladeren.get_page(request.GET.get("pagina")),
        "ongelezen": lijst.ongelezen(request.user),
        "gevolgd": lijst.mijn(request.user),
        "formulier": MailFormulier(initial={"hoe": lijst.hoe_van(request.user)}),
    }
    return render(request, "volgen/volgen.html", context)


@require_safe
@deur(Doe.ZIEN, "eigen")
def lees(request: Verzoek, pk: int) -> HttpResponse:
    """To what a notice is about; on the way it becomes read. A notice of somebody else is not there."""
    melding = get_object_or_404(te_lezen(request.user).select_related("gebeurtenis"), pk=pk)
    lijst.lees(persoon=request.user, meldingen=[melding.pk])
    return redirect(melding.gebeurtenis.adres)


@require_POST
@deur(Doe.WIJZIGEN, "eigen")
def gelezen(request: Verzoek) -> HttpResponse:
    """One ('melding'), or all."""
    een = request.POST.get("melding", "")
    if een.isascii() and een.isdecimal() and len(een) < 16:
        rij = zichtbaar_voor(Melding.objects.filter(pk=int(een)), request.user, Doe.WIJZIGEN)
        lijst.lees(persoon=request.user, meldingen=rij.values_list("pk", flat=True))
    elif not een:
        lijst.lees(persoon=request.user)
        messages.success(request, _("Alles staat op gelezen."))
    return redirect("volgen")


@require_POST
@deur(Doe.WIJZIGEN, "eigen")
def zet(request: Verzoek) -> HttpResponse:
    """Follow or stop. What somebody may not see answers like what is not there."""
    soort, sleutel = request.POST.get("soort", "")[:20], request.POST.get("sleutel", "")[:60]
    if request.POST.get("doe") == "stop":
        lijst.stop(persoon=request.user, soort=soort, sleutel=sleutel)
        messages.success(request, _("U volgt dit niet meer."))
    elif request.POST.get("doe") == "volg":
        try:
            lijst.volg(persoon=request.user, soort=soort, sleutel=sleutel)
            messages.success(request, _("U volgt dit nu. Is er iets nieuws, dan hoort u het."))
        except lijst.NietTeVolgen as fout:
            raise Http404 from fout
        except lijst.TeVeel:
            messages.error(request, _("U volgt al %(n)s dingen. Stop eerst met iets anders.") % {"n": lijst.MAX})
    terug = request.POST.get("terug", "")
    veilig = url_has_allowed_host_and_scheme(terug, {request.get_host()}, request.is_secure())
    return redirect(terug if veilig and terug.startswith("/") else "volgen")


@require_POST
@deur(Doe.WIJZIGEN, "eigen")
def mail(request: Verzoek) -> HttpResponse:
    formulier = MailFormulier(request.POST)
    if formulier.is_valid():
        lijst.kies_mail(persoon=request.user.pk, hoe=formulier.cleaned_data["hoe"])
        messages.success(
            request,
            _("Bewaard. U krijgt mail: %(hoe)s.") % {"hoe": str(Hoe(formulier.cleaned_data["hoe"]).label).lower()},
        )
    else:
        messages.error(request, _("Kies hoe vaak u mail wilt."))
    return redirect("volgen")


@csrf_exempt  # the button in a mail programme posts here without having been on this site (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@voor_iedereen
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Reading a link stops nothing (mail scanners open links); the button does. A link that is not ours is not there.

    The answer is the same whether the account is still there or not.
    """
    persoon = persoon_van(token)
    if persoon is None:
        raise Http404
    if request.method == "POST":
        lijst.stop_mail(persoon=persoon)
    return render(request, "volgen/stop.html", {"gestopt": request.method == "POST"})
