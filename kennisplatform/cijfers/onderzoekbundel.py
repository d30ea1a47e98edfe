"""The bundle for researchers: figures, what they mean, neighbourhoods and a codebook. No persons, nothing small."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from django.utils import timezone

from kennisplatform.cijfers.buurtcijfers import liggingen
from kennisplatform.cijfers.keuzes import Gebiedsoort
from kennisplatform.cijfers.models import Cijfer, Indicator
from kennisplatform.cijfers.models.gebied import LAND
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import Wie, zichtbaar_voor
from kennisplatform.tekst.uitgang import cel
from kennisplatform.tekst.werkboek import Rekenblad, werkboek
from kennisplatform.tekst.zipstroom import zipstroom

REKENBLAD_MAX: Final = 100_000  # figures: a minute of work, and what a spreadsheet still opens on an ordinary laptop
HAP: Final = 2_000
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


VELDEN: Final = (
    *("gebied__code", "gebied__naam", "gebied__soort", "indicator__code", "periode", "groep"),
    *("waarde", "laag", "hoog", "n"),
    *("stand", "reden", "bron__code", "bron__voorbeeld", "bron__model"),
)


def cijfers_voor(wie: Wie) -> Any:
    """Of the programme's neighbourhoods, their municipalities and the country; what this reader may see, never what is
    hidden. Of other areas there is the API.
    """
    buurten = list(Buurt.objects.actief())
    codes = {LAND, *(b.gemeentecode for b in buurten if b.gemeentecode)}
    plekken = liggingen(buurten)
    for buurt in buurten:
        codes |= {f"eigen-{buurt.slug}", *plekken[buurt.pk].codes}
    return zichtbaar_voor(Cijfer.objects.toonbaar(), wie).filter(gebied__code__in=codes)


def _cijferregels(wie: Wie) -> Iterator[list[Any]]:
    yield [naam for naam, _uitleg in CIJFERKOP]
    woord = lru_cache(10_000)(cel)  # codes and periods come back all the time
    rij = cijfers_voor(wie).order_by("gebied__code", "indicator__code", "periode", "groep", "pk")
    for velden in rij.values_list(*VELDEN).iterator(chunk_size=HAP):
        yield _cijferregel(velden, woord)


def _cijferregel(velden: Sequence[Any], woord: Callable[[str], str] = cel) -> list[Any]:
    leeg = ["" if w is None else w for w in velden[6:10]]
    return [*map(woord, velden[:6]), *leeg, *map(woord, velden[10:13]), *map(int, velden[13:])]


def kolommen() -> list[tuple[str, str, str]]:
    """Each column of the figures, what it says, and what stands there in one real line that everybody may see."""
    rij = Cijfer.objects.toonbaar().filter(zichtbaarheid=Zichtbaarheid.OPENBAAR, gebied__soort=Gebiedsoort.BUURT)
    eerste = rij.order_by("gebied__code", "indicator__code", "periode", "pk").values_list(*VELDEN).first()
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
    """The longest last: what explains it is there at once."""
    return (
        ("codeboek", _codeboek()),
        ("buurten", _buurtregels()),
        ("indicatoren", _indicatorregels()),
        ("cijfers", _cijferregels(wie)),
    )


def bundel(wie: Wie) -> Iterator[bytes]:
    """A zip, a piece at a time: a million figures are half a minute of reading, and nobody holds them all at once."""
    delen = [(f"{naam}.csv", _als_csv(rijen)) for naam, rijen in _delen(wie)]
    return zipstroom([("leesmij.txt", [_leesmij().encode()]), *delen])


def te_groot_voor_rekenblad(wie: Wie) -> bool:
    return bool(cijfers_voor(wie).order_by()[REKENBLAD_MAX:].exists())


def rekenbladen(wie: Wie) -> bytes:
    """The same for who opens it in Excel, which here takes '57.3' for a word and '12.5' for a day in May."""
    bladen = [Rekenblad(naam, next(rijen), rijen) for naam, rijen in reversed(_delen(wie))]
    uitleg = ((regel,) for regel in _leesmij().splitlines()[1:])
    return werkboek(*bladen, Rekenblad("leesmij", [_leesmij().splitlines()[0]], uitleg, breedtes=(120,)))


def _leesmij() -> str:
    return LEESMIJ % {"dag": timezone.localdate().isoformat()}


def _als_csv(rijen: Iterable[list[Any]]) -> Iterator[bytes]:
    yield codecs.BOM_UTF8
    uit = io.StringIO()
    schrijf = csv.writer(uit, delimiter=";").writerow
    for nummer, rij in enumerate(rijen, 1):
        schrijf(rij)
        if nummer % HAP == 0:
            yield _leeg(uit)
    yield _leeg(uit)


def _leeg(uit: io.StringIO) -> bytes:
    tekst = uit.getvalue()
    uit.seek(0)
    uit.truncate()
    return tekst.encode()


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
