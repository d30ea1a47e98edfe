"""A resident answers, by a link or with a code from paper. No account; nothing about who it was."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.basis.taal import kant_van
from kennisplatform.basis.tempo import adres, netwerk, te_vaak
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.vragenlijsten import ronden
from kennisplatform.vragenlijsten.formulieren import Vragenformulier, alleen_cijfers
from kennisplatform.vragenlijsten.lijsten import TALEN, lijsten, woorden
from kennisplatform.vragenlijsten.models import Vragenronde

MET_FORMULIER = require_http_methods(["GET", "HEAD", "POST"])
# Answers from one address (a library has one) and its neighbours an hour, and to one round; codes that are tried.
PER_UUR, PER_NETWERK, PER_RONDE, POGINGEN = 20, 100, 600, 30
ZELFDE_S = 600  # a second answer from the same device within this: 'are you somebody else?'


@dataclass(frozen=True)
class Vraagblok:
    """A question as it is drawn: what was chosen stays chosen."""

    naam: str
    tekst: str
    soort: str
    prent: str
    keuzes: list[tuple[str, str, bool]]
    fouten: list[str]


def _taal() -> str:
    return get_language() or "nl"


def _talen(naam: str, *args: str) -> list[tuple[str, str, str, str]]:
    """(language, direction, its own name, this page in it)"""
    uit = []
    for taal in TALEN:
        with override(taal):
            uit.append((taal, kant_van(taal), woorden(taal)["taal"], reverse(naam, args=args)))
    return uit


@MET_FORMULIER
@never_cache
@voor_iedereen
def met_code(request: HttpRequest) -> HttpResponse:
    """The code on a poster. A wrong one tells nothing, and not many can be tried."""
    w, fout, status = woorden(_taal()), "", 200
    getypt = request.POST.get("code", "")[:40]
    if request.method == "POST":
        if te_vaak("vragencode", adres(request), POGINGEN, 3600):
            fout, status = w["te_vaak"], 429
        elif (code := alleen_cijfers(getypt)) and Vragenronde.objects.filter(code=code).exists():
            return redirect("vragen_invullen", code)
        else:
            fout = w["code_fout"]
    context = {"w": w, "fout": fout, "getypt": getypt, "talen": _talen("vragen_code"), "taal_nu": _taal()}
    return render(request, "vragenlijsten/code.html", context, status=status)


@MET_FORMULIER
@never_cache
@voor_iedereen
@eenmalig
def invullen(request: HttpRequest, sleutel: str) -> HttpResponse:
    ronde = Vragenronde.objects.filter(code=sleutel).select_related("buurt").first()
    if ronde is None or ronde.lijst not in lijsten():
        raise Http404
    taal = _taal()
    w, lijst, vragen = woorden(taal), lijsten()[ronde.lijst], ronden.vragen(ronde)
    gestuurd = request.POST if request.method == "POST" else None  # nothing chosen is an answer that needs a word
    formulier = Vragenformulier(gestuurd, vragen=vragen, woorden=w, taal=taal)
    ander, status = False, 200
    if request.method == "POST" and ronde.is_open and formulier.is_valid():
        if request.POST.get("website"):  # people never see that field; a program that fills it in is told it worked
            return redirect(f"{request.path}?klaar=1")
        fout, ander, status = _neem_op(request, ronde, formulier)
        if not fout:
            return redirect(f"{request.path}?klaar=1")
        formulier.add_error(None, fout)
    context = {
        "ronde": ronde,
        "lijst": lijst,
        "titel": lijst.titel(taal),
        "w": w,
        "formulier": formulier,
        "blokken": [
            Vraagblok(
                vraag.code,
                vraag.tekst(taal),
                vraag.soort,
                vraag.prent,
                [(a, w.get(a, a), formulier.data.get(vraag.code) == a) for a in vraag.antwoorden],
                [str(fout) for fout in formulier.errors.get(vraag.code, ())],
            )
            for vraag in vragen
        ],
        "ander": ander,
        "klaar": request.GET.get("klaar") == "1",
        "talen": _talen("vragen_invullen", sleutel),
        "taal_nu": taal,
    }
    return render(request, "vragenlijsten/invullen.html", context, status=status)


def _neem_op(request: HttpRequest, ronde: Vragenronde, formulier: Vragenformulier) -> tuple[str, bool, int]:
    """(why not, is it only a question whether this is somebody else, status). Addresses are hashed and gone in an hour."""
    w = formulier.woorden
    toestel = f"{adres(request)} {request.headers.get('User-Agent', '')}"
    if te_vaak(f"vragenlijst:{ronde.pk}", toestel, 1, ZELFDE_S) and request.POST.get("ander") != "ja":
        return w["al_geantwoord"], True, 200
    if (
        te_vaak("vragenlijst", adres(request), PER_UUR, 3600)
        or te_vaak("vragenlijst-netwerk", netwerk(request), PER_NETWERK, 3600)
        or te_vaak("vragenlijst-ronde", str(ronde.pk), PER_RONDE, 3600)
    ):
        return w["te_vaak"], False, 429
    try:
        ronden.tel_mee(ronde=ronde, antwoorden=formulier.gekozen)
    except Bezwaar:  # closed between the page and the press
        return w["gesloten"], False, 200
    return "", False, 200
