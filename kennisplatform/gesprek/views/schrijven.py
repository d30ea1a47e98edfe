"""Asking, answering, remarking; changing and taking away one's own."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginasoorten import paginasoorten
from kennisplatform.basis.tempo import te_vaak
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.gesprek import schrijven
from kennisplatform.gesprek.formulieren import (
    AanvulFormulier,
    AntwoordFormulier,
    OpmerkingFormulier,
    VraagFormulier,
    WijzigFormulier,
)
from kennisplatform.gesprek.models import Bijdrage, Bijdragesoort
from kennisplatform.gesprek.views.lezen import context_van, een, pad_van

PER_UUR = 12  # of one person: a lively evening, no flood


def te_veel(request: HttpRequest) -> bool:
    return te_vaak("bijdrage", str(request.user.pk), PER_UUR, 3600)


def _te_veel() -> str:
    return _("U schreef het laatste uur al %(n)s berichten. Wacht even en plaats dit dan nog eens.") % {"n": PER_UUR}


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "bijdrage")
def schrijf(request: Verzoek, pagina: int) -> HttpResponse:
    """A question, or with ?soort=opmerking a remark, under a page."""
    kaal = get_object_or_404(
        openbaar(Page.objects.filter(content_type__model__in=paginasoorten("volgbaar"))), pk=pagina
    )
    delen = kaal.get_url_parts(request)
    if delen is None:  # outside the tree of the site: nobody reads there
        raise Http404
    soort = Bijdragesoort.OPMERKING if request.GET.get("soort") == Bijdragesoort.OPMERKING else Bijdragesoort.VRAAG
    vorm = OpmerkingFormulier if soort == Bijdragesoort.OPMERKING else VraagFormulier
    formulier = vorm(request.POST or None, wie=request.user)
    if request.method == "POST" and formulier.is_valid():
        gegeven = formulier.cleaned_data
        try:
            if te_veel(request):
                raise Bezwaar(_te_veel())
            bijdrage = schrijven.schrijf(
                soort=soort,
                pagina=kaal,
                door=request.user,
                tekst=gegeven["tekst"],
                kop=gegeven.get("kop", ""),
                buurt=formulier.gekozen_buurt(),
                zichtbaarheid=gegeven["zichtbaarheid"],
                sleutel=gegeven["sleutel"],
                volgen=gegeven.get("volgen", False),
                bevestigd=formulier.bevestigd,
            )
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, _("Geplaatst. U kunt dit nog een half uur wijzigen."))
            return redirect(bijdrage)
    context = {"pagina": kaal, "formulier": formulier, "soort": soort, "pad": delen[2]}
    return render(request, "gesprek/schrijf.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "bijdrage")
def antwoord(request: Verzoek, pk: int) -> HttpResponse:
    vraag = een(request, pk)
    if vraag.soort != Bijdragesoort.VRAAG:
        raise Http404
    if request.method != "POST":
        return redirect(f"{vraag.get_absolute_url()}#antwoord")
    formulier = AntwoordFormulier(request.POST, wie=request.user, vraag=vraag)
    if formulier.is_valid():
        gegeven = formulier.cleaned_data
        try:
            if te_veel(request):
                raise Bezwaar(_te_veel())
            nieuw = schrijven.schrijf(
                soort=Bijdragesoort.ANTWOORD,
                pagina=vraag.pagina,
                door=request.user,
                tekst=gegeven["tekst"],
                vraag=vraag,
                buurt=formulier.gekozen_buurt(),
                sleutel=gegeven["sleutel"],
                volgen=gegeven["volgen"],
                bevestigd=formulier.bevestigd,
            )
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, _("Uw antwoord staat erbij. U kunt het nog een half uur wijzigen."))
            return redirect(nieuw)
    context = context_van(request, vraag, formulier) | {"formulier": formulier, "dicht": not vraag_open(vraag)}
    return render(request, "gesprek/gesprek.html", context)


def vraag_open(vraag: Bijdrage) -> bool:
    return not (vraag.op_slot or vraag.verborgen)


def _eigen(request: HttpRequest, pk: int, doe: Doe) -> Bijdrage:
    bijdrage = een(request, pk)
    if not mag(request.user, doe, bijdrage):
        raise PermissionDenied
    return bijdrage


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "eigen")
def wijzig(request: HttpRequest, pk: int) -> HttpResponse:
    """Half an hour to change; after that to add."""
    bijdrage = _eigen(request, pk, Doe.WIJZIGEN)
    if bijdrage.vers:
        formulier: WijzigFormulier | AanvulFormulier = WijzigFormulier(request.POST or None, bijdrage=bijdrage)
    else:
        formulier = AanvulFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        gegeven = formulier.cleaned_data
        vast = {"bijdrage": bijdrage, "door": request.user, "tekst": gegeven["tekst"], "bevestigd": formulier.bevestigd}
        try:
            if isinstance(formulier, WijzigFormulier):
                schrijven.wijzig(**vast, kop=gegeven.get("kop", ""))
            else:
                schrijven.vul_aan(**vast)
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, _("Bewaard."))
            return redirect(bijdrage)
    context = {"b": bijdrage, "formulier": formulier, "pagina": bijdrage.pagina, "pad": pad_van(bijdrage)}
    return render(request, "gesprek/wijzig.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "eigen")
def weg(request: Verzoek, pk: int) -> HttpResponse:
    bijdrage = _eigen(request, pk, Doe.BEEINDIGEN)
    if request.method == "POST":
        try:
            schrijven.haal_weg(bijdrage=bijdrage, door=request.user)
        except Bezwaar as fout:
            messages.error(request, str(fout))
            return redirect(bijdrage)
        messages.success(request, _("Uw bericht is weg."))
        return redirect(bijdrage.vraag or "gesprekken")
    context = {
        "b": bijdrage,
        "pagina": bijdrage.pagina,
        "pad": pad_van(bijdrage),
        "kan": not schrijven.beantwoord(bijdrage),
    }
    return render(request, "gesprek/weg.html", context)


@require_POST
@deur(Doe.WIJZIGEN, "eigen")
def hielp(request: Verzoek, pk: int) -> HttpResponse:
    bijdrage = een(request, pk)
    try:
        schrijven.markeer_hulp(antwoord=bijdrage, door=request.user, helpt=request.POST.get("helpt") != "0")
    except Bezwaar as fout:
        messages.error(request, str(fout))
    else:
        messages.success(
            request,
            _("Bewaard. Zo zien anderen meteen welk antwoord hielp.")
            if request.POST.get("helpt") != "0"
            else _("Bewaard."),
        )
    return redirect(bijdrage)
