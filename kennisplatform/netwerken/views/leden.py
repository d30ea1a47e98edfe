"""Members: correct, end."""

from __future__ import annotations

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kennisplatform.deelnemers import lidmaatschappen
from kennisplatform.deelnemers.deur import Verzoek, View, deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap
from kennisplatform.deelnemers.positie import mag, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.netwerken import ledenpost
from kennisplatform.netwerken.formulieren import LidFormulier


class Voorbij(Exception):
    """The membership ended while a page about it stood open."""

    def __init__(self, lid: Lidmaatschap) -> None:
        super().__init__(str(lid))
        self.lid = lid


def of_intussen_voorbij(view: View) -> View:
    """Somebody else was first: back to the network, told so, with what was typed."""

    @wraps(view)
    def om(request: HttpRequest, buurt: Buurt, pk: int) -> HttpResponseBase:
        try:
            return view(request, buurt, pk)
        except Voorbij as voorbij:
            tekst = _(
                "Iemand anders wijzigde de rol van %(wie)s intussen. Kies hieronder opnieuw wat u wilt wijzigen."
            ) % {"wie": voorbij.lid.wie}
            if getypt := request.POST.get("functie", "").strip():
                tekst += " " + _("U typte: ‘%(tekst)s’.") % {"tekst": getypt[:120]}
            messages.warning(request, tekst)
            return redirect("netwerk", buurt.slug)

    return om


def lid_hier(request: HttpRequest, buurt: Buurt, pk: int, doe: Doe) -> Lidmaatschap:
    """A current membership of this neighbourhood, on which this person may do this."""
    rij = zichtbaar_voor(Lidmaatschap.objects.filter(buurt=buurt), request.user)
    lid = get_object_or_404(rij.select_related("persoon", "buurt"), pk=pk)
    if not lid.loopt:
        raise Voorbij(lid)
    if not mag(request.user, doe, lid):
        raise PermissionDenied
    return lid


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "lidmaatschap")
@of_intussen_voorbij
def wijzigen(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    lid = lid_hier(request, buurt, pk, Doe.WIJZIGEN)
    formulier = LidFormulier(request.POST or None, wie=request.user, lid=lid)
    if request.method == "POST" and formulier.is_valid():
        velden = {naam: formulier.cleaned_data[naam] for naam in ("rol", "wijkverpleegkundige", "functie")}
        try:
            ledenpost.wijzig(lidmaatschap=lid, door=request.user, **velden)
        except Bezwaar as fout:
            formulier.add_error("rol", str(fout))
        else:
            messages.success(request, _("Bewaard: %(wie)s.") % {"wie": lid.wie})
            return redirect("netwerk", buurt.slug)
    return render(request, "netwerken/lid.html", {"buurt": buurt, "lid": lid, "formulier": formulier})


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.ZIEN, "lidmaatschap")
@of_intussen_voorbij
def beeindigen(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    """Leave, or be taken off. The page says what it means before anything happens."""
    lid = lid_hier(request, buurt, pk, Doe.BEEINDIGEN)
    zelf = lid.persoon_id == request.user.pk
    if request.method == "POST":
        try:
            ledenpost.beeindig(lidmaatschap=lid, door=request.user)
        except Bezwaar as fout:
            messages.error(request, str(fout))
            return redirect("lid_overdragen", buurt.slug, lid.pk)
        messages.success(
            request,
            _("U bent geen %(rol)s van %(buurt)s meer.") % {"rol": lid.get_rol_display(), "buurt": buurt}
            if zelf
            else _("%(wie)s is geen %(rol)s meer.") % {"wie": lid.wie, "rol": lid.get_rol_display()},
        )
        return redirect("werkplek") if zelf else redirect("netwerk", buurt.slug)
    laatste = lidmaatschappen.is_laatste_kartrekker(lid)
    return render(request, "netwerken/lid_weg.html", {"buurt": buurt, "lid": lid, "zelf": zelf, "laatste": laatste})
