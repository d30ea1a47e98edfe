"""Pages that no editor writes: the home of professionals, difficult words, pictures, and a sheet that was filled in."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.preventie import prenten, verzamelen
from kennisplatform.preventie.invullen import Bladformulier, web
from kennisplatform.preventie.models import Invulblad
from kennisplatform.preventie.woorden import lijst
from kennisplatform.tekening.getekend import getekend


@require_safe
@getekend
def professionals(request: HttpRequest) -> HttpResponse:
    return render(request, "preventie/professionals.html", verzamelen.voor_professionals(settings.LANGUAGE_CODE))


@require_safe
@getekend
def woorden(request: HttpRequest) -> HttpResponse:
    return render(request, "preventie/woorden.html", {"woorden": lijst()})


@require_safe
@cache_control(max_age=31_536_000, public=True)
def prent(request: HttpRequest, naam: str) -> HttpResponse:
    if naam not in prenten.PRENTEN:
        return HttpResponse(status=404)
    return HttpResponse(prenten.teken(naam), content_type="image/svg+xml")


@csrf_exempt  # it changes nothing and keeps nothing: what came in goes back on the page
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ingevuld(request: HttpRequest, pk: int) -> HttpResponse:
    """What was typed, as a sheet to print, with the form below it to change it. By POST, so that no address holds it."""
    blad = openbaar(Invulblad.objects.filter(pk=pk)).first()
    if blad is None:
        raise Http404
    if request.method != "POST":
        return redirect(blad.get_url(request))
    formulier = Bladformulier(request.POST, delen=blad.delen)
    context = blad.get_context(request) | {"formulier": formulier}
    if formulier.is_valid():
        delen = formulier.antwoorden()
        context |= {"antwoorden": delen, "web": web(delen) if blad.web else None}
    return render(request, "preventie/invulblad.html", context)
