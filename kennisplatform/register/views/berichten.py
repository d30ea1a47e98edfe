"""Writing to the networks of a selection; and the phases of all of them through the years."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.basis.tempo import te_vaak
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.register import nachtstand, overzicht, rondschrijven
from kennisplatform.register.formulieren import BerichtFormulier
from kennisplatform.register.models import Teambericht

PER_DAG: Final = 10
EERDER: Final = 5
NAMEN: Final = 30  # neighbourhoods that are named; of more the number


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.MAKEN, "register")
def bericht(request: Verzoek) -> HttpResponse:
    """To the neighbourhoods that the list of the register was narrowed to. First how many people get it, then it goes."""
    rij = overzicht.filter_(Buurt.objects.actief(), overzicht.gekozen(request.GET)).order_by("naam", "pk")
    buurten = dict(rij.values_list("pk", "naam"))
    formulier = BerichtFormulier(request.POST or None)
    mensen: int | None = None
    if request.method == "POST" and formulier.is_valid():
        mensen = len(rondschrijven.wie(buurten, formulier.cleaned_data["aan"]))
        if not mensen:
            formulier.add_error(
                "aan",
                _("In deze netwerken is nu niemand die dit zou krijgen. Kies een andere groep of andere buurten."),
            )
        elif formulier.gezien(mensen):
            if te_vaak("teambericht", str(request.user.pk), PER_DAG, 86_400):
                formulier.add_error(None, _("U schreef vandaag al tien keer een groep. Morgen kan het weer."))
            else:
                gedaan = rondschrijven.schrijf(buurten=buurten, door=request.user, **formulier.cleaned_data)
                tekst = ngettext("Verstuurd aan één persoon.", "Verstuurd aan %(n)s mensen.", gedaan.mensen)
                messages.success(request, tekst % {"n": gedaan.mensen})
                return redirect("register")
    context = {
        "formulier": formulier,
        "namen": list(buurten.values())[:NAMEN],
        "aantal": len(buurten),
        "mensen": mensen if not formulier.errors else None,
        "merk": formulier.merk(mensen or 0),
        "eerder": Teambericht.objects.select_related("door")[:EERDER],
    }
    return render(request, "register/bericht.html", context)


@require_safe
@deur(Doe.ZIEN, "register")
def fasen(request: Verzoek) -> HttpResponse:
    namen, rijen = nachtstand.fasen_door_de_tijd()
    met_naam = [(dag, list(zip(namen, aantallen, strict=True))) for dag, aantallen in rijen]
    return render(request, "register/fasen.html", {"namen": namen, "rijen": met_naam})
