"""A resident has a say, without an account. It goes to who leads the network; the platform keeps no file of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.basis.tempo import adres, te_vaak
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.netwerken import bewoners
from kennisplatform.netwerken.bewonersformulieren import Meepraatformulier

PER_UUR = 5  # of one address


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@voor_iedereen
@eenmalig
def meepraten(request: HttpRequest, slug: str) -> HttpResponse:
    buurt = get_object_or_404(Buurt.objects.actief(), slug=slug)
    meedoen = request.GET.get("over") == "meedoen"
    if meedoen and request.user.is_authenticated:  # who has an account asks for a role, and sees what came of it
        return redirect("meedoen", buurt.slug)
    formulier = Meepraatformulier(request.POST or None, meedoen=meedoen)
    context = {
        "buurt": buurt,
        "formulier": formulier,
        "meedoen": meedoen,
        "titel": _("Doe mee") if meedoen else _("Praat mee"),
        "er_leest_iemand": bool(bewoners.lezers(buurt)),
        "klaar": "klaar" in request.GET,
    }
    if request.method != "POST" or not context["er_leest_iemand"] or not formulier.is_valid():
        return render(request, "netwerken/meepraten.html", context)
    if te_vaak("meepraten", adres(request), PER_UUR, 3600):  # on the same page: what was typed is still there
        formulier.add_error(None, _("Er kwamen al veel berichten vanaf deze plek. Probeer het over een uur nog eens."))
        return render(request, "netwerken/meepraten.html", context, status=429)
    if not request.POST.get("website"):  # people never see that field; a program that fills it in is told it worked
        gezegd = formulier.cleaned_data
        bewoners.stuur(buurt=buurt, tekst=gezegd["tekst"], mail=gezegd["mail"], meedoen=meedoen)
    return redirect(f"{request.path}?klaar=1{'&over=meedoen' if meedoen else ''}")  # loaded again it is not sent again
