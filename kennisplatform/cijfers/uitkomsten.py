"""The dashboard of outcomes: what was handed in of one neighbourhood, beside others, and whether it changed more here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.db.models import Count, Max, Min, Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kennisplatform.cijfers.anderen import Optelboek, Reeksgroep, anderen, tel_op
from kennisplatform.cijfers.buurtcijfers import ligging
from kennisplatform.cijfers.eigenreeksen import Eigenreeks, eigen_reeksen
from kennisplatform.cijfers.getallen import nl
from kennisplatform.cijfers.grafiek import Lijn, lijnen
from kennisplatform.cijfers.models import Aanname, Cijfer, Cijfers, Indicator
from kennisplatform.cijfers.perioden import in_woorden, is_na, moment, op_as
from kennisplatform.cijfers.verschil import (
    BASIS,
    MINSTENS,
    Aannametoets,
    Meetpunt,
    Toetsuitslag,
    Verschilschatting,
    index,
    schat,
)
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import Wie, positie, zichtbaar_voor
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.stukken import onthoud

START: Final = "2025-K1"  # the first quarter that counts as after, unless somebody chooses another
BOEKMAAT: Final = 300_000  # bytes of the sums of forty indicators, about
DOELEN: Final = {  # piece of an indicator's code → what the programme counts on
    "uren-wijkverpleging": ("kpi-wijkverpleging", "themablad-wijkverpleging"),
    "consulten": ("aanname-huisarts",),
    "visites": ("aanname-huisarts",),
    "opnames": ("aanname-msz-opnames",),
}


@dataclass(frozen=True)
class Uitkomst:
    """One indicator: both series, and the estimate where one may be made. What is worked out, is worked out once."""

    indicator: Indicator
    punten: Sequence[Meetpunt]
    verborgen: Sequence[str]  # periods with too few people here
    anderen: int
    verzonnen: bool
    bron: str
    schatting: Verschilschatting | None
    doelen: Sequence[Aanname]
    start: str

    @property
    def merk(self) -> str:
        """Of all that is shown of it: other numbers are another drawing."""
        reeks = (tuple(self.punten), tuple(self.verborgen), self.anderen)
        return afdruk(self.indicator, *reeks, self.verzonnen, self.bron, self.schatting, *self.doelen, self.start)

    @cached_property
    def perioden(self) -> list[str]:
        return sorted({*(punt.periode for punt in self.punten), *self.verborgen})

    @cached_property
    def verborgen_in_woorden(self) -> str:
        return ", ".join(in_woorden(periode) for periode in self.verborgen)

    @cached_property
    def ziet(self) -> str:
        ons, zij = self.op_honderd
        if not ons or not zij:
            return _("Er is geen jaar 2024 om de reeksen op gelijk te zetten.")
        return _("%(j)s = 100. Nu staat het hier op %(ons)s, en in de andere buurten op %(zij)s.") % {
            "j": BASIS,
            "ons": nl(ons[-1]),
            "zij": nl(zij[-1]),
        }

    @cached_property
    def op_honderd(self) -> tuple[list[float] | None, list[float] | None]:
        perioden = [punt.periode for punt in self.punten]
        return index([p.ons for p in self.punten], perioden), index([p.zij for p in self.punten], perioden)

    @cached_property
    def grafiek(self) -> SafeString | None:
        ons, zij = self.op_honderd
        if not ons or not zij or len(ons) < MINSTENS:
            return None
        plek = {punt.periode: nummer for nummer, punt in enumerate(self.punten)}
        perioden = self.perioden

        def met_gaten(reeks: list[float]) -> list[float | None]:
            return [reeks[plek[p]] if p in plek else None for p in perioden]

        reeksen = [
            Lijn(_("wij %(n)s") % {"n": nl(ons[-1])}, met_gaten(ons), "ons"),
            Lijn(_("anderen %(n)s") % {"n": nl(zij[-1])}, met_gaten(zij)),
        ]
        merk = _("VERZONNEN VOORBEELD") if self.verzonnen else ""
        naam = f"{self.indicator.leesnaam} {self.ziet} {merk}"
        return lijnen(naam, [op_as(p) for p in perioden], [moment(p) for p in perioden], reeksen, merk=merk)

    @cached_property
    def oordeel(self) -> str:
        """What the estimate says, and never more."""
        if self.schatting is None:
            return ""
        woorden = {
            "n": nl(abs(self.schatting.effect), 1),
            "van": nl(self.schatting.laag, 1),
            "tot": nl(self.schatting.hoog, 1),
        }
        if self.schatting.raakt_nul:
            zin = _("Geen verschil te zien: de marge loopt van %(van)s tot %(tot)s punten, en daar ligt 0 in.")
        elif self.schatting.effect < 0:
            zin = (
                _("Hier ging het %(n)s punten verder omlaag dan in de andere buurten (marge %(van)s tot %(tot)s).")
                if self.schatting.hier < 0
                else _("Hier ging het %(n)s punten minder omhoog dan in de andere buurten (marge %(van)s tot %(tot)s).")
            )
        else:
            zin = (
                _("Hier ging het %(n)s punten verder omhoog dan in de andere buurten (marge %(van)s tot %(tot)s).")
                if self.schatting.hier > 0
                else _("Hier ging het %(n)s punten minder omlaag dan in de andere buurten (marge %(van)s tot %(tot)s).")
            )
        return zin % woorden

    @cached_property
    def toetsen(self) -> list[tuple[str, str]]:
        return [toetswoorden(toets) for toets in self.schatting.toetsen] if self.schatting else []


def toetswoorden(toets: Aannametoets) -> tuple[str, str]:
    """Each assumption and whether it holds, in words."""
    vragen = {
        "parallel": _("Liepen de lijnen vóór de start gelijk op?"),
        "omvang": _("Gaat het over ongeveer evenveel mensen als eerst?"),
        "samenstelling": _("Zijn het dezelfde soort mensen als eerst?"),
    }
    antwoorden = {
        Toetsuitslag.JA: _("Ja, voor zover te zien."),
        Toetsuitslag.NEE: _("Nee. Lees het verschil dan niet als gevolg van iets hier."),
        Toetsuitslag.ONBEKEND: _("Dat weten wij niet: het staat niet in deze cijfers."),
    }
    return vragen[toets.code], antwoorden[toets.uitslag]


def kijker(wie: Wie) -> str:
    """A mark of which figures somebody may see: whoever has the same roles in the same places sees the same."""
    plek = positie(wie)
    rollen = sorted((buurt, sorted(die)) for buurt, die in plek.rollen.items())
    return afdruk(wie is not None and wie.is_authenticated, rollen, sorted(plek.programma))


def uitkomsten(buurt: Buurt, wie: Wie, start: str = START) -> list[Uitkomst]:
    """Five queries. What this reader may not see, and what is too small, is in no mean either."""
    codes = {f"eigen-{buurt.slug}", *ligging(buurt).codes}
    cijfers = Cijfer.objects.huidig().filter(
        bron__open=False, groep="", indicator__soort__in=("kwaliteit", "effectiviteit")
    )
    gedeeld, boek = _van_allen(cijfers, buurt, wie)
    eigen = eigen_reeksen(zichtbaar_voor(cijfers, wie).filter(gebied__code__in=codes), gedeeld)
    doelen = onthoud("cijfers:doelen", _doelen)
    indicatoren = Indicator.objects.filter(pk__in=eigen).select_related("thema").order_by("thema", "volgorde")
    return [_uitkomst(i, eigen[i.pk], boek.get(i.pk, {}), doelen, start) for i in indicatoren]


def _van_allen(cijfers: Cijfers, buurt: Buurt, wie: Wie) -> tuple[frozenset[str], Optelboek]:
    """Visibilities that the book was read of, and the book. Who is in this network only sees of the others what all
    networks see: one book for all of those. Whoever sees more has a book of their own kind.
    """
    plek = positie(wie)
    if plek.programma or set(plek.rollen) != {buurt.pk}:
        ziet = zichtbaar_voor(cijfers, wie).filter(verborgen="")
        return frozenset(Zichtbaarheid), onthoud(f"cijfers:boek:{kijker(wie)}", lambda: tel_op(ziet), BOEKMAAT)
    samen = frozenset({Zichtbaarheid.OPENBAAR, Zichtbaarheid.NETWERKEN})
    van_allen = cijfers.filter(verborgen="", zichtbaarheid__in=samen)
    return samen, onthoud("cijfers:boek", lambda: tel_op(van_allen), BOEKMAAT)


def _doelen() -> dict[str, Aanname]:
    return {aanname.code: aanname for aanname in Aanname.objects.filter(code__in=sum(DOELEN.values(), ()))}


def _uitkomst(
    indicator: Indicator,
    eigen: Eigenreeks,
    groepen: Mapping[frozenset[str], Reeksgroep],
    doelen: Mapping[str, Aanname],
    start: str,
) -> Uitkomst:
    zij = anderen(groepen, eigen.in_boek, frozenset(eigen.reeks))
    punten = [
        Meetpunt(periode, waarde, zij.gemiddeld[periode], n)
        for periode, (waarde, n) in sorted(eigen.reeks.items())
        if zij.hoeveel
    ]
    codes = next((codes for stuk, codes in DOELEN.items() if stuk in indicator.code), ())
    return Uitkomst(
        indicator,
        punten,
        eigen.verborgen,
        zij.hoeveel,
        eigen.verzonnen or zij.verzonnen,
        eigen.bron,
        schat(punten, start) if indicator.toont_effect else None,
        [doelen[code] for code in codes if code in doelen],
        start,
    )


def csv_regels(uitkomst: Uitkomst) -> Iterator[list[str]]:
    """What a spreadsheet needs to work the estimate out again; how stands in the first rows."""
    yield ["verschil-in-verschil", uitkomst.indicator.code, uitkomst.indicator.naam]
    yield ["effect = gemiddelde van verschil (na) − gemiddelde van verschil (voor)"]
    yield ["marge = T.INV.2T(0,05; kleinste aantal − 1) × WORTEL(VAR.S(voor)/n voor + VAR.S(na)/n na)"]
    if s := uitkomst.schatting:
        yield ["uitkomst", f"{s.effect:.6f}", f"{s.laag:.6f}", f"{s.hoog:.6f}"]
    yield ["periode", "wij", "anderen", "wij_index", "anderen_index", "verschil", "voor_of_na"]
    ons, zij = uitkomst.op_honderd
    for nummer, punt in enumerate(uitkomst.punten):
        stap = "na" if is_na(punt.periode, uitkomst.start) else "voor"
        getallen = (
            [f"{ons[nummer]:.6f}", f"{zij[nummer]:.6f}", f"{ons[nummer] - zij[nummer]:.6f}"]
            if ons and zij
            else [""] * 3
        )
        yield [punt.periode, f"{punt.ons:.10g}", f"{punt.zij:.6f}", *getallen, stap]
    for periode in uitkomst.verborgen:
        yield [periode, "minder dan 10 mensen"]


@dataclass(frozen=True)
class Rolregel:
    """One neighbourhood in the team's roll-up."""

    buurt: Buurt
    indicatoren: int
    eerste: str
    laatste: str
    verzonnen: int  # figures that were made up for the demo


def optelling() -> tuple[list[Rolregel], list[Buurt]]:
    """Which neighbourhoods have outcomes, from when to when; and which have none. Two queries."""
    rijen = Cijfer.objects.toonbaar().filter(bron__open=False, buurt__isnull=False).order_by().values_list("buurt")
    telling = rijen.annotate(
        hoeveel=Count("indicator", distinct=True),
        eerst=Min("periode"),
        laatst=Max("periode"),
        verzonnen=Count("pk", filter=Q(bron__voorbeeld=True)),
    )
    per_buurt = {buurt: wat for buurt, *wat in telling}
    met, zonder = [], []
    for een in Buurt.objects.actief():
        if eigen := per_buurt.get(een.pk):
            met.append(Rolregel(een, *eigen))
        else:
            zonder.append(een)
    return met, zonder


def laatste_perioden() -> dict[int, str]:
    """Key of each neighbourhood that has outcomes → the last period; one query, when a figure changed."""
    rijen = Cijfer.objects.toonbaar().filter(bron__open=False, buurt__isnull=False, buurt__opgeheven__isnull=True)
    return onthoud(
        "cijfers:laatste", lambda: dict(rijen.order_by().values_list("buurt").annotate(laatst=Max("periode"))), 40_000
    )
