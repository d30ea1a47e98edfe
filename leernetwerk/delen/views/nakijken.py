"""The last step: everything on one page, what is missing, what looks like a person, and the button."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.db import models
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lui

from kennisplatform.basis.leesniveau import meet
from kennisplatform.deelnemers.deur import Verzoek
from leernetwerk.delen import getallen, stappen
from leernetwerk.delen.indienen import Onvolledig, dien_in
from leernetwerk.delen.keuring import tekorten, vondsten
from leernetwerk.delen.keuzes import redenlabels
from leernetwerk.delen.models import Inzending
from leernetwerk.delen.opmerkingen import per_veld
from leernetwerk.delen.schrijven import Gesloten

LABELS = {  # words that the model has no name for
    "uitkomst": _lui("werkte het?"),
    "staat": _lui("hoe staat het ervoor?"),
    "gebruikt": _lui("gebruikt"),
    "thema": _lui("thema"),
    "onderwerpen": _lui("onderwerpen"),
    "urenklasse": _lui("uren per week"),
    "kostenklasse": _lui("kosten per jaar"),
    "inzet_hoe": _lui("hoe bekend"),
    "contact": _lui("wie mag een vraag krijgen?"),
    "lezers": _lui("wie mag dit lezen?"),
}
GETALLEN = {getal: maat for maat, (getal, _per) in getallen.PAREN.items()}
EENHEDEN = {per for _getal, per in getallen.PAREN.values()}


def nakijken(request: Verzoek, inzending: Inzending) -> HttpResponse:
    """Called by the step's view, behind its door."""
    fout: Onvolledig | None = None
    redenen = {naam.removeprefix("reden-"): request.POST[naam] for naam in request.POST if naam.startswith("reden-")}
    if request.method == "POST":
        try:
            dien_in(inzending=inzending, door=request.user, toestemming="toestemming" in request.POST, redenen=redenen)
        except Onvolledig as onvolledig:
            fout = onvolledig
        except Gesloten:
            messages.info(request, _("Een collega diende dit voorbeeld net al in."))
            return redirect(inzending)
        else:
            messages.success(request, _("Ingediend. U krijgt een mail als de redactie heeft gekeken."))
            return redirect(inzending)
    nu = stappen.STAPPEN[-1]
    context = {
        "inzending": inzending,
        "buurt": inzending.buurt,
        "stap": nu,
        "stappen": stappen.balk(nu),
        "nummer": len(stappen.STAPPEN),
        "vorige": stappen.vorige(nu),
        "fout": fout,
        "tekorten": [_tekort(naam, tekst) for naam, tekst in tekorten(inzending).items()],
        "vondsten": [(vondst, redenen.get(vondst.code, vondst.reden)) for vondst in vondsten(inzending)],
        "delen": delen(inzending),
        "opmerkingen": per_veld(inzending),
    }
    return render(request, "delen/nakijken.html", context, status=200 if fout is None else 422)


def _tekort(naam: str, tekst: object) -> dict[str, object]:
    stap = next(s for s in stappen.STAPPEN if naam in s.velden)
    return {"stap": stap.code, "veld": naam, "tekst": tekst}


def delen(inzending: Inzending) -> list[dict[str, object]]:
    """Per step what was answered, as a reader will see it, with how it reads."""
    uit = []
    for stap in stappen.STAPPEN[:-2]:
        rijen = []
        for naam in stap.velden:
            if naam in EENHEDEN:
                continue  # stands behind its number
            veld = cast("models.Field[Any, Any]", Inzending._meta.get_field(naam))
            if veld.many_to_many:
                waarde = ", ".join(map(str, getattr(inzending, naam).all()))
            elif maat := GETALLEN.get(naam):
                waarde = str(getallen.inzet(inzending, maat) or "")
            elif naam == "inzet_hoe" and inzending.uren_getal is None and inzending.geld_getal is None:
                waarde = ""  # nothing to know
            elif veld.choices:
                waarde = getattr(inzending, f"get_{naam}_display")()
            elif naam == "waarom_anders":
                waarde = ", ".join(redenlabels(inzending.waarom_anders))
            else:
                waarde = getattr(inzending, naam)
            if naam == "niet_gemeten":
                waarde = _("Ja") if waarde else ""
            advies = meet(waarde).adviezen if isinstance(waarde, str) and len(waarde) > 150 else ()
            rijen.append(
                {"naam": naam, "label": LABELS.get(naam, veld.verbose_name), "waarde": waarde or "", "advies": advies}
            )
        uit.append({"stap": stap, "rijen": rijen})
    return uit
