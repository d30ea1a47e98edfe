"""A network's list from the inside. What only takes a POST sends a GET on to the list: a session may end in between."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.basis.models.rijen import MAX_APART
from kennisplatform.basis.slugs import slugs
from kennisplatform.basis.velden import regels
from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag, positie
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.opstand import van_kamers
from kennisplatform.tekening.stukken import vel_om
from menukaart.kiezen import dingen, keuzelijst, overzicht, profielen, wie_doet_dit
from menukaart.kiezen.elementen import per_regel
from menukaart.kiezen.formulieren import (
    AanpasFormulier,
    KeuzebesluitFormulier,
    KeuzeopmerkingFormulier,
    LegFormulier,
    StemFormulier,
    WaaromFormulier,
)
from menukaart.kiezen.keuzelijst import INTUSSEN_GEANTWOORD, KeuzeIngehaald, wat_er_is
from menukaart.kiezen.keuzes import Beschikbaar, Keuzestand, Stemkeuze
from menukaart.kiezen.models import Keuze
from menukaart.kiezen.opmaat.kandidaten import kandidaten
from menukaart.kiezen.opmaat.volgorde import Sesblik, sesblik

MET_FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


def _keuze(buurt: Buurt, pk: int) -> Keuze:
    """A forged number, or one of another network, is a 404. Of one that went into another choice it is that one: what somebody
    was writing there is not lost, and a form about what stood there is asked once more, as after any change.
    """
    rij = Keuze.objects.filter(buurt=buurt).select_related("buurt", "door", "besloten_door")
    return rij.filter(pk=pk).first() or get_object_or_404(rij, geschiedenis__vorige=pk)


def _nu(request: Verzoek, buurt: Buurt, pk: int) -> Keuze:
    """As it stands now, held when something is about to be written: so its form can tell what somebody else wrote."""
    keuze = _keuze(buurt, pk)
    return keuzelijst.op_slot(keuze) if request.method == "POST" else keuze


def _alleen_post(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    def met_omweg(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
        keuze = _keuze(buurt, pk)
        return view(request, keuze) if request.method == "POST" else redirect("keuze", buurt.slug, keuze.pk)

    return met_omweg


@require_safe
@deur(Doe.ZIEN, "keuze")
def keuzelijst_van(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """Kept by what stands there, for each who looks: their own vote is part of what they see."""
    naam, erbij = positie(request.user).merk, afdruk(buurt)
    werk = van_kamers("keuzelijst", buurt.pk, request, partial(_lijst, request, buurt), naam=naam, erbij=erbij)
    return vel_om(request, "kiezen/keuzelijst.html", {"buurt": buurt, "werk": werk})


def _lijst(request: Verzoek, buurt: Buurt, sleutel: str) -> str:
    lijst = overzicht.lijst(buurt, request.user)
    context = {
        "request": request,
        "csrf_token": sleutel,
        "buurt": buurt,
        "lijst": lijst,
        "op_maat": profielen.op_maat_adres(buurt),
        "lens": _lens(lijst),
        "kan_stemmen": mag(request.user, Doe.WIJZIGEN, buurt, "keuze"),
        "kan_beslissen": mag(request.user, Doe.BESLISSEN, buurt, "keuze"),
        "stemkeuzes": Stemkeuze.choices,
    }
    return render_to_string("kiezen/_keuzelijst.html", context)


def _lens(lijst: overzicht.Keuzelijst) -> Sesblik | None:
    """What the open and chosen ones mean for those with fewest chances; nothing to say of an empty list."""
    pks = {regel.keuze.pagina_id for regel in (*lijst.open, *lijst.gekozen)}
    alle = kandidaten()
    gekozen = [kandidaat for kandidaat in alle if kandidaat.pk in pks]
    return sesblik(gekozen, alle) if gekozen else None


@require_safe
@deur(Doe.ZIEN, "keuze")
def een_keuze(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    keuze = _keuze(buurt, pk)
    if keuze.pk != pk:
        return redirect("keuze", buurt.slug, keuze.pk)
    naam, erbij = positie(request.user).merk, afdruk(buurt, keuze)
    werk = van_kamers("keuze", keuze.pk, request, partial(_een, request, keuze), naam=naam, erbij=erbij)
    return vel_om(request, "kiezen/keuze.html", {"buurt": buurt, "keuze": keuze, "werk": werk})


def _toon(request: Verzoek, keuze: Keuze, **formulieren: Any) -> HttpResponse:
    """With what was typed, and what is wrong with it."""
    werk = _een(request, keuze, get_token(request), **formulieren)
    return vel_om(request, "kiezen/keuze.html", {"buurt": keuze.buurt, "keuze": keuze, "werk": werk})


def _een(request: Verzoek, keuze: Keuze, sleutel: str, **formulieren: Any) -> str:
    (regel,) = overzicht.regels([keuze], request.user)
    begin = {"wat": regel.mijn.wat, "waarom": regel.mijn.waarom} if regel.mijn else {}
    context = {
        "request": request,
        "csrf_token": sleutel,
        "buurt": keuze.buurt,
        "regel": regel,
        "keuze": keuze,
        "geschiedenis": keuze.geschiedenis.select_related("door"),
        "kan_stemmen": mag(request.user, Doe.WIJZIGEN, keuze),
        "kan_beslissen": mag(request.user, Doe.BESLISSEN, keuze),
        "stemformulier": StemFormulier(initial=begin, prefix="stem"),
        "opmerkingformulier": KeuzeopmerkingFormulier(prefix="opmerking"),
        "beschikbaar": Beschikbaar.choices,
        "pleit": profielen.pleit(keuze.buurt, keuze.pagina_id),
        "buren": wie_doet_dit.van(keuze, request.user) if regel.ding else [],
        "besluitformulier": KeuzebesluitFormulier(prefix="besluit"),
    } | formulieren
    return render_to_string("kiezen/_keuze.html", context)


@MET_FORMULIER
@deur(Doe.MAKEN, "keuze")
def leg(request: Verzoek, buurt: Buurt) -> HttpResponse:
    """From the menu to the list: what the form named, by slug."""
    if request.method != "POST":
        return redirect("keuzelijst", buurt.slug)
    paginas = dingen.op_slug(dingen.bijgewerkt(slugs(request.POST.getlist("apart"), MAX_APART)))
    namen = {p.slug: p.title for p in paginas}
    formulier = LegFormulier(request.POST, namen=namen)
    if not formulier.is_valid():
        return render(request, "kiezen/leg.html", {"buurt": buurt, "formulier": formulier, "namen": namen})
    schoon = formulier.cleaned_data
    waarom = schoon.get("waarom", "")
    per_slug = {slug: schoon[naam] for slug in namen if (naam := f"waarom-{slug}") in request.POST}
    gelegd = keuzelijst.leg(buurt=buurt, paginas=paginas, waarom=waarom, door=request.user, per_slug=per_slug)
    tekst = ngettext("%(n)s staat op uw keuzelijst.", "%(n)s staan op uw keuzelijst.", len(gelegd))
    messages.success(request, tekst % {"n": len(gelegd)})
    return redirect("keuzelijst", buurt.slug)


@MET_FORMULIER
@deur(Doe.WIJZIGEN, "keuze")
@_alleen_post
def stem(request: Verzoek, keuze: Keuze) -> HttpResponse:
    formulier = StemFormulier(request.POST, prefix="stem")
    if not formulier.is_valid():
        return _toon(request, keuze, stemformulier=formulier)
    wat, waarom = Stemkeuze(formulier.cleaned_data["wat"]), formulier.cleaned_data["waarom"]
    try:
        keuzelijst.stem(keuze=keuze, wat=wat, waarom=waarom, door=request.user)
        tekst = _("Uw stem over %(naam)s is bewaard: %(wat)s.")
        messages.success(request, tekst % {"naam": keuze.naam, "wat": wat.label.lower()})
        if wat != Stemkeuze.VOOR and not waarom:  # a doubt without its reason helps nobody to decide
            messages.info(request, _("Schrijf er nog bij waarom: dan kan uw netwerk er iets mee."))
            return redirect(f"{reverse('keuze', args=[keuze.buurt.slug, keuze.pk])}#stemmen")
    except KeuzeIngehaald:
        messages.error(request, _("Hierover is intussen besloten. Uw stem telt niet meer mee."))
        if waarom:  # not lost: it may stand beside the decision
            over = KeuzeopmerkingFormulier(initial={"tekst": waarom}, prefix="opmerking")
            return _toon(request, _keuze(keuze.buurt, keuze.pk), opmerkingformulier=over)
    return _op_de_lijst(keuze) if "van_lijst" in request.POST else redirect("keuze", keuze.buurt.slug, keuze.pk)


def _op_de_lijst(keuze: Keuze) -> HttpResponse:
    """Who goes through the whole list in one evening goes on where they were."""
    return redirect(f"{reverse('keuzelijst', args=[keuze.buurt.slug])}#keuze-{keuze.pk}")


@MET_FORMULIER
@deur(Doe.WIJZIGEN, "keuze")
@_alleen_post
def opmerking(request: Verzoek, keuze: Keuze) -> HttpResponse:
    formulier = KeuzeopmerkingFormulier(request.POST, prefix="opmerking")
    if not formulier.is_valid():
        return _toon(request, keuze, opmerkingformulier=formulier)
    keuzelijst.merk_op(keuze=keuze, tekst=formulier.cleaned_data["tekst"], door=request.user)
    return redirect("keuze", keuze.buurt.slug, keuze.pk)


@MET_FORMULIER
@deur(Doe.WIJZIGEN, "keuze")
def waarom(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    with transaction.atomic():
        keuze = _nu(request, buurt, pk)
        formulier = WaaromFormulier(request.POST or None, keuze=keuze)
        if request.method == "POST" and formulier.is_valid():
            keuzelijst.wijzig_waarom(keuze=keuze, waarom=formulier.cleaned_data["waarom"], door=request.user)
            return redirect("keuze", buurt.slug, keuze.pk)
    return render(request, "kiezen/waarom.html", {"buurt": buurt, "keuze": keuze, "formulier": formulier})


@MET_FORMULIER
@deur(Doe.BESLISSEN, "keuze")
@_alleen_post
def besluit(request: Verzoek, keuze: Keuze) -> HttpResponse:
    formulier = KeuzebesluitFormulier(request.POST, prefix="besluit")
    if not formulier.is_valid():
        return _toon(request, keuze, besluitformulier=formulier)
    schoon = formulier.cleaned_data
    (regel,) = overzicht.regels([keuze])
    try:
        nu = keuzelijst.beslis(
            keuze=keuze,
            stand=Keuzestand(schoon["stand"]),
            reden=schoon["reden"],
            bewijs=regel.bewijs_nu,
            door=request.user,
        )
        tekst = _("%(naam)s, besloten: %(wat)s.")
        messages.success(request, tekst % {"naam": keuze.naam, "wat": nu.get_stand_display().lower()})
    except KeuzeIngehaald as fout:
        wie = fout.nu.besloten_door or _("iemand")
        tekst = _("%(wie)s besloot hier intussen over. Lees dat eerst. Uw eigen woorden staan bij ‘Uw opmerking’.")
        messages.error(request, tekst % {"wie": wie})
        over = KeuzeopmerkingFormulier(initial={"tekst": schoon["reden"]}, prefix="opmerking")
        return _toon(request, _keuze(keuze.buurt, keuze.pk), opmerkingformulier=over)
    return _op_de_lijst(keuze)


@MET_FORMULIER
@deur(Doe.WIJZIGEN, "keuze")
@_alleen_post
def heropen(request: Verzoek, keuze: Keuze) -> HttpResponse:
    keuzelijst.heropen(keuze=keuze, waarom="", door=request.user)
    return redirect("keuze", keuze.buurt.slug, keuze.pk)


@MET_FORMULIER
@deur(Doe.WIJZIGEN, "keuze")
@_alleen_post
def klaar(request: Verzoek, keuze: Keuze) -> HttpResponse:
    """Each thing that is asked has a field of its own, by its place in the list."""
    (regel,) = overzicht.regels([keuze])
    vragen = [(str(plek), wat) for plek, (wat, _nu) in enumerate(regel.gevraagd)]
    nieuw, gezien = (wat_er_is(request.POST, vragen, begin) for begin in ("er_", "was_"))
    if keuzelijst.ga_na(keuze=keuze, aanwezig=nieuw, gezien=gezien, door=request.user):
        messages.warning(request, INTUSSEN_GEANTWOORD)
    else:
        messages.success(request, _("Bewaard. Wat er niet is, staat als ‘nog te regelen’ bij deze keuze."))
    return redirect("keuze", keuze.buurt.slug, keuze.pk)


@MET_FORMULIER
@deur(Doe.WIJZIGEN, "keuze")
def aanpassing(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    with transaction.atomic():
        keuze = _nu(request, buurt, pk)
        (pagina,) = dingen.op_pk([keuze.pagina_id] if keuze.pagina_id else []) or [None]
        elementen = regels(getattr(pagina, "werkzame_elementen", "") or "")
        formulier = AanpasFormulier(request.POST or None, keuze=keuze, elementen=elementen)
        if request.method == "POST" and formulier.is_valid():
            schoon = formulier.cleaned_data
            # What can't be asked (any more) stays as it was told: a form that is left alone changes nothing.
            blijft = {*schoon.get("geraakt", ()), *(naam for naam in keuze.geraakt if naam not in elementen)}
            geraakt = [naam for naam in dict.fromkeys((*keuze.geraakt, *elementen)) if naam in blijft]
            keuzelijst.pas_aan(keuze=keuze, aangepast=schoon["aangepast"], geraakt=geraakt, door=request.user)
            return redirect("keuze", buurt.slug, keuze.pk)
    context = {
        "buurt": buurt,
        "keuze": keuze,
        "formulier": formulier,
        "elementen": elementen,
        "uitleg": per_regel(pagina.slug, elementen) if pagina else {},
    }
    return render(request, "kiezen/aanpassing.html", context)
