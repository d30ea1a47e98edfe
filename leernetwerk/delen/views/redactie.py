"""For the editors: what waits, how long, and how long it usually takes. And what networks keep among themselves."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kennisplatform.deelnemers.deur import deur
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.positie import positie, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.delen import doorlooptijd
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld

PER_PAGINA = 50


@require_safe
@deur(Doe.ZIEN, "redactie")
def wachtrij(request: HttpRequest) -> HttpResponse:
    rij = Inzending.objects.exclude(stand__in=(Stand.CONCEPT, Stand.INGETROKKEN)).select_related("buurt", "schrijver")
    context = {
        "wacht": rij.filter(stand=Stand.INGEDIEND).order_by("ingediend_op")[:PER_PAGINA],
        "terug": rij.filter(stand=Stand.AANVULLEN).order_by("gewijzigd")[:PER_PAGINA],
        "klaar": rij.filter(stand__in=(Stand.GEPLAATST, Stand.AFGEWEZEN)).order_by("-besluit_op")[:20],
        "tijd": doorlooptijd.mediaan(),
        "admin": request.user.has_perm("wagtailadmin.access_admin"),
    }
    return render(request, "delen/redactie.html", context)


@require_safe
@deur(Doe.ZIEN, "eigen")
def besloten(request: HttpRequest) -> HttpResponse:
    """Examples that are not public and that this person may read: search and the public lists pass them by."""
    rij = Praktijkvoorbeeld.objects.live().exclude(zichtbaarheid=Zichtbaarheid.OPENBAAR)
    rij = zichtbaar_voor(rij, request.user).select_related("buurt", "locale").order_by("-last_published_at", "-pk")
    woorden = request.GET.get("q", "")[:100].split()[:6]
    for woord in woorden:
        rij = rij.filter(Q(title__icontains=woord) | Q(aanpak__icontains=woord) | Q(wat_niet_werkte__icontains=woord))
    blad = Paginator(rij, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "blad": blad,
        "q": " ".join(woorden),
        "lid": bool(positie(request.user).rollen or positie(request.user).programma),
    }
    return render(request, "delen/besloten.html", context)
