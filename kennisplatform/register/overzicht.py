"""The list of the register: filters, counts and paging in a constant number of queries."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.kiezer import Kiezer, Opties, gekozen_in
from kennisplatform.deelnemers.keuzes import Cohort, Fase, Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap
from kennisplatform.deelnemers.samenstelling import KARTREKKERS, LEDEN
from kennisplatform.register.kiezers import KIEZERS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PER_PAGINA: Final = 50
MAX_SLEUTELS: Final = 500  # a longer list of keys is slower to ask for than everything is to read
FILTERS: Final = {"partner": _("Partner"), "regio": _("Regio"), "fase": _("Fase"), "cohort": _("Startgroep")}
STEUN: Final = (Netwerkrol.COACH, Netwerkrol.COORDINATOR)  # they support a network and aren't counted as its members
STANDFILTERS: Final = ("stand", "stil", "wacht")
STIL_MAANDEN: Final = ("1", "3", "6")
VOLGORDES: Final[dict[str, tuple[str | OrderBy, ...]]] = {
    "naam": ("naam", "pk"),
    # As they follow each other, not as their codes are spelled.
    "fase": (
        Case(*(When(fase=fase, then=nr) for nr, fase in enumerate(Fase.values)), output_field=IntegerField()).asc(),
        "naam",
    ),
    "leden": ("aantal_leden", "naam"),
    "gemeente": ("gemeente", "naam"),
    "stil": (F("stand__laatste").asc(nulls_first=True), "naam"),
    "wacht": (F("stand__aantal").desc(nulls_last=True), "naam"),
}


@dataclass(frozen=True)
class Registerfilter:
    naam: str
    kop: StrOrPromise
    keuzes: list[tuple[str, str, str, bool]]  # value, label, count, chosen; over everything


@dataclass(frozen=True)
class Registerlijst:
    pagina: Page
    rijen: list[dict[str, str]]  # the page's neighbourhoods as text
    totaal: int
    filters: list[Registerfilter]
    gekozen: dict[str, str]

    @property
    def kiezers(self) -> list[tuple[Kiezer, Opties]]:
        return gekozen_in(KIEZERS, self.gekozen)


class Bladen(Paginator):
    """Knows its number beforehand where that follows from the counts beside the filters."""

    def __init__(self, rij: QuerySet[Buurt], totaal: int | None) -> None:
        super().__init__(rij, PER_PAGINA)
        if totaal is not None:
            self.count = totaal  # a cached property: filled in, it is never asked


def gekozen(vraag: QueryDict) -> dict[str, str]:
    """What a list is narrowed to and how it is sorted, as far as the address says it."""
    return {naam: waarde[:120] for naam in (*FILTERS, "q", *STANDFILTERS, "volgorde") if (waarde := vraag.get(naam))}


def lijst(vraag: QueryDict) -> Registerlijst:
    """Unknown values are left out: a link from an old mail still shows a list."""
    gekozen_ = gekozen(vraag)
    groepen = list(Buurt.objects.actief().order_by().values_list(*FILTERS).annotate(n=Count("pk")))
    rij = filter_(Buurt.objects.actief(), gekozen_)
    if gekozen_.get("volgorde") == "leden":
        rij = _met_leden(rij)
    rij = rij.select_related("stand")
    rij = rij.order_by(*VOLGORDES.get(gekozen_.get("volgorde", ""), VOLGORDES["naam"]))
    bladen = Bladen(rij, None if {"q", *STANDFILTERS} & gekozen_.keys() else _tel(groepen, gekozen_))
    pagina = bladen.get_page(vraag.get("pagina"))
    pagina.object_list = tel_leden(list(pagina.object_list))
    return Registerlijst(pagina, _als_tekst(pagina.object_list), bladen.count, _filters(groepen, gekozen_), gekozen_)


def _als_tekst(buurten: list[Buurt]) -> list[dict[str, str]]:
    """Fifty rows of a template ask a lot of small questions; text in a dict answers each at once.

    Labels once a page instead of `get_fase_display` a row (a third of the page's time), and numbers that need no locale.
    """
    voor, na = reverse("register_buurt", args=["-"]).rsplit("-", 1)  # fifty times the same address but for one word
    fasen, cohorten = ({code: str(naam) for code, naam in soort.choices} for soort in (Fase, Cohort))
    return [
        {
            "adres": f"{voor}{b.slug}{na}",
            "naam": b.naam,
            "partner": b.partner,
            "regio": b.regio,
            "plek": f"{b.gemeente} · {b.cbs_code}" if b.cbs_code else b.gemeente,
            "fase": fasen.get(b.fase, b.fase),
            "cohort": cohorten.get(b.cohort, b.cohort),
            "leden": str(b.leden),
            "kartrekkers": str(b.kartrekkers),
            **_nacht(b),
            "stand": "" if b.kartrekkers >= KARTREKKERS else "wacht" if b.kartrekkers else "mis",
        }
        for b in buurten
    ]


def _nacht(buurt: Buurt) -> dict[str, str]:
    """What the night wrote down (nachtstand.py); a neighbourhood of today has nothing yet."""
    stand = getattr(buurt, "stand", None)
    if stand is None:
        return {"laatste": "", "wacht": ""}
    laatste = date_format(timezone.localtime(stand.laatste), "j F Y") if stand.laatste else str(_("nog niets"))
    return {"laatste": laatste, "wacht": ", ".join(f"{n} {wat}" for wat, n in stand.wacht.items())}


def filter_(rij: QuerySet[Buurt], gekozen: dict[str, str]) -> QuerySet[Buurt]:
    for naam in FILTERS:
        if naam in gekozen:
            rij = rij.filter(**{naam: gekozen[naam]})
    if q := gekozen.get("q", "").strip():
        rij = rij.filter(
            Q(naam__icontains=q) | Q(gemeente__icontains=q) | Q(cbs_code__iexact=q) | Q(partner__icontains=q)
        )
    if gekozen.get("stil") in STIL_MAANDEN:
        grens = timezone.localdate() - dt.timedelta(days=30 * int(gekozen["stil"]))  # by day: a list is kept for one
        rij = rij.filter(Q(stand__laatste__isnull=True) | Q(stand__laatste__date__lt=grens))
    if gekozen.get("wacht"):
        rij = rij.filter(stand__aantal__gt=0)
    return _met_stand(rij, gekozen.get("stand", ""))


def _met_stand(rij: QuerySet[Buurt], stand: str) -> QuerySet[Buurt]:
    """How complete a network is, from one look through current memberships.

    A subquery a neighbourhood takes four times as long, and keys are fetched because counting and paging would each look.
    """
    trekkers = _lopend().filter(rol=Netwerkrol.KARTREKKER)
    per_buurt = trekkers.values("buurt").annotate(n=Count("pk"))
    if stand == "geen-kartrekker":
        return rij.exclude(pk__in=set(trekkers.values_list("buurt_id", flat=True)))
    if stand == "een-kartrekker":
        return rij.filter(pk__in=list(per_buurt.filter(n=1).values_list("buurt", flat=True)))
    if stand == "volledig":
        mensen = _lopend().exclude(rol__in=STEUN).values("buurt").annotate(n=Count("persoon", distinct=True))
        genoeg = per_buurt.filter(n__gte=KARTREKKERS).values("buurt")
        vol = mensen.filter(n__gte=LEDEN[0], buurt__in=genoeg)
        return rij.filter(pk__in=list(vol.values_list("buurt", flat=True)))
    return rij


def _met_leden(rij: QuerySet[Buurt]) -> QuerySet[Buurt]:
    """Adds `aantal_leden` for a list that is sorted by them. A join that counts what is distinct carries thirty wide rows a neighbourhood."""
    eigen = _lopend().filter(buurt=OuterRef("pk")).exclude(rol__in=STEUN).values("buurt")
    return rij.annotate(
        aantal_leden=Coalesce(Subquery(eigen.annotate(n=Count("persoon", distinct=True)).values("n")), 0)
    )


def tel_leden(buurten: list[Buurt]) -> list[Buurt]:
    """Sets `leden` (people) and `kartrekkers`, as they are today, on these records; one query."""
    mensen: dict[int, set[int]] = defaultdict(set)
    kartrekkers: Counter[int] = Counter()
    rij = _lopend() if len(buurten) > MAX_SLEUTELS else _lopend().filter(buurt__in=buurten)
    for pk, persoon, rol in rij.values_list("buurt_id", "persoon_id", "rol"):
        kartrekkers[pk] += rol == Netwerkrol.KARTREKKER
        if rol not in STEUN:
            mensen[pk].add(persoon)
    for buurt in buurten:
        buurt.leden, buurt.kartrekkers = len(mensen[buurt.pk]), kartrekkers[buurt.pk]
    return buurten


def _lopend() -> QuerySet[Lidmaatschap]:
    return Lidmaatschap.objects.lopend().filter(persoon__isnull=False).order_by()


def _tel(groepen: Iterable[tuple[Any, ...]], gekozen: dict[str, str]) -> int:
    return sum(
        n
        for *waarden, n in groepen
        if all(gekozen.get(naam, waarde) == waarde for naam, waarde in zip(FILTERS, waarden, strict=True))
    )


def _filters(groepen: Iterable[tuple[Any, ...]], gekozen: Mapping[str, str]) -> list[Registerfilter]:
    """From one look at four columns: a few hundred short rows cost less than four counts."""
    labels: dict[str, dict[str, Any]] = {"fase": dict(Fase.choices), "cohort": dict(Cohort.choices)}
    tellers: dict[str, Counter[str]] = {naam: Counter() for naam in FILTERS}
    for *waarden, n in groepen:
        for naam, waarde in zip(FILTERS, waarden, strict=True):
            tellers[naam][waarde] += n
    vast = {"fase": list(Fase.values), "cohort": list(Cohort.values)}
    return [
        Registerfilter(
            naam,
            FILTERS[naam],
            [
                (w, str(labels.get(naam, {}).get(w, w)), str(teller[w]), gekozen.get(naam) == w)
                for w in vast.get(naam, sorted(teller))
                if w and w in teller
            ],
        )
        for naam, teller in tellers.items()
    ]
