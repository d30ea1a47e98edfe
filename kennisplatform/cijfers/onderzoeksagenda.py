"""The research agenda as it is read, and the bundle for researchers."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils import timezone
from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.velden import regels
from kennisplatform.cijfers.buurtcijfers import liggingen
from kennisplatform.cijfers.keuzes import Gebiedsoort
from kennisplatform.cijfers.models import Cijfer, Indicator, Onderzoek
from kennisplatform.cijfers.models.gebied import LAND
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import Wie, zichtbaar_voor
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekst.uitgang import cel
from kennisplatform.tekst.werkboek import Rekenblad, werkboek

CIJFERKOP: Final = (
    ("gebied", "Code van het gebied: CBS, of eigen-… voor een gebied van een netwerk"),
    ("gebiedsnaam", "Naam van het gebied"),
    ("soort_gebied", "land, gemeente, wijk, buurt, pc4 of eigen"),
    ("indicator", "Code; zie indicatoren.csv"),
    ("periode", "Jaar (2024), halfjaar (2024-H1), kwartaal (2024-K1) of maand (2024-01)"),
    ("groep", "Deel van de mensen waarover het gaat; leeg: allemaal"),
    ("waarde", "Het cijfer, met een punt als decimaalteken"),
    ("ondergrens", "95%-ondergrens; leeg: niet bekend"),
    ("bovengrens", "95%-bovengrens; leeg: niet bekend"),
    ("aantal_mensen", "Hoeveel mensen erin tellen; leeg: niet bekend. Onder 10 staat de hele regel er niet"),
    ("stand", "voorlopig, vast of gecorrigeerd"),
    ("reden", "Waarom het gecorrigeerd is"),
    ("bron", "Code van de bron"),
    ("verzonnen", "1: verzonnen voor de demo, niets gemeten"),
    ("model", "1: schatting met een model; kan geen effect tonen"),
)
INDICATORKOP: Final = ("code", "naam", "gewone_naam", "definitie", "eenheid", "richting", "soort", "toont_effect")
INDICATORKOP_EXTRA: Final = ("zegt_niet", "bron_titel", "bron_url")
BUURTKOP: Final = ("buurt", "naam", "gemeente", "partner", "startgroep", "fase", "ses_klasse", "gebieden")


@dataclass(frozen=True)
class Agendapunt:
    onderzoek: Onderzoek
    paginas: list[tuple[str, str]]  # title, address
    buurten: list[Buurt]

    @property
    def meetnamen(self) -> list[str]:
        """Themes measure the same thing each: named once."""
        rij = [i.leesnaam for i in self.onderzoek.indicatoren.all()]
        return list(dict.fromkeys(rij))


def agenda() -> list[Agendapunt]:
    """Four queries; what is over comes last."""
    return punten(sorted(Onderzoek.objects.prefetch_related("indicatoren"), key=lambda o: o.voorbij))


def punten(rij: list[Onderzoek]) -> list[Agendapunt]:
    """A page or neighbourhood that is not there is left out."""
    paden = {pad for o in rij for pad in regels(o.paginas)}
    slugs = {slug for o in rij for slug in regels(o.buurten)}
    namen = {pad.strip("/").rpartition("/")[2] for pad in paden}
    gevonden = openbaar(Page.objects.filter(slug__in=namen, locale__language_code="nl"))
    op_pad = {pad_op_site(p.url_path, "nl"): p for p in gevonden}
    toont(*(f"pagina:{p.pk}" for p in op_pad.values()))
    buurten = {b.slug: b for b in Buurt.objects.filter(slug__in=slugs)} if slugs else {}
    return [
        Agendapunt(
            o,
            [(op_pad[pad].title, pad) for pad in regels(o.paginas) if pad in op_pad],
            [buurten[slug] for slug in regels(o.buurten) if slug in buurten],
        )
        for o in rij
    ]


def cijfers_voor(wie: Wie) -> Any:
    """Of the programme's neighbourhoods, their municipalities and the country; what this reader may see, never what is
    hidden. Of other areas there is the API.
    """
    buurten = list(Buurt.objects.actief())
    codes = {LAND, *(b.gemeentecode for b in buurten if b.gemeentecode)}
    plekken = liggingen(buurten)
    for buurt in buurten:
        codes |= {f"eigen-{buurt.slug}", *plekken[buurt.pk].codes}
    rij = zichtbaar_voor(Cijfer.objects.toonbaar(), wie).filter(gebied__code__in=codes)
    rij = rij.select_related("gebied", "indicator", "bron")
    return rij.order_by("gebied__code", "indicator__code", "periode", "groep", "pk")


def _cijferregels(wie: Wie) -> Iterator[list[Any]]:
    yield [naam for naam, _uitleg in CIJFERKOP]
    for c in cijfers_voor(wie).iterator(chunk_size=2000):
        yield _cijferregel(c)


def _cijferregel(c: Cijfer) -> list[Any]:
    leeg = ["" if w is None else w for w in (c.waarde, c.laag, c.hoog, c.n)]
    return [
        *map(cel, (c.gebied.code, c.gebied.naam, c.gebied.soort, c.indicator.code, c.periode, c.groep)),
        *leeg,
        *map(cel, (c.stand, c.reden, c.bron.code)),
        int(c.bron.voorbeeld),
        int(c.bron.model),
    ]


def kolommen() -> list[tuple[str, str, str]]:
    """Each column of the figures, what it says, and what stands there in one real line that everybody may see."""
    rij = Cijfer.objects.toonbaar().filter(zichtbaarheid=Zichtbaarheid.OPENBAAR, gebied__soort=Gebiedsoort.BUURT)
    eerste = (
        rij.select_related("gebied", "indicator", "bron")
        .order_by("gebied__code", "indicator__code", "periode", "pk")
        .first()
    )
    waarden = [str(w) for w in _cijferregel(eerste)] if eerste else [""] * len(CIJFERKOP)
    return [(naam, uitleg, waarde) for (naam, uitleg), waarde in zip(CIJFERKOP, waarden, strict=True)]


def _indicatorregels() -> Iterator[list[Any]]:
    velden = (*INDICATORKOP, *INDICATORKOP_EXTRA)
    yield list(velden)
    for indicator in Indicator.objects.filter(niet_van_toepassing=False).order_by("volgorde", "code"):
        yield [cel(str(getattr(indicator, veld))) for veld in velden]


def _buurtregels() -> Iterator[list[Any]]:
    yield list(BUURTKOP)
    buurten = list(Buurt.objects.actief().order_by("slug"))
    plekken = liggingen(buurten)
    for b in buurten:
        codes = " ".join((f"eigen-{b.slug}", *plekken[b.pk].codes))
        yield [cel(t) for t in (b.slug, b.naam, b.gemeente, b.partner, b.cohort, b.fase, b.ses_klasse, codes)]


def _codeboek() -> Iterator[list[Any]]:
    yield ["bestand", "kolom", "betekenis"]
    yield from (["cijfers.csv", naam, uitleg] for naam, uitleg in CIJFERKOP)
    velden = {veld.name: str(getattr(veld, "verbose_name", "")) for veld in Indicator._meta.get_fields()}
    yield from (["indicatoren.csv", naam, velden.get(naam, "")] for naam in (*INDICATORKOP, *INDICATORKOP_EXTRA))
    uitleg = (
        "adres van de buurt",
        "naam",
        "gemeente",
        "partner",
        "startgroep",
        "fase van het programma",
        "SES-klasse",
        "codes van de gebieden",
    )
    yield from (["buurten.csv", naam, woord] for naam, woord in zip(BUURTKOP, uitleg, strict=True))


def _delen(wie: Wie) -> tuple[tuple[str, Iterator[list[Any]]], ...]:
    return (
        ("cijfers", _cijferregels(wie)),
        ("indicatoren", _indicatorregels()),
        ("buurten", _buurtregels()),
        ("codeboek", _codeboek()),
    )


def bundel(wie: Wie) -> bytes:
    """A zip with figures, what they mean, neighbourhoods and a codebook. No persons, and no text that a network wrote."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam, rijen in _delen(wie):
            pak.writestr(f"{naam}.csv", _als_csv(rijen))
        pak.writestr("leesmij.txt", _leesmij())
    return uit.getvalue()


