"""Many neighbourhoods at once, for who follows them: how far each is, and who waits for whom. Twelve queries, whatever there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kennisplatform.basis.kiezer import Kiezer
from kennisplatform.deelnemers.keuzes import Cohort, Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.positie import mag, positie
from kennisplatform.deelnemers.rechten import Doe
from menukaart.begroting.models import Begrotingsbesluit, Indiening
from menukaart.commitment.models import WACHT, Handtekening
from menukaart.plan.keuzes import Uitvoerstand
from menukaart.plan.models import Planthema
from menukaart.uitvoeren.totalen import Programmastand, programmastand, stand_van
from menukaart.uitvoeren.voortgang import MIJLPALEN, REDEN_OPEN

PER_PAGINA: Final = 50
# What the list can be narrowed to: code → words, neighbourhoods for which it is so.
WACHTEN: Final = {
    "commissie": gettext_lazy("Wacht op de commissie"),
    "netwerk": gettext_lazy("Wacht op antwoord van het netwerk"),
    "handtekening": gettext_lazy("Wacht op handtekeningen"),
    "team": gettext_lazy("Wacht op het transitieteam"),
}
_ALLE: Final = {"": _("Alle")}
KIEZERS: Final = (
    Kiezer("fase", _("Fase"), _ALLE | dict(Fase.choices)),
    Kiezer("cohort", _("Startgroep"), _ALLE | dict(Cohort.choices)),
    Kiezer("wacht", _("Wie wacht op wie"), _ALLE | WACHTEN),
)


@dataclass(frozen=True)
class Voortgangsblad:
    pagina: Page
    totaal: int
    gehaald: list[tuple[str, int]]  # milestone, how many neighbourhoods
    standen: list[tuple[str, int]]
    uitgegeven: Decimal
    gekozen: dict[str, str]
    verzonnen: int  # neighbourhoods that are an example
    kort_geleden: bool  # the sums are of a moment ago (totalen.py)


def van_wie(wie: Gebruiker) -> QuerySet[Buurt]:
    """The team's are all; anybody else's are those in which they stand, such as a coach's."""
    rij = Buurt.objects.actief()
    return rij if mag(wie, Doe.EXPORTEREN, "voortgang") else rij.filter(pk__in=list(positie(wie).rollen))


def gekozen_uit(vraag: Mapping[str, str]) -> dict[str, str]:
    """Unknown values are left out: a link from an old mail still shows a list."""
    uit = {k.naam: vraag[k.naam] for k in KIEZERS if vraag.get(k.naam) and vraag[k.naam] in k.keuzes}
    return uit | ({"q": q} if (q := " ".join(vraag.get("q", "")[:80].split())) else {})


def filter_(rij: QuerySet[Buurt], gekozen: Mapping[str, str]) -> QuerySet[Buurt]:
    for naam in ("cohort", "fase"):
        if naam in gekozen:
            rij = rij.filter(**{naam: gekozen[naam]})
    if q := gekozen.get("q"):
        rij = rij.filter(Q(naam__icontains=q) | Q(gemeente__icontains=q) | Q(partner__icontains=q))
    wacht = {
        "commissie": Indiening.objects.filter(besluit=Begrotingsbesluit.OPEN).values("buurt"),
        "netwerk": Indiening.objects.filter(besluit=Begrotingsbesluit.TERUG).values("buurt"),
        "handtekening": Handtekening.objects.filter(stand__in=WACHT).values("buurt"),
        "team": Planthema.objects.filter(REDEN_OPEN).values("plan__buurt"),
    }.get(gekozen.get("wacht", ""))
    return rij.filter(pk__in=wacht) if wacht is not None else rij


def blad(wie: Gebruiker, vraag: Mapping[str, str]) -> Voortgangsblad:
    gekozen = gekozen_uit(vraag)
    rij = filter_(van_wie(wie), gekozen)
    alle = not gekozen and mag(wie, Doe.EXPORTEREN, "voortgang")
    stand = programmastand() if alle else stand_van(rij)
    bladen = Paginator(rij.order_by("naam", "pk"), PER_PAGINA)
    pagina = bladen.get_page(vraag.get("pagina"))
    pagina.object_list = list(pagina.object_list)
    return Voortgangsblad(
        pagina,
        bladen.count,
        mijlpalen_in_woorden(stand),
        [(str(s.label), stand.standen[s]) for s in Uitvoerstand if stand.standen.get(s)],
        stand.uitgegeven,
        gekozen,
        stand.verzonnen,
        kort_geleden=alle,
    )


def mijlpalen_in_woorden(stand: Programmastand) -> list[tuple[str, int]]:
    return [(str(naam), stand.gehaald.get(code, 0)) for code, naam in MIJLPALEN.items()]
