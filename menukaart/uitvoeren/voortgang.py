"""What is known of each of many neighbourhoods that carry out a plan, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, DateTimeField, Min, Q, QuerySet, Sum, Value
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.notitie import geldig_tot
from kennisplatform.tekening.opstand import Opstand, merk_van_velen, op_stand, tabellen_van
from menukaart.begroting.models import GOED, Begrotingsbesluit, Indiening, dagen_tot
from menukaart.commitment.models import WACHT, Handtekening
from menukaart.plan.keuzes import IN_UREN, Uitvoerstand
from menukaart.plan.models import (
    Beeldversie,
    Begrotingsregel,
    Buurtbeeld,
    Buurtplan,
    Planactiviteit,
    Planthema,
    Planversie,
)
from menukaart.plan.sommen import NUL
from menukaart.uitvoeren.bord import VOORBIJ

MIJLPALEN: Final = {
    "beeld": gettext_lazy("Buurtbeeld vastgesteld"),
    "plan": gettext_lazy("Buurtplan vastgesteld"),
    "begroting": gettext_lazy("Commissie akkoord"),
    "getekend": gettext_lazy("Eerste handtekening"),
    "begonnen": gettext_lazy("Eerste activiteit begonnen"),
}
REDEN_OPEN: Final = Q(niet_nu=True, antwoord="") & ~Q(reden="")
ACTIVITEITVELDEN: Final = ("plan__buurt_id", "stand", "n", "naamloos", "vast", "eerst")
BESTEEDVELDEN: Final = ("activiteit__plan__buurt_id", "euro", "uren")
INDIENVELDEN: Final = ("buurt_id", "totaal", "besluit", "op", "besloten_op")


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
    verzonnen: bool = False  # its plan or its picture was made up for the demo

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


def getekend(
    naam: str,
    buurten: Iterable[Buurt],
    erbij: object,
    request: HttpRequest,
    teken: Callable[[list[Buurtvoortgang]], str],
) -> SafeString:
    """The rows of a list, kept as long as nothing of these neighbourhoods is otherwise. `erbij`: what else they show."""
    lijst = list(buurten)
    pks = [buurt.pk for buurt in lijst]
    html = op_stand(
        naam,
        lambda: afdruk(*lijst, erbij) + merk_van_velen("voortgang", pks),
        request,
        lambda _sleutel: teken(rijen(lijst)),
        tabellen_van("voortgang"),
    )
    return mark_safe(html.decode())  # what our own templates drew, with everything in it escaped there


def rijen(buurten: Iterable[Buurt]) -> list[Buurtvoortgang]:
    """Five queries, however many neighbourhoods."""
    uit = {b.pk: Buurtvoortgang(b) for b in buurten}
    pks = list(uit)
    _vul_activiteiten(uit, _activiteiten(pks))
    _vul_besteed(uit, _besteed(pks))
    _vul_mijlpalen(uit, pks)
    _vul_begroting(uit, pks)
    _vul_wachtenden(uit, pks)
    for rij in uit.values():
        _in_de_buurt(rij)
    return list(uit.values())


def _activiteiten(pks: Sequence[int]) -> QuerySet[Any]:
    van = Planactiviteit.objects.filter(plan__buurt__in=pks).order_by()
    gepland, lopend = Q(stand=Uitvoerstand.GEPLAND), Q(stand__in=(Uitvoerstand.GEPLAND, Uitvoerstand.LOOPT))
    return van.values("plan__buurt_id", "stand").annotate(
        n=Count("pk"),
        naamloos=Count("pk", lopend & Q(wie="")),
        vast=Count("pk", gepland & Q(na__isnull=False) & ~Q(na__stand__in=VOORBIJ)),
        eerst=Min("gestart_op"),
    )


def _vul_activiteiten(uit: dict[int, Buurtvoortgang], per: QuerySet[Any]) -> None:
    for pk, stand, n, naamloos, vast, eerst in per.values_list(*ACTIVITEITVELDEN):
        buurt = uit[pk]
        buurt.standen[stand] = n
        buurt.naamloos += naamloos
        buurt.geblokkeerd += vast
        if eerst:
            buurt.mijlpalen["begonnen"] = min(eerst, buurt.mijlpalen.get("begonnen", eerst))


def _besteed(pks: Sequence[int]) -> QuerySet[Any]:
    regels = Begrotingsregel.objects.filter(activiteit__plan__buurt__in=pks).order_by()
    return regels.values("activiteit__plan__buurt_id").annotate(
        euro=Sum("uitgegeven"), uren=Sum("gebruikt", filter=Q(soort__in=IN_UREN))
    )


def _vul_besteed(uit: dict[int, Buurtvoortgang], per: QuerySet[Any]) -> None:
    for pk, euro, uren in per.values_list(*BESTEEDVELDEN):
        uit[pk].uitgegeven, uit[pk].uren = euro or NUL, uren or NUL


def _verzonnen(soort: type[Buurtbeeld | Buurtplan], pks: Sequence[int]) -> QuerySet[Any]:
    return soort._default_manager.filter(voorbeeld=True, buurt__in=pks).order_by()


def _vul_mijlpalen(uit: dict[int, Buurtvoortgang], pks: list[int]) -> None:
    """When a picture and a plan were laid down first, when somebody signed, and what is an example; in one query."""
    beeld = Beeldversie.objects.filter(nummer=1, beeld__buurt__in=pks).order_by()
    plan = Planversie.objects.filter(nummer=1, plan__buurt__in=pks).order_by()
    getekend = Handtekening.objects.filter(buurt__in=pks, getekend_op__isnull=False).order_by()
    vast = beeld.values_list("beeld__buurt_id", "op", Value("beeld")).union(
        plan.values_list("plan__buurt_id", "op", Value("plan")),
        getekend.values_list("buurt_id", "getekend_op", Value("getekend")),
        *(
            _verzonnen(soort, pks).values_list("buurt_id", Value(None, DateTimeField()), Value("verzonnen"))
            for soort in (Buurtbeeld, Buurtplan)
        ),
        all=True,
    )
    for pk, op, code in vast:
        if code == "verzonnen":
            uit[pk].verzonnen = True
            continue
        dag = timezone.localdate(op)
        uit[pk].mijlpalen[code] = min(dag, uit[pk].mijlpalen.get(code, dag))


def _vul_begroting(uit: dict[int, Buurtvoortgang], pks: list[int]) -> None:
    """Each budget that was handed in, the first one first."""
    ingediend = Indiening.objects.filter(buurt__in=pks).order_by("op", "pk").values_list(*INDIENVELDEN)
    for pk, totaal, besluit, op, besloten_op in ingediend:
        rij = uit[pk]
        rij.begroot = totaal
        if besluit in GOED and besloten_op:
            rij.mijlpalen.setdefault("begroting", timezone.localdate(besloten_op))
        if besluit == Begrotingsbesluit.OPEN:
            dagen = dagen_tot(op, besloten_op)
            geldig_tot(op + dt.timedelta(days=dagen + 1))
            rij.wacht.append(ngettext("de commissie, %(n)s dag", "de commissie, %(n)s dagen", dagen) % {"n": dagen})
        if besluit == Begrotingsbesluit.TERUG:
            rij.wacht.append(_("het netwerk: vragen van de commissie"))


def _vul_wachtenden(uit: dict[int, Buurtvoortgang], pks: list[int]) -> None:
    """Signatures that were asked, and reasons that the team did not answer; in one query."""
    tekenen = Handtekening.objects.filter(buurt__in=pks, stand__in=WACHT).order_by()
    redenen = Planthema.objects.filter(REDEN_OPEN, plan__buurt__in=pks).order_by()
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


# Of the list on one page: the same rows as above, for the mark of what is kept of it.
OPSTANDEN = [
    Opstand("voortgang", Planactiviteit, _activiteiten, ACTIVITEITVELDEN),
    Opstand("voortgang", Begrotingsregel, _besteed, BESTEEDVELDEN),
    Opstand("voortgang", Indiening, lambda pks: Indiening.objects.filter(buurt__in=pks), INDIENVELDEN),
    Opstand(
        "voortgang",
        Beeldversie,
        lambda pks: Beeldversie.objects.filter(nummer=1, beeld__buurt__in=pks),
        ("beeld__buurt_id", "op"),
    ),
    Opstand(
        "voortgang",
        Planversie,
        lambda pks: Planversie.objects.filter(nummer=1, plan__buurt__in=pks),
        ("plan__buurt_id", "op"),
    ),
    Opstand("voortgang", Buurtbeeld, lambda pks: _verzonnen(Buurtbeeld, pks), ("buurt_id", "voorbeeld")),
    Opstand("voortgang", Buurtplan, lambda pks: _verzonnen(Buurtplan, pks), ("buurt_id", "voorbeeld")),
    Opstand(
        "voortgang",
        Handtekening,
        lambda pks: Handtekening.objects.filter(buurt__in=pks),
        ("id", "buurt_id", "stand", "getekend_op"),
    ),
    Opstand(
        "voortgang",
        Planthema,
        lambda pks: Planthema.objects.filter(REDEN_OPEN, plan__buurt__in=pks),
        ("id", "plan__buurt_id"),
    ),
]
