"""Many neighbourhoods at once, for who follows them: how far each is, and who waits for whom. Twelve queries, whatever there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Final

from django.core.paginator import Page, Paginator
from django.db.models import Count, Min, Q, QuerySet, Sum, Value
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kennisplatform.basis.kiezer import Kiezer
from kennisplatform.deelnemers.keuzes import Cohort, Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.positie import mag, positie
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.afdruk import afdruk
from menukaart.begroting.models import GOED, Begrotingsbesluit, Indiening
from menukaart.commitment.models import WACHT, Handtekening
from menukaart.plan.keuzes import IN_UREN, Uitvoerstand
from menukaart.plan.models import Beeldversie, Begrotingsregel, Planactiviteit, Planthema, Planversie
from menukaart.plan.sommen import NUL
from menukaart.uitvoeren.bord import VOORBIJ
from menukaart.uitvoeren.totalen import Programmastand, programmastand, stand_van

PER_PAGINA: Final = 50
MIJLPALEN: Final = {
    "beeld": gettext_lazy("Buurtbeeld vastgesteld"),
    "plan": gettext_lazy("Buurtplan vastgesteld"),
    "begroting": gettext_lazy("Commissie akkoord"),
    "getekend": gettext_lazy("Eerste handtekening"),
    "begonnen": gettext_lazy("Eerste activiteit begonnen"),
}
_REDEN_OPEN: Final = Q(niet_nu=True, antwoord="") & ~Q(reden="")
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


@dataclass
class Buurtvoortgang:
    buurt: Buurt
    standen: dict[str, int] = field(default_factory=dict)  # Uitvoerstand → activities
    naamloos: int = 0
    geblokkeerd: int = 0  # activities that wait for another one
    mijlpalen: dict[str, dt.date] = field(default_factory=dict)
    begroot: Decimal | None = None  # of the budget that was handed in last
    uitgegeven: Decimal = NUL
    uren: Decimal = NUL
    wacht: list[str] = field(default_factory=list)

    @property
    def merk(self) -> str:
        """Of all that is shown of it: other words are another drawing."""
        return afdruk(*(getattr(self, veld.name) for veld in fields(self)))

    @property
    def activiteiten(self) -> int:
        return sum(self.standen.values())

    @property
    def in_woorden(self) -> list[str]:
        return [f"{self.standen[s]} {s.label.lower()}" for s in Uitvoerstand if self.standen.get(s)]

    @property
    def laatste(self) -> tuple[str, dt.date] | None:
        """The milestone that was reached last."""
        rij = [(str(naam), self.mijlpalen[code]) for code, naam in MIJLPALEN.items() if code in self.mijlpalen]
        return rij[-1] if rij else None


@dataclass(frozen=True)
class Voortgangsblad:
    pagina: Page
    rijen: list[Buurtvoortgang]
    totaal: int
    gehaald: list[tuple[str, int]]  # milestone, how many neighbourhoods
    standen: list[tuple[str, int]]
    uitgegeven: Decimal
    gekozen: dict[str, str]
    kort_geleden: bool  # the sums are of a moment ago (totalen.py)

    @property
    def merk(self) -> str:
        """Of all rows that are shown."""
        return afdruk(*(rij.merk for rij in self.rijen))


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
        "team": Planthema.objects.filter(_REDEN_OPEN).values("plan__buurt"),
    }.get(gekozen.get("wacht", ""))
    return rij.filter(pk__in=wacht) if wacht is not None else rij


def blad(wie: Gebruiker, vraag: Mapping[str, str]) -> Voortgangsblad:
    gekozen = gekozen_uit(vraag)
    rij = filter_(van_wie(wie), gekozen)
    alle = not gekozen and mag(wie, Doe.EXPORTEREN, "voortgang")
    stand = programmastand() if alle else stand_van(rij)
    bladen = Paginator(rij.order_by("naam", "pk"), PER_PAGINA)
    pagina = bladen.get_page(vraag.get("pagina"))
    return Voortgangsblad(
        pagina,
        rijen(list(pagina.object_list)),
        bladen.count,
        mijlpalen_in_woorden(stand),
        [(str(s.label), stand.standen[s]) for s in Uitvoerstand if stand.standen.get(s)],
        stand.uitgegeven,
        gekozen,
        kort_geleden=alle,
    )


def mijlpalen_in_woorden(stand: Programmastand) -> list[tuple[str, int]]:
    return [(str(naam), stand.gehaald.get(code, 0)) for code, naam in MIJLPALEN.items()]


def rijen(buurten: Iterable[Buurt]) -> list[Buurtvoortgang]:
    """Five queries, however many neighbourhoods."""
    uit = {b.pk: Buurtvoortgang(b) for b in buurten}
    _activiteiten(uit)
    _besteed(uit)
    _mijlpalen(uit)
    _begroting(uit)
    _wachtenden(uit)
    for rij in uit.values():
        _in_de_buurt(rij)
    return list(uit.values())


def _mijlpalen(uit: dict[int, Buurtvoortgang]) -> None:
    """When a picture and a plan were laid down first, and when somebody signed; in one query."""
    beeld = Beeldversie.objects.filter(nummer=1, beeld__buurt__in=list(uit)).order_by()
    plan = Planversie.objects.filter(nummer=1, plan__buurt__in=list(uit)).order_by()
    getekend = Handtekening.objects.filter(buurt__in=list(uit), getekend_op__isnull=False).order_by()
    vast = beeld.values_list("beeld__buurt_id", "op", Value("beeld")).union(
        plan.values_list("plan__buurt_id", "op", Value("plan")),
        getekend.values_list("buurt_id", "getekend_op", Value("getekend")),
        all=True,
    )
    for pk, op, code in vast:
        dag = timezone.localdate(op)
        uit[pk].mijlpalen[code] = min(dag, uit[pk].mijlpalen.get(code, dag))


def _activiteiten(uit: dict[int, Buurtvoortgang]) -> None:
    van = Planactiviteit.objects.filter(plan__buurt__in=list(uit)).order_by()
    gepland, lopend = Q(stand=Uitvoerstand.GEPLAND), Q(stand__in=(Uitvoerstand.GEPLAND, Uitvoerstand.LOOPT))
    per = van.values("plan__buurt_id", "stand").annotate(
        n=Count("pk"),
        naamloos=Count("pk", lopend & Q(wie="")),
        vast=Count("pk", gepland & Q(na__isnull=False) & ~Q(na__stand__in=VOORBIJ)),
        eerst=Min("gestart_op"),
    )
    for rij in per:
        buurt = uit[rij["plan__buurt_id"]]
        buurt.standen[rij["stand"]] = rij["n"]
        buurt.naamloos += rij["naamloos"]
        buurt.geblokkeerd += rij["vast"]
        if rij["eerst"]:
            buurt.mijlpalen["begonnen"] = min(rij["eerst"], buurt.mijlpalen.get("begonnen", rij["eerst"]))


def _besteed(uit: dict[int, Buurtvoortgang]) -> None:
    regels = Begrotingsregel.objects.filter(activiteit__plan__buurt__in=list(uit)).order_by()
    per = regels.values_list("activiteit__plan__buurt_id").annotate(
        euro=Sum("uitgegeven"), uren=Sum("gebruikt", filter=Q(soort__in=IN_UREN))
    )
    for pk, euro, uren in per:
        uit[pk].uitgegeven, uit[pk].uren = euro or NUL, uren or NUL


def _begroting(uit: dict[int, Buurtvoortgang]) -> None:
    for i in Indiening.objects.filter(buurt__in=list(uit)).order_by("op", "pk"):
        rij = uit[i.buurt_id]
        rij.begroot = i.totaal
        if i.besluit in GOED and i.besloten_op:
            rij.mijlpalen.setdefault("begroting", timezone.localdate(i.besloten_op))
        if i.besluit == Begrotingsbesluit.OPEN:
            tekst = ngettext("de commissie, %(n)s dag", "de commissie, %(n)s dagen", i.dagen)
            rij.wacht.append(tekst % {"n": i.dagen})
        if i.besluit == Begrotingsbesluit.TERUG:
            rij.wacht.append(_("het netwerk: vragen van de commissie"))


def _wachtenden(uit: dict[int, Buurtvoortgang]) -> None:
    """Signatures that were asked, and reasons that the team did not answer; in one query."""
    tekenen = Handtekening.objects.filter(buurt__in=list(uit), stand__in=WACHT).order_by()
    redenen = Planthema.objects.filter(_REDEN_OPEN, plan__buurt__in=list(uit)).order_by()
    # Grouped before it is counted: `values` comes first.
    per = (
        tekenen.values("buurt_id")
        .annotate(wie=Value("tekent"), n=Count("pk"))
        .values_list("buurt_id", "wie", "n")
        .union(
            redenen.values("plan__buurt_id")
            .annotate(wie=Value("team"), n=Count("pk"))
            .values_list("plan__buurt_id", "wie", "n"),
            all=True,
        )
    )
    for pk, wie, n in sorted(per, key=lambda drie: drie[1], reverse=True):
        if wie == "tekent":
            tekst = ngettext("%(n)s handtekening", "%(n)s handtekeningen", n)
        else:
            tekst = ngettext("het team: %(n)s thema dat nu niet past", "het team: %(n)s thema’s die nu niet passen", n)
        uit[pk].wacht.append(tekst % {"n": n})


def _in_de_buurt(rij: Buurtvoortgang) -> None:
    if n := rij.naamloos:
        rij.wacht.append(ngettext("een naam bij %(n)s activiteit", "een naam bij %(n)s activiteiten", n) % {"n": n})
    if n := rij.geblokkeerd:
        rij.wacht.append(ngettext("%(n)s activiteit op een andere", "%(n)s activiteiten op een andere", n) % {"n": n})
