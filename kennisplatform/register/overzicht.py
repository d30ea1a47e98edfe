"""The list of the register: filters, counts and paging in a constant number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Cohort, Fase, Netwerkrol
from kennisplatform.deelnemers.models import Buurt

PER_PAGINA: Final = 50
FILTERS: Final = ("partner", "regio", "fase", "cohort")
STANDEN: Final = ("geen-kartrekker", "een-kartrekker", "volledig")
VOLGORDES: Final = {
    "naam": ("naam", "pk"),
    "fase": ("fase", "naam"),
    "leden": ("leden", "naam"),
    "gemeente": ("gemeente", "naam"),
}


@dataclass(frozen=True)
class Lijst:
    pagina: Page
    totaal: int
    keuzes: dict[str, list[tuple[str, str, int]]]  # filter → (value, label, count), over everything
    gekozen: dict[str, str]


def lijst(vraag: QueryDict) -> Lijst:
    """Unknown values are left out: a link from an old mail still shows a list."""
    gekozen = {naam: vraag[naam][:120] for naam in (*FILTERS, "q", "stand", "volgorde") if vraag.get(naam)}
    rij = filter_(met_aantallen(Buurt.objects.actief()), gekozen)
    rij = rij.order_by(*VOLGORDES.get(gekozen.get("volgorde", ""), VOLGORDES["naam"]))
    bladen = Paginator(rij, PER_PAGINA)
    return Lijst(bladen.get_page(vraag.get("pagina")), bladen.count, _keuzes(), gekozen)


def filter_(rij: QuerySet[Buurt], gekozen: dict[str, str]) -> QuerySet[Buurt]:
    for naam in FILTERS:
        if naam in gekozen:
            rij = rij.filter(**{naam: gekozen[naam]})
    if q := gekozen.get("q", "").strip():
        rij = rij.filter(
            Q(naam__icontains=q) | Q(gemeente__icontains=q) | Q(cbs_code__iexact=q) | Q(partner__icontains=q)
        )
    stand = gekozen.get("stand")
    if stand == "geen-kartrekker":
        rij = rij.filter(kartrekkers=0)
    elif stand == "een-kartrekker":
        rij = rij.filter(kartrekkers=1)
    elif stand == "volledig":
        rij = rij.filter(kartrekkers__gte=2, leden__gte=4)
    return rij


def met_aantallen(rij: QuerySet[Buurt]) -> QuerySet[Buurt]:
    """Adds `leden` (people) and `kartrekkers`, as they are today."""
    vandaag = timezone.localdate()
    loopt = Q(lidmaatschappen__van__lte=vandaag, lidmaatschappen__persoon__isnull=False) & (
        Q(lidmaatschappen__tot__isnull=True) | Q(lidmaatschappen__tot__gt=vandaag)
    )
    steun = Q(lidmaatschappen__rol__in=[Netwerkrol.COACH, Netwerkrol.COORDINATOR])
    return rij.annotate(
        leden=Count("lidmaatschappen__persoon", filter=loopt & ~steun, distinct=True),
        kartrekkers=Count(
            "lidmaatschappen", filter=loopt & Q(lidmaatschappen__rol=Netwerkrol.KARTREKKER), distinct=True
        ),
    )


def _keuzes() -> dict[str, list[tuple[str, str, int]]]:
    """One look at four columns: a thousand short rows cost less than four counts."""
    labels: dict[str, dict[str, Any]] = {"fase": dict(Fase.choices), "cohort": dict(Cohort.choices)}
    tellers: dict[str, dict[str, int]] = {naam: {} for naam in FILTERS}
    groepen = Buurt.objects.actief().order_by().values_list(*FILTERS).annotate(n=Count("pk"))
    for *waarden, n in groepen:
        for naam, waarde in zip(FILTERS, waarden, strict=True):
            if waarde:
                tellers[naam][waarde] = tellers[naam].get(waarde, 0) + n
    vast = {"fase": list(Fase.values), "cohort": list(Cohort.values)}
    return {
        naam: [
            (w, str(labels.get(naam, {}).get(w, w)), teller[w]) for w in vast.get(naam, sorted(teller)) if w in teller
        ]
        for naam, teller in tellers.items()
    }
