"""A network's own room: what was agreed, notes, files, topics and meetings, for its members only."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.basis.documenten.keuren import TYPEN, Ongeschikt
from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.eigenkamer import bewaren
from kennisplatform.eigenkamer.formulieren import NetwerkbestandFormulier, OnderwerpFormulier, VerslagFormulier
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag
from kennisplatform.gesprek.models import Bijdrage, Bijdragesoort
from kennisplatform.tekst.werkboek import XLSX, Rekenblad, werkboek

METHODEN: Final = ["GET", "HEAD", "POST"]
HOOGSTENS: Final = 100


@require_safe
@deur(Doe.ZIEN, "netwerkkamer")
def kamer(request: Verzoek, buurt: Buurt) -> HttpResponse:
    return _toon(request, buurt, NetwerkbestandFormulier())


def _toon(request: Verzoek, buurt: Buurt, formulier: NetwerkbestandFormulier) -> HttpResponse:
    context = {
        "buurt": buurt,
        "verslagen": Netwerkverslag.objects.filter(buurt=buurt).select_related("door").defer("tekst")[:HOOGSTENS],
        "bestanden": Netwerkbestand.objects.filter(buurt=buurt).select_related("door")[: bewaren.MEESTE_BESTANDEN],
        "onderwerpen": _onderwerpen(request, buurt)[:HOOGSTENS],
        "formulier": formulier,
    }
    return render(request, "eigenkamer/kamer.html", context)


@require_safe
@deur(Doe.ZIEN, "netwerkkamer")
def excel(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """Notes whole, files by name, topics by their first words. On somebody's own computer it is no longer ours to guard."""
    verslagen = Netwerkverslag.objects.filter(buurt=buurt).select_related("door")
    bestanden = Netwerkbestand.objects.filter(buurt=buurt).select_related("door")
    inhoud = werkboek(
        Rekenblad(
            _("Verslagen"),
            (_("Wanneer"), _("Waarover"), _("Verslag"), _("Geschreven door")),
            [(v.dag, v.titel, v.tekst, str(v.door or "")) for v in verslagen],
        ),
        Rekenblad(
            _("Gesprekken"),
            (_("Wanneer"), _("Waarover"), _("Toelichting"), _("Begonnen door")),
            [(timezone.localdate(o.gemaakt), o.kop, o.tekst, o.naam) for o in _onderwerpen(request, buurt)],
        ),
        Rekenblad(
            _("Bestanden"),
            (_("Erbij gezet op"), _("Naam"), _("Soort"), _("Door")),
            [(timezone.localdate(b.gemaakt), b.naam, b.type_en_maat, str(b.door or "")) for b in bestanden],
        ),
    )
    antwoord = HttpResponse(inhoud, content_type=XLSX)
    antwoord["Content-Disposition"] = f'attachment; filename="ons-netwerk-{buurt.slug}.xlsx"'
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord


def _onderwerpen(request: Verzoek, buurt: Buurt) -> QuerySet[Bijdrage]:
    eigen = {"buurt": buurt, "zichtbaarheid": Zichtbaarheid.EIGEN, "soort": Bijdragesoort.VRAAG}
    return Bijdrage.objects.te_lezen(request.user).filter(**eigen).select_related("door")


@require_http_methods(METHODEN)
@deur(Doe.MAKEN, "netwerkkamer")
def verslag_nieuw(request: Verzoek, buurt: Buurt) -> HttpResponse:
    return _verslag(request, buurt, Netwerkverslag(buurt=buurt, door=request.user))


@require_safe
@deur(Doe.ZIEN, "netwerkkamer")
def verslag(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    een = get_object_or_404(Netwerkverslag.objects.select_related("door"), buurt=buurt, pk=pk)
    return render(request, "eigenkamer/verslag.html", {"buurt": buurt, "verslag": een})


@require_http_methods(METHODEN)
@deur(Doe.WIJZIGEN, "netwerkkamer")
def verslag_wijzigen(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    return _verslag(request, buurt, get_object_or_404(Netwerkverslag, buurt=buurt, pk=pk))


def _verslag(request: Verzoek, buurt: Buurt, een: Netwerkverslag) -> HttpResponse:
    with transaction.atomic():
        if request.method == "POST":
            vergrendel(buurt)
            if een.pk:
                een.refresh_from_db()
        formulier = VerslagFormulier(request.POST or None, instance=een)
        if request.method == "POST" and formulier.is_valid():
            een.versie += 1 if een.pk else 0
            formulier.save()
            messages.success(request, _("Bewaard. Alleen uw netwerk leest dit."))
            return redirect("netwerkverslag", buurt.slug, een.pk)
    terug = (
        reverse("netwerkverslag", args=[buurt.slug, een.pk]) if een.pk else reverse("netwerkkamer", args=[buurt.slug])
    )
    return render(request, "eigenkamer/verslag_wijzigen.html", {"buurt": buurt, "formulier": formulier, "terug": terug})


@require_http_methods(METHODEN)
@deur(Doe.MAKEN, "netwerkkamer")
def bestand_nieuw(request: Verzoek, buurt: Buurt) -> HttpResponse:
    if request.method != "POST":
        return redirect("netwerkkamer", buurt.slug)
    formulier = NetwerkbestandFormulier(request.POST, request.FILES)
    if formulier.is_valid():
        schoon = formulier.cleaned_data
        try:
            bewaren.bewaar_bestand(buurt=buurt, bestand=schoon["document"], naam=schoon["naam"], door=request.user)
        except Ongeschikt as fout:
            formulier.add_error("document", str(fout.args[0]))
        else:
            messages.success(request, _("Het bestand staat erbij. Alleen uw netwerk kan het openen."))
            return redirect("netwerkkamer", buurt.slug)
    return _toon(request, buurt, formulier)


@require_safe
@deur(Doe.ZIEN, "netwerkkamer")
def bestand(request: Verzoek, buurt: Buurt, pk: int) -> FileResponse:
    een = get_object_or_404(Netwerkbestand, buurt=buurt, pk=pk)
    naam = f"{slugify(een.naam) or 'document'}.{een.soort}"
    antwoord = FileResponse(een.bestand.open(), as_attachment=True, filename=naam, content_type=TYPEN[een.soort])
    antwoord["Cache-Control"] = "private, no-store"
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return antwoord


@require_POST
@deur(Doe.WIJZIGEN, "netwerkkamer")
def weg(request: Verzoek, buurt: Buurt, soort: str, pk: int) -> HttpResponse:
    model = Netwerkverslag if soort == "verslag" else Netwerkbestand
    get_object_or_404(model, buurt=buurt, pk=pk).delete()
    messages.success(request, _("Weggehaald."))
    return redirect("netwerkkamer", buurt.slug)


@require_http_methods(METHODEN)
@deur(Doe.MAKEN, "netwerkkamer")
def onderwerp_nieuw(request: Verzoek, buurt: Buurt) -> HttpResponse:
    formulier = OnderwerpFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        schoon = formulier.cleaned_data
        try:
            nieuw = bewaren.begin_onderwerp(
                buurt=buurt,
                kop=schoon["kop"],
                tekst=schoon["tekst"],
                sleutel=schoon["sleutel"],
                volgen=schoon["volgen"],
                bevestigd=formulier.bevestigd,
                door=request.user,
            )
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, _("Geplaatst. Alleen uw netwerk leest dit en kan antwoorden."))
            return redirect(nieuw)
    return render(request, "eigenkamer/onderwerp.html", {"buurt": buurt, "formulier": formulier})
