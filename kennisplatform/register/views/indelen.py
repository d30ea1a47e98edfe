"""Split and merge, and undo it: each is shown before it is done."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt, Herindeling, Lidmaatschap
from kennisplatform.deelnemers.positie import zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.register import ongedaan as terug
from kennisplatform.register import vastleggen
from kennisplatform.register.formulieren import IndelingFormulier, OngedaanFormulier
from kennisplatform.register.noemen import noem


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "register")
def indelen(request: Verzoek) -> HttpResponse:
    """First what it means, then the button that does it."""
    gekozen = Buurt.objects.actief().filter(slug=request.GET.get("van", ""))
    formulier = IndelingFormulier(request.POST or None, initial={"van": "\n".join(noem(b) for b in gekozen)})
    gezien = request.POST.get("gezien") == formulier.merk() if request.method == "POST" else False
    if request.method == "POST" and formulier.is_valid() and not gezien:
        van, naar = formulier.cleaned_data["van"], formulier.cleaned_data["naar"]
        leden = Lidmaatschap.objects.lopend().filter(buurt__in=van, persoon__isnull=False)
        voorvertoning = {
            "van": van,
            "naar": naar,
            "leden": leden.values("persoon").distinct().count(),
            "gaat_mee": formulier.vraag_plekken(),
        }
        return render(request, "register/indelen.html", {"formulier": formulier, "voorvertoning": voorvertoning})
    if request.method == "POST" and formulier.is_valid():
        try:
            gedaan = vastleggen.deel_in(door=request.user, plekken=formulier.plekken(), **formulier.cleaned_data)
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        except ValidationError as fout:
            formulier.add_error("naar", [tekst for teksten in fout.message_dict.values() for tekst in teksten])
        else:
            nieuw = list(gedaan.naar.all())
            messages.success(request, _("Klaar. Nieuw: %(namen)s.") % {"namen": ", ".join(map(str, nieuw))})
            return redirect("register_buurt", nieuw[0].slug)
    return render(request, "register/indelen.html", {"formulier": formulier})


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.WIJZIGEN, "register")
def ongedaan(request: Verzoek, pk: int) -> HttpResponse:
    herindeling = get_object_or_404(zichtbaar_voor(Herindeling.objects.all(), request.user, Doe.WIJZIGEN), pk=pk)
    formulier = OngedaanFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            terug.maak_ongedaan(herindeling=herindeling, door=request.user, **formulier.cleaned_data)
        except Bezwaar as fout:
            formulier.add_error(None, str(fout))
        else:
            oud = list(herindeling.van.all())
            messages.success(
                request, _("Ongedaan gemaakt. Weer terug: %(namen)s.") % {"namen": ", ".join(map(str, oud))}
            )
            return redirect("register_buurt", oud[0].slug)
    herindeling.refresh_from_db()
    voor = terug.bekijk(herindeling)
    if formulier.is_bound:
        formulier.data = formulier.data.copy()
        formulier.data["gezien"] = voor.merk()  # what the page shows now
    else:
        formulier.initial["gezien"] = voor.merk()
    return render(request, "register/ongedaan.html", {"voor": voor, "formulier": formulier})
