"""What the network agreed on: the list, one of them, done."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.netwerken.afspraakformulier import AfspraakFormulier
from kennisplatform.netwerken.models import Afspraak
from kennisplatform.tekst.werkboek import XLSX, Rekenblad, werkboek

GEDAAN = 50  # that are shown; older ones are of no use to anybody


@require_safe
@deur(Doe.ZIEN, "afspraak")
def lijst(request: Verzoek, buurt: Buurt) -> HttpResponse:
    van = Afspraak.objects.filter(buurt=buurt).select_related("wie")
    context = {
        "buurt": buurt,
        "open": list(van.open()),
        "gedaan": van.filter(gedaan_op__isnull=False)[:GEDAAN],
        "kan": mag(request.user, Doe.MAKEN, buurt, "afspraak"),
    }
    return render(request, "netwerken/afspraken.html", context)


@require_safe
@deur(Doe.ZIEN, "afspraak")
def excel(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """What is open first, then all that was done."""
    van = Afspraak.objects.filter(buurt=buurt).select_related("wie")
    rijen = [
        (a.wat, str(a.wie or ""), a.voor, a.gedaan_op) for a in (*van.open(), *van.filter(gedaan_op__isnull=False))
    ]
    koppen = (_("Wat spraken wij af?"), _("Wie doet het?"), _("Voor wanneer?"), _("Gedaan op"))
    antwoord = HttpResponse(werkboek(Rekenblad(_("Afspraken"), koppen, rijen)), content_type=XLSX)
    antwoord["Content-Disposition"] = f'attachment; filename="afspraken-{buurt.slug}.xlsx"'
    return antwoord


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "afspraak")
def nieuw(request: Verzoek, buurt: Buurt) -> HttpResponse:
    return _formulier(request, buurt, Afspraak(buurt=buurt, door=request.user))


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "afspraak")
def wijzigen(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    return _formulier(request, buurt, get_object_or_404(Afspraak, buurt=buurt, pk=pk))


def _formulier(request: Verzoek, buurt: Buurt, afspraak: Afspraak) -> HttpResponse:
    with transaction.atomic():
        vergrendel(buurt)
        if afspraak.pk:
            afspraak.refresh_from_db()
        formulier = AfspraakFormulier(request.POST or None, instance=afspraak)
        if request.method == "POST" and formulier.is_valid():
            afspraak.versie += 1 if afspraak.pk else 0
            formulier.save()
            messages.success(request, _("Bewaard."))
            return redirect("afspraken", buurt.slug)
    return render(request, "netwerken/afspraak.html", {"buurt": buurt, "formulier": formulier, "afspraak": afspraak})


@require_POST
@deur(Doe.WIJZIGEN, "afspraak")
def gedaan(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    """Done, or after all not."""
    afspraak = get_object_or_404(Afspraak, buurt=buurt, pk=pk)
    afspraak.gedaan_op = None if request.POST.get("toch_niet") else timezone.localdate()
    afspraak.save(update_fields=["gedaan_op"])
    tekst = _("Staat weer open: %(wat)s") if request.POST.get("toch_niet") else _("Gedaan: %(wat)s")
    messages.success(request, tekst % {"wat": afspraak.wat})
    return redirect("afspraken", buurt.slug)
