"""Everything on the menu as the rules see it: gathered at once, and kept until a page or an example changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import QuerySet
from wagtail.models import Page, get_page_models

from kennisplatform.basis import praktijk
from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.begrippen_bij import vul_begrippen
from kennisplatform.basis.keuzes import Bewijsniveau, Gezondheidsverschillen, Maat, Sesgeschiktheid
from kennisplatform.basis.models.begrippen import Begripsoort, woordenboek
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.weging import weegbaar
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud
from menukaart.kiezen.opmaat.regels import Menukandidaat, Woorden, regelboek

MAAT: Final = 400_000  # bytes, about, at two thousand


def kandidaten() -> tuple[Menukandidaat, ...]:
    return onthoud("opmaat:kandidaten", lambda: tuple(sorted(_alle(), key=lambda k: k.sleutel)), MAAT)


def woorden() -> Woorden:
    per = {soort: {} for soort in (Begripsoort.UITDAGING, Begripsoort.DOELGROEP)}  # type: dict[str, dict[str, str]]
    for (soort, code), begrip in woordenboek().op_code.items():
        if soort in per:
            per[soort][code] = begrip.label
    return Woorden(per[Begripsoort.UITDAGING], per[Begripsoort.DOELGROEP], regelboek().namen)


def _alle() -> Iterator[Menukandidaat]:
    """A few queries for each kind of page. Pathways only where a neighbourhood chooses them as such."""
    toont(*(f"index:{soort}" for soort in weegbaar()), "index:weg")
    paginas: list[Any] = []
    for model in get_page_models():
        if getattr(model, "zoeksoort", "") in weegbaar():
            paginas += _van(model)
    vul_begrippen(paginas)
    tellingen = praktijk.tel(p.pk for p in paginas)
    for pagina in paginas:
        yield _kandidaat(pagina, tellingen[pagina.pk])


def _van(model: type[Page]) -> QuerySet[Any]:
    rij = openbaar(model.objects.filter(locale__language_code="nl"))
    velden = {veld.name for veld in model._meta.get_fields()}
    return rij.filter(op_menukaart=True) if "op_menukaart" in velden else rij


def _kandidaat(pagina: Any, telling: praktijk.Praktijk) -> Menukandidaat:
    per = pagina.begrippen_per_soort
    uitvoering = getattr(pagina, "intermediairen", "").casefold()
    stand = pagina.bewijs_stand
    inzet = pagina.inzet
    return Menukandidaat(
        pk=pagina.pk,
        slug=pagina.slug,
        titel=pagina.title,
        adres=pad_op_site(pagina.url_path, "nl"),
        soort=pagina.zoeksoort,
        kort=pagina.samenvatting,
        thema=pagina.thema,
        uitdagingen=frozenset(b.code for b in per.get(Begripsoort.UITDAGING, ())),
        doelgroepen=frozenset(b.code for b in per.get(Begripsoort.DOELGROEP, ())),
        ses=getattr(pagina, "ses_geschiktheid", Sesgeschiktheid.ONBEKEND),
        verschillen=getattr(pagina, "verschillen", Gezondheidsverschillen.ONBEKEND),
        uren=tuple((i.per, i.tot) for i in inzet if i.maat == Maat.UREN),
        mensen=frozenset(m.code for m in regelboek().mensen if any(w in uitvoering for w in m.woorden)),
        plekken=telling.plekken,
        gestopt=telling.gestopt,
        bewijs="" if stand == Bewijsniveau.NIET_BEOORDEELD else str(stand.label),
        ladder=tuple(pagina.ladder_treden) if pagina.ladder else (),
        inzet=" · ".join(str(i) for i in inzet[:2]) or pagina.kosten_per_jaar_tekst,
    )
