"""Pictures and documents of a draft; and handing them out to people who may read the example."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kennisplatform.basis.documenten.keuren import TYPEN, Ongeschikt
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.delen import bestanden, stappen
from leernetwerk.delen.deur import bij_inzending
from leernetwerk.delen.formulieren import BeeldFormulier, BijlageFormulier
from leernetwerk.delen.models import Beeld, Bijlage, Inzending
from leernetwerk.delen.schrijven import Gesloten
from leernetwerk.models import Praktijkvoorbeeld

SOORTEN: dict[str, type[Beeld] | type[Bijlage]] = {"foto": Beeld, "document": Bijlage}


def beeld(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Called by the step's view, behind its door. One form for a picture, one for a document."""
    wat = request.POST.get("wat", "")
    foto = BeeldFormulier(request.POST if wat == "foto" else None, request.FILES if wat == "foto" else None)
    document = BijlageFormulier(
        request.POST if wat == "document" else None, request.FILES if wat == "document" else None
    )
    if request.method == "POST" and wat in SOORTEN:
        formulier = foto if wat == "foto" else document
        if formulier.is_valid() and _voeg_toe(request, inzending, wat, formulier):
            return redirect("inzending_stap", inzending.sleutel, "beeld")
    nu = stappen.STAPPEN[-2]
    context = {
        "inzending": inzending,
        "buurt": inzending.buurt,
        "stap": nu,
        "stappen": stappen.balk(nu),
        "nummer": stappen.STAPPEN.index(nu) + 1,
        "vorige": stappen.vorige(nu),
        "volgende": stappen.volgende(nu),
        "foto": foto,
        "document": document,
        "beelden": inzending.beelden.all(),
        "bijlagen": inzending.bijlagen.all(),
        "vol": inzending.beelden.count() >= bestanden.MAX_BEELDEN,
        "dvol": inzending.bijlagen.count() >= bestanden.MAX_BIJLAGEN,
    }
    return render(request, "delen/beeld.html", context)


def _voeg_toe(
    request: HttpRequest, inzending: Inzending, wat: str, formulier: BeeldFormulier | BijlageFormulier
) -> bool:
    schoon = formulier.cleaned_data
    try:
        if wat == "foto":
            bestanden.voeg_beeld_toe(inzending=inzending, bestand=schoon["foto"], alt=schoon["alt"])
            messages.success(request, _("De foto staat erbij."))
        else:
            bestanden.voeg_bijlage_toe(inzending=inzending, bestand=schoon["document"], naam=schoon["naam"])
            messages.success(request, _("Het document staat erbij."))
    except Ongeschikt as fout:
        formulier.add_error(wat, str(fout.args[0]))
        return False
    except Gesloten:
        messages.error(request, _("Dit voorbeeld ligt bij de redactie. U kunt er nu niets aan toevoegen."))
    return True


@require_POST
@bij_inzending(Doe.WIJZIGEN)
def weg(request: HttpRequest, inzending: Inzending, soort: str, pk: int) -> HttpResponse:
    if soort not in SOORTEN:
        raise Http404
    ding = get_object_or_404(SOORTEN[soort], pk=pk, inzending=inzending)
    try:
        bestanden.haal_weg(ding=cast(Beeld | Bijlage, ding))
    except Gesloten:
        messages.error(request, _("Dit voorbeeld ligt bij de redactie. U kunt er nu niets van weghalen."))
    return redirect("inzending_stap", inzending.sleutel, "beeld")


@require_safe
@voor_iedereen
def foto(request: HttpRequest, pk: int) -> FileResponse:
    een = get_object_or_404(Beeld.objects.select_related("inzending__pagina"), pk=pk)
    open_ = _mag_lezen(request, een.inzending)
    antwoord = FileResponse(een.bestand.open(), content_type="image/webp")
    return _veilig(antwoord, open_)


@require_safe
@voor_iedereen
def bijlage(request: HttpRequest, pk: int) -> FileResponse:
    een = get_object_or_404(Bijlage.objects.select_related("inzending__pagina"), pk=pk)
    open_ = _mag_lezen(request, een.inzending)
    naam = f"{slugify(een.naam) or 'document'}.{een.soort}"
    antwoord = FileResponse(een.bestand.open(), as_attachment=True, filename=naam, content_type=TYPEN[een.soort])
    return _veilig(antwoord, open_)


def _mag_lezen(request: HttpRequest, inzending: Inzending) -> bool:
    """True: public. A reader who may see neither the example nor the draft gets what a forged number gets."""
    pagina = inzending.pagina
    if pagina is not None and openbaar(Praktijkvoorbeeld.objects.filter(pk=pagina.pk)).exists():
        return True
    gelezen = pagina is not None and pagina.live and mag(request.user, Doe.ZIEN, pagina)
    nagekeken = pagina is not None and mag(request.user, Doe.ZIEN, "redactie")
    if not (gelezen or nagekeken or mag(request.user, Doe.ZIEN, inzending)):
        raise PermissionDenied if request.user.is_authenticated else Http404
    return False


def _veilig(antwoord: FileResponse, openbaar_: bool) -> FileResponse:
    antwoord["Cache-Control"] = "public, max-age=3600" if openbaar_ else "private, no-store"
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return antwoord