def rekenbladen(wie: Wie) -> bytes:
    """The same for who opens it in Excel, which here takes '57.3' for a word and '12.5' for a day in May."""
    bladen = [Rekenblad(naam, next(rijen), rijen) for naam, rijen in _delen(wie)]
    uitleg = ((regel,) for regel in _leesmij().splitlines()[1:])
    return werkboek(*bladen, Rekenblad("leesmij", [_leesmij().splitlines()[0]], uitleg, breedtes=(120,)))


def _leesmij() -> str:
    return LEESMIJ % {"dag": timezone.localdate().isoformat()}


def _als_csv(rijen: Iterable[list[Any]]) -> bytes:
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows(rijen)
    return uit.getvalue().encode("utf-8-sig")


LEESMIJ: Final = """Gegevens voor onderzoek, %(dag)s

cijfers.csv      cijfers van de buurten van het programma, hun gemeenten en Nederland
indicatoren.csv  wat elk cijfer betekent, en wat het niet zegt
buurten.csv      de buurten, met de codes van hun gebieden
codeboek.csv     wat er in elke kolom staat

In de CSV-bestanden staat een punt als decimaalteken, voor R, SPSS of Python. Excel leest die hier als tekst of als
een dag: neem dan het bestand voor Excel (dezelfde bladen, met echte getallen).

Er staan geen personen in. Aangeleverde cijfers over minder dan 10 mensen staan er niet in, en ook niet wat nodig is
om die uit te rekenen. Regels met verzonnen = 1 zijn van de demo: niets daarvan is gemeten.
Een cijfer met model = 1 is een schatting en kan geen effect van het programma tonen.
Een verschil tussen buurten toont geen oorzaak.

Verschil-in-verschil narekenen, voor één indicator en één buurt (gebied = eigen-<buurt>):
1. Neem de perioden van die buurt. De anderen zijn de eigen-gebieden die al die perioden ook hebben; neem per periode
   hun gemiddelde.
2. Zet beide reeksen op 100: deel door het gemiddelde van de perioden in 2024.
3. verschil = onze index - die van de anderen, per periode.
4. effect = gemiddelde van verschil vanaf de start (2025-K1) - gemiddelde van verschil daarvoor.
5. marge = T.INV.2T(0,05; kleinste aantal - 1) x WORTEL(VAR.S(voor)/n voor + VAR.S(na)/n na).
Minder dan drie perioden voor of na: dan is er geen uitkomst.
"""
