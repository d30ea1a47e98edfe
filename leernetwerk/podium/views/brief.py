"""For editors: write a newsletter, see it as it will be sent, try it on oneself, and send it."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.basis.tempo import te_vaak
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.post.versturen import verstuur as stuur_post
from leernetwerk.podium import verzenden
from leernetwerk.podium.brief import maak_op
from leernetwerk.podium.briefformulieren import Briefformulier
from leernetwerk.podium.models import Abonnee, Nieuwsbrief

PER_PAGINA: Final = 50
PROEVEN: Final = 20  # test mails an hour; nobody needs more, and a stuck key could send hundreds


@require_safe
@deur(Doe.ZIEN, "podium")
def lijst(request: HttpRequest) -> HttpResponse:
    rij = Nieuwsbrief.objects.all()
    concept = rij.filter(stand=Nieuwsbrief.Stand.CONCEPT).order_by("-gewijzigd")
    context = {
        "concepten": concept[:PER_PAGINA],
        "verstuurd": rij.exclude(stand=Nieuwsbrief.Stand.CONCEPT)[:PER_PAGINA],
        "lezers": Abonnee.objects.lezers().count(),
    }
    return render(request, "podium/brieven.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "podium")
def nieuw(request: Verzoek) -> HttpResponse:
    return _schrijf(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "podium")
def wijzigen(request: Verzoek, pk: int) -> HttpResponse:
    return _schrijf(request, get_object_or_404(Nieuwsbrief, pk=pk))


def _schrijf(request: Verzoek, een: Nieuwsbrief | None) -> HttpResponse:
    formulier = Briefformulier(request.POST if request.method == "POST" else None, instance=een)
    if een is not None and een.stand != Nieuwsbrief.Stand.CONCEPT:
        messages.info(request, _("Deze nieuwsbrief is al verstuurd. Er valt niets meer aan te veranderen."))
        return redirect("brief_zien", pk=een.pk)
    if request.method == "POST" and formulier.is_valid():
        try:
            klaar = verzenden.bewaar(nieuwsbrief=een, door=request.user, **formulier.cleaned_data)
        except verzenden.NietMeer:
            formulier.add_error(None, _("Een collega verstuurde deze nieuwsbrief net. Neem uw tekst mee."))
        else:
            return redirect("brief_zien", pk=klaar.pk)
    return render(request, "podium/brief_schrijven.html", {"formulier": formulier, "brief": een})


@require_safe
@deur(Doe.ZIEN, "podium")
def zien(request: HttpRequest, pk: int) -> HttpResponse:
    """The one preview: what is made here is what is sent."""
    een = get_object_or_404(Nieuwsbrief, pk=pk)
    inhoud = maak_op(een)
    afmelden = settings.WAGTAILADMIN_BASE_URL + reverse("nieuwsbrief_aanmelden")
    context = {
        "brief": een,
        "tekst": inhoud.tekst_voor(_("(hier komt van elke lezer de eigen link)")),
        "html": inhoud.html_voor(afmelden),
        "aantal": inhoud.aantal,
        "weg": een.uitlichtingen.count() - inhoud.aantal,
        "lezers": Abonnee.objects.lezers().count(),
    }
    return render(request, "podium/brief_zien.html", context)


@require_POST
@deur(Doe.WIJZIGEN, "podium")
def proef(request: Verzoek, pk: int) -> HttpResponse:
    een = get_object_or_404(Nieuwsbrief, pk=pk)
    if te_vaak("nieuwsbriefproef", str(request.user.pk), PROEVEN, 3600):
        messages.error(request, _("U stuurde het laatste uur al veel proefmails. Wacht even."))
    else:
        inhoud, link = maak_op(een), settings.WAGTAILADMIN_BASE_URL + reverse("nieuwsbrief_aanmelden")
        stuur_post(
            aan=request.user.email,
            onderwerp=_("Proef: %(o)s") % {"o": een.onderwerp},
            tekst=inhoud.tekst_voor(link),
            html=inhoud.html_voor(link),
        )
        messages.success(request, _("De proefmail is onderweg naar %(m)s.") % {"m": request.user.email})
    return redirect("brief_zien", pk=een.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.BESLISSEN, "podium")
def verstuur(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once more, with the number of readers; what the editor saw is what goes, or nothing does."""
    een = get_object_or_404(Nieuwsbrief, pk=pk)
    if request.method == "POST":
        try:
            verzenden.begin(nieuwsbrief=een, gezien=_moment(request.POST.get("gezien", "")))
        except verzenden.NietMeer:
            messages.info(request, _("Deze nieuwsbrief was al verstuurd."))
        except verzenden.Gewijzigd:
            messages.error(request, _("De nieuwsbrief is intussen gewijzigd. Kijk hem nog eens na."))
        except verzenden.Leeg:
            messages.error(
                request, _("Niet verstuurd: er staat geen openbaar voorbeeld in, of er zijn nog geen lezers.")
            )
        else:
            messages.success(request, _("De nieuwsbrief gaat eruit."))
        return redirect("brief_zien", pk=een.pk)
    if een.stand != Nieuwsbrief.Stand.CONCEPT:
        return redirect("brief_zien", pk=een.pk)
    return render(request, "podium/brief_versturen.html", {"brief": een, "lezers": Abonnee.objects.lezers().count()})


def _moment(tekst: str) -> dt.datetime | None:
    try:
        return parse_datetime(tekst[:40])
    except ValueError:
        return None
