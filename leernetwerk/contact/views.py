"""Ask somebody who did it; the conversation; and ending it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.basis.tempo import te_vaak
from kennisplatform.deelnemers.deur import Verzoek, View, bij_sleutel, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import positie, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.deelnemers.verhuisd import verder
from leernetwerk.contact import vragen, wie
from leernetwerk.contact.formulieren import Antwoordformulier, Vraagformulier
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.models import Praktijkvoorbeeld

PER_DAG: Final = 10  # questions of one person; more is no longer asking around
BERICHTEN: Final = 60
PER_PAGINA: Final = 50


@require_safe
@deur(Doe.ZIEN, "eigen")
def lijst(request: HttpRequest) -> HttpResponse:
    rij = zichtbaar_voor(Contactverzoek.objects.all(), request.user).select_related(
        "buurt", "pagina", "van", "aan", "van_buurt"
    )
    return render(request, "contact/lijst.html", {"rij": rij[:PER_PAGINA]})


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "contactverzoek")
def vraag(request: Verzoek, slug: str, pk: int = 0) -> HttpResponse:
    """To a neighbourhood (`slug`), about one of its examples (`pk`) that this person may read."""
    buurt = get_object_or_404(Buurt, slug=slug)
    if buurt.opgeheven:
        return _verhuisd(request, buurt, pk)
    pagina = (
        get_object_or_404(zichtbaar_voor(Praktijkvoorbeeld.objects.live().filter(buurt=buurt), request.user), pk=pk)
        if pk
        else None
    )
    mijn = Buurt.objects.actief().filter(pk__in=list(positie(request.user).rollen))
    formulier = Vraagformulier(request.POST if request.method == "POST" else None, mijn=mijn)
    if request.method == "POST" and formulier.is_valid():
        if te_vaak("contact", str(request.user.pk), PER_DAG, 86_400):
            formulier.add_error(None, _("U stelde vandaag al tien vragen. Morgen kan het weer."))
        else:
            try:
                verzoek = vragen.vraag(
                    buurt=buurt,
                    pagina=pagina,
                    van=request.user,
                    van_buurt=formulier.cleaned_data.get("namens"),
                    tekst=formulier.cleaned_data["tekst"],
                )
            except vragen.Niemand:
                formulier.add_error(
                    None, _("Deze buurt heeft nu niemand die antwoordt. Vraag het de transitiecoach of het team.")
                )
            else:
                messages.success(request, _("Verstuurd. U krijgt een mail zodra er antwoord is."))
                return redirect(verzoek)
    context = {
        "ander": buurt,
        "pagina": pagina,
        "formulier": formulier,
        "persoon": wie.contactpersoon(buurt, pagina),
        "dagen": wie.antwoordtijd(buurt),
    }
    return render(request, "contact/vraag.html", context)


def _verhuisd(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    """To the neighbourhood that the old one went up in; of an example to the one that it went to."""

    def mag_daar(ander: Buurt) -> bool:
        return not pk or Praktijkvoorbeeld.objects.filter(pk=pk, buurt=ander).exists()

    antwoord = verder(request, buurt, mag_daar=mag_daar, veld="slug")
    if antwoord is None:
        raise Http404
    return antwoord


def bij_verzoek(doe: Doe) -> Callable[[View], View]:
    return bij_sleutel(doe, lambda: Contactverzoek.objects.select_related("buurt", "pagina", "van", "aan", "van_buurt"))


@require_http_methods(["GET", "HEAD", "POST"])
@bij_verzoek(Doe.WIJZIGEN)
def gesprek(request: Verzoek, verzoek: Contactverzoek) -> HttpResponse:
    formulier = Antwoordformulier(request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid():
        if te_vaak("contactbericht", str(request.user.pk), BERICHTEN, 3600):
            formulier.add_error(None, _("U verstuurde het laatste uur heel veel berichten. Wacht even."))
        else:
            try:
                vragen.zeg(verzoek=verzoek, door=request.user, tekst=formulier.cleaned_data["tekst"])
            except vragen.VraagGesloten:
                formulier.add_error(
                    None, _("De ander heeft dit gesprek net afgesloten. Uw bericht is niet verstuurd; neem het mee.")
                )
            else:
                messages.success(request, _("Verstuurd."))
                return redirect(verzoek)
    context = {
        "verzoek": verzoek,
        "regels": verzoek.regels.select_related("door"),
        "formulier": formulier,
        "hulp": Contactverzoek.Hulp.choices,
    }
    return render(request, "contact/gesprek.html", context)


@require_POST
@bij_verzoek(Doe.WIJZIGEN)
def sluiten(request: Verzoek, verzoek: Contactverzoek) -> HttpResponse:
    try:
        vragen.sluit(verzoek=verzoek, door=request.user)
        messages.success(request, _("Afgesloten. Dank u."))
    except vragen.VraagGesloten:
        messages.info(request, _("Dit gesprek was al afgesloten."))
    return redirect(verzoek)


@require_POST
@bij_verzoek(Doe.ZIEN)
def geholpen(request: HttpRequest, verzoek: Contactverzoek) -> HttpResponse:
    """Only who asked knows; anybody else who sends this changes nothing."""
    hulp = request.POST.get("hulp", "")
    if verzoek.van_id == request.user.pk and hulp in Contactverzoek.Hulp.values:
        if vragen.zeg_of_het_hielp(verzoek=verzoek, hulp=hulp):
            messages.success(request, _("Dank u. Zo weten wij of vragen helpt."))
        else:
            messages.info(request, _("Dat had u al gezegd."))
    return redirect(verzoek)
