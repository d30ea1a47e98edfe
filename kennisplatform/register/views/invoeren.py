"""Bringing in a list of neighbourhoods: look, decide, write; what is wrong waits. And taking a list back."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.register import terugdraaien, vastleggen
from kennisplatform.register.formulieren import InvoerFormulier
from kennisplatform.register.invoer import als_lijst
from kennisplatform.register.keuren import KOLOMMEN, Invoerrij
from kennisplatform.register.models import Buurtinvoer

TOON: Final = 200  # rows on the screen; faults and doubts are always shown
EERDER: Final = 5  # lists that can be taken back from this page


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "register")
def invoeren(request: Verzoek) -> HttpResponse:
    formulier = InvoerFormulier(request.POST or _rest(request), request.FILES or None)
    klopt = formulier.is_valid()
    fout = [rij for rij in formulier.rijen if rij.fouten]
    goed = [rij for rij in formulier.rijen if not rij.fouten]
    if fout and "rest" in request.POST:
        return _als_bestand(fout)
    if klopt and _te_bewaren(request, goed, fout):
        invoer = vastleggen.voer_in(rijen=goed, door=request.user, rest=als_lijst(fout) if fout else "")
        messages.success(request, _gedaan(invoer, len(goed), len(fout)))
        return redirect(f"{reverse('register_invoeren')}?rest={invoer.pk}" if fout else "register")
    return _toon(request, formulier)


def _rest(request: Verzoek) -> dict[str, str] | None:
    """The rows that an earlier list left to be mended."""
    wie = request.GET.get("rest", "")
    lijst = Buurtinvoer.objects.filter(pk=wie).exclude(rest="").first() if wie.isdecimal() and len(wie) < 10 else None
    return {"lijst": lijst.rest} if lijst else None


def _te_bewaren(request: Verzoek, goed: list[Invoerrij], fout: list[Invoerrij]) -> bool:
    """A file is always looked at first; rows that are right go without the others only when that is what was pressed."""
    gevraagd = "goede" if fout else "1"
    return bool(goed) and request.POST.get("bewaar") == gevraagd and "bestand" not in request.FILES


def _toon(request: Verzoek, formulier: InvoerFormulier) -> HttpResponse:
    rijen = formulier.rijen
    fout = [rij for rij in rijen if rij.fouten]
    let_op = [rij for rij in rijen if rij.let_op and not rij.fouten]
    goed = [rij for rij in rijen if not rij.let_op and not rij.fouten]
    context: dict[str, Any] = {
        "formulier": formulier,
        "rijen": fout + let_op + goed[:TOON],
        "aantal": len(rijen),
        "fout": len(fout),
        "klopt": len(rijen) - len(fout),
        "let_op": len(let_op),
        "kolommen": KOLOMMEN,
        "meer": max(0, len(goed) - TOON),
        "eerder": Buurtinvoer.objects.select_related("door")[:EERDER],
    }
    return render(request, "register/invoeren.html", context)


def _als_bestand(rijen: list[Invoerrij]) -> HttpResponse:
    antwoord = HttpResponse(als_lijst(rijen, met_fouten=True).encode("utf-8-sig"), content_type="text/csv")
    antwoord["Content-Disposition"] = f'attachment; filename="buurten-te-verbeteren-{timezone.localdate()}.csv"'
    return antwoord


def _gedaan(invoer: Buurtinvoer, aantal: int, rest: int) -> str:
    nieuw = invoer.regels.filter(nieuw=True).count()
    erbij = ngettext("één nieuwe buurt", "%(n)s nieuwe buurten", nieuw) % {"n": nieuw}
    tekst = _("Klaar: %(nieuw)s, %(anders)s bijgewerkt.") % {"nieuw": erbij, "anders": aantal - nieuw}
    if rest:
        tekst += " " + ngettext(
            "Eén regel wacht hieronder, om te verbeteren.", "%(n)s regels wachten hieronder, om te verbeteren.", rest
        ) % {"n": rest}
    return format_html(
        '{} <a href="{}">{}</a>', tekst, reverse("register_invoer", args=[invoer.pk]), _("Toch niet? Draai terug.")
    )


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "register")
def invoer(request: Verzoek, pk: int) -> HttpResponse:
    """One list: what it brought, and what taking it back would do."""
    lijst = get_object_or_404(Buurtinvoer.objects.select_related("door", "ongedaan_door"), pk=pk)
    if request.method == "POST":
        try:
            gedaan = terugdraaien.draai_terug(invoer=lijst, door=request.user)
        except Bezwaar as fout:
            messages.error(request, str(fout))
        else:
            bleef = [f"{weg.regel.naam}: {weg.blijft}" for weg in gedaan if weg.blijft and weg.regel.buurt_id]
            messages.success(request, _("De lijst is teruggedraaid."))
            if bleef:
                messages.warning(request, " ".join([_("Dit bleef staan:"), *bleef[:20]]))
        return redirect("register_invoer", lijst.pk)
    wegen = terugdraaien.bekijk(lijst)
    bladen = Paginator(sorted(wegen, key=lambda weg: not weg.blijft), TOON)
    context = {
        "lijst": lijst,
        "pagina": bladen.get_page(request.GET.get("pagina")),
        "aantal": len(wegen),
        "te_doen": any(weg.te_doen for weg in wegen),
    }
    return render(request, "register/invoer.html", context)
