"""Reporting, for everybody; hiding, showing and locking, for editors and the team."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet, TextChoices
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.basis.tempo import adres, te_vaak
from kennisplatform.deelnemers.deur import Verzoek, deur, voor_iedereen
from kennisplatform.deelnemers.positie import zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.gesprek import inzage, toezicht
from kennisplatform.gesprek.formulieren import MeldFormulier, VerbergFormulier
from kennisplatform.gesprek.models import Bijdrage, Bijdragesoort, Signaal
from kennisplatform.gesprek.views.lezen import een, pad_van

MELDINGEN_PER_UUR = 6
PER_PAGINA = 30


class Toezichtlijst(TextChoices):
    """What editors and the team look through, in the order of the tabs."""

    GEMELD = "gemeld", gettext_lazy("Gemeld")
    NAGAAN = "nagaan", gettext_lazy("Lijkt op een persoon")
    NIEUWSTE = "nieuwste", gettext_lazy("Nieuwste")
    VERBORGEN = "verborgen", gettext_lazy("Verborgen")

    @property
    def als_leeg(self) -> Promise:
        return {
            Toezichtlijst.GEMELD: gettext_lazy("Niemand meldde iets. Er wacht niets op u."),
            Toezichtlijst.NAGAAN: gettext_lazy("Niets om na te gaan."),
            Toezichtlijst.NIEUWSTE: gettext_lazy("Er is nog niets geschreven."),
            Toezichtlijst.VERBORGEN: gettext_lazy("Er is niets verborgen."),
        }[self]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@voor_iedereen
@eenmalig
def meld(request: HttpRequest, pk: int) -> HttpResponse:
    bijdrage = een(request, pk)
    formulier = MeldFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        wie = request.user if request.user.is_authenticated else None
        if te_vaak("meld-bijdrage", f"p{wie.pk}" if wie else adres(request), MELDINGEN_PER_UUR, 3600):
            formulier.add_error(None, _("Er kwamen al veel meldingen van u. Probeer het over een uur nog eens."))
        else:
            toezicht.meld_misstand(bijdrage=bijdrage, door=wie, **formulier.cleaned_data)
            messages.success(request, _("Dank u. De redactie kijkt ernaar."))
            return redirect(bijdrage)
    context = {"b": bijdrage, "formulier": formulier, "pagina": bijdrage.pagina, "pad": pad_van(bijdrage)}
    return render(request, "gesprek/meld.html", context)


def _rij(request: HttpRequest, lijst: Toezichtlijst) -> QuerySet[Bijdrage]:
    """What is somebody's own network's is seen by the team only, here too."""
    rij = zichtbaar_voor(Bijdrage.objects.all(), request.user)
    open_ = Signaal.objects.filter(afgehandeld__isnull=True)
    if lijst == Toezichtlijst.GEMELD:
        rij = rij.filter(Exists(open_.filter(bijdrage=OuterRef("pk"))))
    elif lijst == Toezichtlijst.NAGAAN:
        rij = rij.filter(bevestigd=True, verborgen__isnull=True)
    elif lijst == Toezichtlijst.VERBORGEN:
        rij = rij.filter(verborgen__isnull=False).order_by("-verborgen")
    signalen = Prefetch("signalen", open_.select_related("door"), to_attr="open_signalen")
    return rij.select_related("door", "buurt", "vraag", "pagina__locale", "verborgen_door").prefetch_related(signalen)


@require_safe
@deur(Doe.BESLISSEN, "bijdrage")
def beheer(request: HttpRequest) -> HttpResponse:
    """Reports first; without any, what is newest."""
    soorten = Toezichtlijst
    aantallen: dict[Toezichtlijst, int] = {
        een: _rij(request, een).count() for een in soorten if een != soorten.NIEUWSTE
    }
    eerst = next((een for een in (soorten.GEMELD, soorten.NAGAAN) if aantallen[een]), soorten.NIEUWSTE)
    gevraagd = request.GET.get("lijst", "")
    lijst = soorten(gevraagd) if gevraagd in soorten else eerst
    bladzij = Paginator(_rij(request, lijst), PER_PAGINA).get_page(request.GET.get("pagina"))
    inzage.noteer(request.user, bladzij)
    for bijdrage in bladzij:
        bijdrage.pad = pad_van(bijdrage)
    tabs = [(een, aantallen.get(een)) for een in soorten]
    context = {"lijst": lijst, "tabs": tabs, "bladzij": bladzij}
    return render(request, "gesprek/beheer.html", context)


def _te_beheren(request: HttpRequest, pk: int) -> Bijdrage:
    """On whatever page: a contribution below a page that was taken off may have to be hidden too."""
    rij = zichtbaar_voor(Bijdrage.objects.all(), request.user)
    return get_object_or_404(rij.select_related("door", "buurt", "vraag", "pagina__locale"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.BESLISSEN, "bijdrage")
def verberg(request: Verzoek, pk: int) -> HttpResponse:
    bijdrage = _te_beheren(request, pk)
    formulier = VerbergFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        toezicht.verberg(bijdrage=bijdrage, reden=formulier.cleaned_data["reden"], door=request.user)
        messages.success(request, _("Verborgen. De schrijver leest uw reden."))
        return redirect("gesprek_beheer")
    context = {"b": bijdrage, "formulier": formulier, "pagina": bijdrage.pagina, "pad": pad_van(bijdrage)}
    return render(request, "gesprek/verberg.html", context)


@require_POST
@deur(Doe.BESLISSEN, "bijdrage")
def toon(request: Verzoek, pk: int) -> HttpResponse:
    toezicht.toon(bijdrage=_te_beheren(request, pk), door=request.user)
    messages.success(request, _("Weer te lezen."))
    return redirect("gesprek_beheer")


@require_POST
@deur(Doe.BESLISSEN, "bijdrage")
def afgehandeld(request: Verzoek, pk: int) -> HttpResponse:
    toezicht.handel_af(bijdrage=_te_beheren(request, pk), door=request.user)
    messages.success(request, _("Het bericht blijft staan. De melding is afgehandeld."))
    return redirect("gesprek_beheer")


@require_POST
@deur(Doe.BESLISSEN, "bijdrage")
def slot(request: Verzoek, pk: int) -> HttpResponse:
    vraag = _te_beheren(request, pk)
    if vraag.soort != Bijdragesoort.VRAAG:
        raise Http404
    op_slot = request.POST.get("op_slot") != "0"
    toezicht.zet_slot(vraag=vraag, op_slot=op_slot, door=request.user)
    messages.success(request, _("De vraag is gesloten.") if op_slot else _("Antwoorden kan weer."))
    return redirect(vraag)
