"""Six questions, an order for one neighbourhood and why. Everything stands in the address; nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from kennisplatform.basis.facetten import labels
from kennisplatform.basis.keuzes import Sesklasse
from kennisplatform.basis.models.begrippen import Begripsoort, woordenboek
from kennisplatform.basis.models.rijen import Rijstand
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.getekend import voor_vreemden
from kennisplatform.tekening.lezer import is_vreemde
from kennisplatform.tekening.stukken import stuk
from menukaart.kiezen.dingen import bijgewerkt
from menukaart.kiezen.opmaat.kandidaat import Menukandidaat
from menukaart.kiezen.opmaat.kandidaten import kandidaten, paden, woorden
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.regelboek import regelboek
from menukaart.kiezen.opmaat.volgorde import orden, sesblik

EERST, MEER, WEG = 5, 30, 6


@voor_iedereen
@require_safe
@voor_vreemden
def op_maat(request: HttpRequest) -> HttpResponse:
    antwoorden = Antwoorden.uit_get(request.GET)
    buurt = Buurt.objects.actief().filter(slug=antwoorden.buurt).first() if antwoorden.buurt else None
    if buurt is not None and not antwoorden.ses and buurt.ses_klasse != Sesklasse.ONBEKEND:
        antwoorden = replace(antwoorden, ses=buurt.ses_klasse)  # the register knows it
    alle, stand = kandidaten(), Rijstand.uit_get(request.GET)
    if antwoorden.loopt and set(antwoorden.loopt) - {k.slug for k in alle} - set(paden()):
        antwoorden = replace(antwoorden, loopt=bijgewerkt(antwoorden.loopt))
    context: dict[str, Any] = {
        "antwoorden": antwoorden,
        "buurt": buurt,
        "regels": regelboek().regels,
        "alle": len(alle),
        "stand": stand,
        "adres": "&".join(deel for deel in (antwoorden.adres, stand.apart_adres) if deel),
        "geen_uren": request.GET.get("uren", "").strip()[:20] if antwoorden.uren is None else "",
        "overgeslagen": antwoorden.leeg and "ses" in request.GET,  # the form was sent, with nothing in it
    }
    if request.GET.get("vragen") == "1" or antwoorden.leeg:
        keuzes = _keuzes(antwoorden) | {"buurtkeuzes": _buurtkeuzes(antwoorden.buurt)}
        return render(request, "kiezen/op_maat.html", context | {"vragen": True, **keuzes})
    context |= _gekozen(antwoorden, alle)
    meer = request.GET.get("meer") == "1"
    lijst = orden(antwoorden, alle, woorden(), MEER if meer else EERST)
    context |= {
        "plaatsen": [(p, stand.wissel(p.wat.slug)) for p in lijst.plaatsen],
        "verder": 0 if meer else max(0, min(lijst.aantal, MEER) - EERST),
        "weg": lijst.eerste_weg(len(lijst.weg) if request.GET.get("weg") == "1" else WEG),
        "weg_aantal": len(lijst.weg),
        "lens": sesblik([p.wat for p in lijst.plaatsen[:EERST]], lijst.blijft(alle.voor_lage_ses)),
        "ses_naam": str(Sesklasse(antwoorden.ses).label) if antwoorden.ses else "",
        "mijn": [] if is_vreemde(request) else zichtbaar_voor(Buurt.objects.actief(), request.user, Doe.MAKEN, "keuze"),
    }
    return render(request, "kiezen/op_maat.html", context | {"merk": _merk(context)})


def _merk(toont: Mapping[str, Any]) -> str:
    """Of all that stands below the answers: another order, or other words, is another drawing."""
    weg = [(w.wat.adres, w.wat.titel, w.reden) for w in toont["weg"]]
    mijn = [(b.slug, b.naam) for b in toont["mijn"]]
    vast = [toont[naam] for naam in ("adres", "chips", "loopt_namen", "verder", "ses_naam", "weg_aantal")]
    plaatsen = [(p.merk, wissel) for p, wissel in toont["plaatsen"]]
    return afdruk(plaatsen, toont["stand"].apart, toont["lens"].merk, weg, mijn, *vast)


def _aangeboden(soort: str, namen: Mapping[str, str], gekozen: tuple[str, ...]) -> list[tuple[str, str]]:
    """Not what is chosen no more, unless it was."""
    weg = woordenboek().vervallen
    return [(code, naam) for code, naam in namen.items() if code in gekozen or (soort, code) not in weg]


def _keuzes(antwoorden: Antwoorden) -> dict[str, object]:
    """What the questions offer."""
    uitdaging, doelgroep = labels(Begripsoort.UITDAGING), labels(Begripsoort.DOELGROEP)
    boek, w = regelboek(), woorden()
    return {
        "uitdagingen": _aangeboden(Begripsoort.UITDAGING, uitdaging, antwoorden.eerst + antwoorden.ook),
        "ziekten": _aangeboden(Begripsoort.ONDERWERP, w.ziekte, antwoorden.ziekte),
        "doelgroepen": _aangeboden(Begripsoort.DOELGROEP, doelgroep, antwoorden.voor),
        "leeftijden": _aangeboden(Begripsoort.LEEFTIJD, labels(Begripsoort.LEEFTIJD), antwoorden.leeftijd),
        "krachten": _met_hoofdletter(boek.krachtnamen),
        "mensen": _met_hoofdletter(boek.namen),
        "middelen": _met_hoofdletter(boek.middelnamen),
        "aarden": _met_hoofdletter(boek.aardnamen),
        "loopt_lijst": _loopt_lijst(antwoorden.loopt),
        "sesklassen": [(c.value, str(c.label)) for c in Sesklasse if c != Sesklasse.ONBEKEND],
    }


def _met_hoofdletter(namen: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(code, capfirst(naam)) for code, naam in namen.items()]


def _buurtkeuzes(gekozen: str) -> SafeString:
    """A thousand neighbourhoods in a menu: drawn once, and the one that was chosen is put in afterwards."""

    def teken() -> str:
        rij = Buurt.objects.actief().order_by("naam", "gemeente").values_list("slug", "naam", "gemeente")
        namen = ((slug, naam if naam == gemeente else f"{naam}, {gemeente}") for slug, naam, gemeente in rij)
        return format_html_join("", '<option value="{}">{}</option>', namen)

    opties = stuk("opmaat:buurten", teken)
    kaal, aan = (format_html('<option value="{}"{}>', gekozen, erbij) for erbij in ("", mark_safe(" selected")))
    return mark_safe(opties.replace(kaal, aan)) if gekozen else opties  # both were escaped here


def _loopt_lijst(loopt: tuple[str, ...]) -> str:
    """Two thousand boxes to tick: drawn once for all who ticked none, and as true as what is on the menu."""

    def teken() -> str:
        titels = [(k.slug, k.titel) for k in kandidaten()] + list(paden().items())
        titels.sort(key=lambda paar: (paar[0] not in loopt, paar[1].casefold()))
        return render_to_string("kiezen/_tiklijst.html", {"naam": "loopt", "keuzes": titels, "gekozen": loopt})

    return teken() if loopt else stuk("opmaat:loopt", teken)


def _gekozen(antwoorden: Antwoorden, alle: tuple[Menukandidaat, ...]) -> dict[str, object]:
    """What was answered, in words for the chips."""
    w, boek = woorden(), regelboek()
    per_vraag = (
        (antwoorden.eerst + antwoorden.ook, w.uitdaging),
        (antwoorden.ziekte, w.ziekte),
        (antwoorden.voor, w.doelgroep),
        (antwoorden.leeftijd, w.leeftijd),
        (antwoorden.kracht, boek.krachtnamen),
        (antwoorden.mensen, boek.namen),
        (antwoorden.middelen, boek.middelnamen),
        ((antwoorden.aard,), boek.aardnamen),
    )
    titels = {k.slug: k.titel for k in alle} | paden() if antwoorden.loopt else {}
    return {
        "chips": [namen[code] for codes, namen in per_vraag for code in codes if code in namen],
        "loopt_namen": [titels[s] for s in antwoorden.loopt if s in titels],
    }
