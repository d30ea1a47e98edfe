"""Everything on the menu as the rules see it: gathered at once, and kept until a page or an example changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.text import Truncator
from wagtail.models import Page, get_page_models

from kennisplatform.basis import praktijk, weging
from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.begrippen_bij import vul_begrippen
from kennisplatform.basis.keuzes import Bewijsniveau, Gezondheidsverschillen, Maat, Sesgeschiktheid
from kennisplatform.basis.models.begrippen import Begripsoort, woordenboek
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.weging import weegbaar
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud
from menukaart.kiezen.opmaat.kandidaat import Menukandidaat, Woorden
from menukaart.kiezen.opmaat.regelboek import Menssoort, regelboek
from menukaart.kiezen.opmaat.volgorde import Menuvoorraad

MAAT: Final = 900_000  # bytes, about, at two thousand
SOORTEN: Final = (Begripsoort.UITDAGING, Begripsoort.DOELGROEP, Begripsoort.LEEFTIJD, Begripsoort.ONDERWERP)
NODIG: Final = ("deskundigheid", "materialen", "voorwaarden")  # rows of what it asks
PAD: Final = "zorgpad"
ZIN: Final = 140  # characters of a sentence that is quoted


def kandidaten() -> Menuvoorraad:
    return onthoud("opmaat:kandidaten", lambda: Menuvoorraad(_alle()), MAAT)


def woorden() -> Woorden:
    per: dict[str, dict[str, str]] = {soort.value: {} for soort in SOORTEN}
    for (soort, code), begrip in woordenboek().op_code.items():
        if soort in per:
            per[soort][code] = begrip.label
    uitdaging, doelgroep, leeftijd, onderwerp = (per[soort] for soort in SOORTEN)
    ziekte = {code: onderwerp[code] for code in regelboek().ziekten if code in onderwerp}
    return Woorden(uitdaging, doelgroep, regelboek().namen, leeftijd, ziekte)


def paden() -> dict[str, str]:
    """Pathways that belong with something on the menu and are no choice by themselves: slug to title, by title."""
    alle = kandidaten()
    op_menu = {k.slug for k in alle}
    uit = {slug: titel for k in alle for slug, titel in k.paden if slug not in op_menu}
    return dict(sorted(uit.items(), key=lambda paar: paar[1].casefold()))


def _alle() -> Iterator[Menukandidaat]:
    """A few queries for each kind of page. Pathways only where a neighbourhood chooses them as such; the others stand with
    what they belong with.
    """
    toont(*(f"index:{soort}" for soort in weegbaar()), "index:weg")
    paginas: list[Any] = []
    for model in get_page_models():
        if getattr(model, "zoeksoort", "") in weegbaar():
            paginas += _van(model)
    keuzes = [p for p in paginas if getattr(p, "op_menukaart", True)]
    vul_begrippen(keuzes)
    tellingen = praktijk.tel(p.pk for p in keuzes)
    bij = _hoort_bij(paginas)
    for pagina in keuzes:
        yield _kandidaat(pagina, tellingen[pagina.pk], tuple(sorted(bij[pagina.pk])))


def _hoort_bij(paginas: list[Any]) -> Mapping[int, set[tuple[str, str]]]:
    """Page to pathways beside which editors put it, whichever of the two names the other."""
    op_pk = {p.pk: p for p in paginas}
    uit: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    for pagina in paginas:
        for deel in pagina.gerelateerd.raw_data:
            if (ander := op_pk.get(deel["value"])) is None or (ander.zoeksoort == PAD) == (pagina.zoeksoort == PAD):
                continue
            pad, plan = (ander, pagina) if ander.zoeksoort == PAD else (pagina, ander)
            if pad.slug != plan.slug:  # the same thing under its other name
                uit[plan.pk].add((pad.slug, pad.title))
    return uit


def _van(model: type[Page]) -> QuerySet[Any]:
    return openbaar(model.objects.filter(locale__language_code="nl"))


def _noemt(soorten: tuple[Menssoort, ...], tekst: str) -> frozenset[str]:
    return frozenset(soort.code for soort in soorten if any(woord in tekst for woord in soort.woorden))


def _vraagt(blad: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """What must be there that we recognise, each with the sentence that asks it; under '' what we do not, when that is all."""
    zinnen = [Truncator(zin.strip()).chars(ZIN) for rij in NODIG for zin in blad.get(rij, ())]
    uit: dict[str, str] = {}
    for middel in regelboek().middelen:
        for zin in zinnen:
            if any(woord in zin.casefold() for woord in middel.woorden):
                uit.setdefault(middel.code, zin)
    return tuple(uit.items()) or tuple(("", zin) for zin in zinnen[:1])


def _kandidaat(pagina: Any, telling: praktijk.Praktijk, paden: tuple[tuple[str, str], ...]) -> Menukandidaat:
    per = pagina.begrippen_per_soort
    blad = weging.blad(pagina, telling)
    uitvoering = " ".join(blad.get("uitvoering", ())).casefold()
    noemt = " ".join((pagina.title, pagina.samenvatting, *blad.get("precies", ()))).casefold()
    stand = pagina.bewijs_stand
    inzet = pagina.inzet

    def codes(soort: Begripsoort) -> frozenset[str]:
        return frozenset(b.code for b in per.get(soort, ()))

    return Menukandidaat(
        pk=pagina.pk,
        slug=pagina.slug,
        titel=pagina.title,
        adres=pad_op_site(pagina.url_path, "nl"),
        soort=pagina.zoeksoort,
        kort=pagina.samenvatting,
        thema=pagina.thema,
        uitdagingen=codes(Begripsoort.UITDAGING),
        doelgroepen=codes(Begripsoort.DOELGROEP),
        leeftijden=codes(Begripsoort.LEEFTIJD),
        onderwerpen=codes(Begripsoort.ONDERWERP),
        waar=codes(Begripsoort.SETTING),
        aarden=_noemt(regelboek().aarden, noemt),
        vraagt=_vraagt(blad),
        paden=paden,
        ses=getattr(pagina, "ses_geschiktheid", Sesgeschiktheid.ONBEKEND),
        verschillen=getattr(pagina, "verschillen", Gezondheidsverschillen.ONBEKEND),
        uren=tuple((i.per, i.tot) for i in inzet if i.maat == Maat.UREN),
        mensen=_noemt(regelboek().mensen, uitvoering),
        plekken=telling.plekken,
        gestopt=telling.gestopt,
        bewijs="" if stand == Bewijsniveau.NIET_BEOORDEELD else str(stand.label),
        ladder=tuple(pagina.ladder_treden) if pagina.ladder else (),
        inzet=" · ".join(str(i) for i in inzet[:2]) or pagina.kosten_per_jaar_tekst,
    )
