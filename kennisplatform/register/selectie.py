"""From candidate to start: who was looked at, what is still open, and the next step. Six answers, never added up."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Count
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.keuzes import Cohort
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.register.models import Buurtscan, Criterium, Instroom, gegeven
from kennisplatform.tekening.afdruk import afdruk

PER_PAGINA: Final = 50
ZES: Final = len(Criterium.Naam.values)
STAPPEN: Final = {
    "netwerk": gettext_lazy("Zoek een kartrekker en nodig die uit"),
    "scan": gettext_lazy("Vraag het netwerk de zes vragen te beantwoorden"),
    "marktaandeel": gettext_lazy("Vraag de partner om het marktaandeel"),
    "team": gettext_lazy("Geef als team antwoord op de zes vragen"),
    "besluit": gettext_lazy("Besluit: meedoen, wachten of nu niet"),
    "klaar": gettext_lazy("Niets: er is besloten"),
}


@dataclass(frozen=True)
class Selectierij:
    buurt: Buurt
    scan: Buurtscan | None
    instroom: Instroom | None
    team: int  # of the six that the team answered
    leden: int

    @property
    def merk(self) -> str:
        """Of all that is shown of it: other words are another drawing."""
        return afdruk(self.buurt, self.scan, self.instroom, self.team, self.leden)

    @property
    def netwerk(self) -> int:
        return self.scan.gegeven if self.scan else 0

    @property
    def besluit(self) -> str:
        return str(self.instroom.get_besluit_display()) if self.instroom else str(Instroom.Besluit.OPEN.label)

    @property
    def besloten(self) -> bool:
        return self.instroom is not None and self.instroom.besluit != Instroom.Besluit.OPEN

    @property
    def open(self) -> list[str]:
        """Codes of what is still to be done, first things first."""
        aandeel = self.scan is not None and self.scan.marktaandeel is not None
        return _open(self.besloten, self.leden, self.netwerk, aandeel, self.team)

    @property
    def stap(self) -> str:
        return self.open[0] if self.open else "klaar"

    @property
    def stap_in_woorden(self) -> str:
        """What is open first: what the list can be filtered by."""
        return str(STAPPEN[self.stap])

    @property
    def afgesproken(self) -> str:
        """What the team wrote itself about what comes next; it stands beside the step, never in its place."""
        return self.instroom.volgende if self.instroom else ""

    @property
    def voor(self) -> dt.date | None:
        return self.instroom.voor if self.instroom else None


@dataclass(frozen=True)
class Selectielijst:
    pagina: Page[Any]  # of rows
    totaal: int
    stappen: list[tuple[str, str, int, bool]]  # code, words, how many, chosen
    cohorten: list[tuple[str, str, bool]]
    gescand: int  # by network and team both

    @property
    def merk(self) -> str:
        """Of all rows that are shown."""
        return afdruk(*(rij.merk for rij in self.pagina))


def _open(besloten: bool, leden: int, netwerk: int, aandeel: bool, team: int) -> list[str]:
    if besloten:
        return []
    uit = [] if leden else ["netwerk"]
    uit += ["scan"] if netwerk < ZES else []
    uit += [] if aandeel else ["marktaandeel"]
    uit += ["team"] if team < ZES else []
    return [*uit, "besluit"]


def lijst(vraag: QueryDict) -> Selectielijst:
    """A fixed number of queries: the next step follows from the work, so it is worked out for each of a thousand from a few
    values; whole records are read of one page only.
    """
    cohort, stap = vraag.get("cohort", ""), vraag.get("stap", "")
    buurten = Buurt.objects.actief().order_by("naam", "pk")
    if cohort in Cohort.values:
        buurten = buurten.filter(cohort=cohort)
    team, leden = _van_team(), _leden()
    stappen: list[tuple[int, str]] = []
    aantallen: dict[str, int] = defaultdict(int)
    gescand = 0
    for pk, antwoorden, aandeel, besluit in buurten.values_list(
        "pk", "scan__antwoorden", "scan__marktaandeel", "instroom__besluit"
    ):
        netwerk, besloten = gegeven(antwoorden or {}), besluit not in (None, Instroom.Besluit.OPEN)
        open_ = _open(besloten, leden.get(pk, 0), netwerk, aandeel is not None, team.get(pk, 0))
        stappen.append((pk, open_[0] if open_ else "klaar"))
        aantallen[stappen[-1][1]] += 1
        gescand += netwerk == ZES == team.get(pk, 0)
    pks = [pk for pk, hier in stappen if stap not in STAPPEN or hier == stap]
    pagina: Page[Any] = Paginator(pks, PER_PAGINA).get_page(vraag.get("pagina"))
    hier = (
        Buurt.objects.filter(pk__in=list(pagina.object_list)).select_related("scan", "instroom").order_by("naam", "pk")
    )
    pagina.object_list = _rijen(hier, team, leden)
    return Selectielijst(
        pagina,
        len(pks),
        [(code, str(tekst), aantallen[code], code == stap) for code, tekst in STAPPEN.items() if aantallen[code]],
        [(code, str(naam), code == cohort) for code, naam in Cohort.choices],
        gescand,
    )


def _van_team() -> dict[int, int]:
    rij = Criterium.objects.exclude(oordeel="onbekend").order_by()
    return dict(rij.values_list("buurt").annotate(n=Count("pk")))


def _leden() -> dict[int, int]:
    return dict(Lidmaatschap.objects.lopend().order_by().values_list("buurt").annotate(n=Count("pk")))


def rijen_van(buurten: Iterable[Buurt]) -> list[Selectierij]:
    return _rijen(buurten, _van_team(), _leden())


def _rijen(buurten: Iterable[Buurt], team: Mapping[int, int], leden: Mapping[int, int]) -> list[Selectierij]:
    return [
        Selectierij(b, getattr(b, "scan", None), getattr(b, "instroom", None), team.get(b.pk, 0), leden.get(b.pk, 0))
        for b in buurten
    ]


@dataclass(frozen=True)
class Scangrond:
    """One of the six, as the network and as the team sees it."""

    naam: str
    netwerk: tuple[str, str]  # verdict in words, ground
    team: tuple[str, str] | None


def gronden(scan: Buurtscan | None, criteria: Iterable[Criterium] | None) -> list[Scangrond]:
    """`criteria` None: of the network only, for who may not read what the team wrote."""
    van_team = {c.naam: (str(c.get_oordeel_display()), c.grond) for c in criteria or ()}
    onbekend = (str(Criterium.Oordeel.ONBEKEND.label), "")
    antwoorden = scan.antwoorden if scan else {}
    uit = []
    for code, naam in Criterium.Naam.choices:
        een = antwoorden.get(code, {})
        oordeel = str(Criterium.Oordeel(een.get("oordeel", "onbekend")).label)
        uit.append(
            Scangrond(
                str(naam),
                (oordeel, een.get("grond", "")),
                None if criteria is None else van_team.get(code, onbekend),
            )
        )
    return uit


@transaction.atomic
def bewaar_scan(
    *, buurt: Buurt, antwoorden: dict[str, dict[str, str]], aandeel: dict[str, Any], door: Gebruiker
) -> Buurtscan:
    scan = Buurtscan.objects.filter(buurt=vergrendel(buurt)).first() or Buurtscan(buurt=buurt, versie=0)
    scan.antwoorden, scan.door = antwoorden, door
    for naam, waarde in aandeel.items():
        setattr(scan, naam, waarde)
    scan.versie += 1
    scan.save()
    return scan


@transaction.atomic
def bewaar_besluit(*, instroom: Instroom, door: Gebruiker) -> Instroom:
    """The network reads what was decided and why; that it was decided stands in its log. What is only the team's next step
    is not told.
    """
    buurt = vergrendel(instroom.buurt)
    was = Instroom.objects.filter(buurt=buurt).values_list("besluit", "reden").first() or (Instroom.Besluit.OPEN, "")
    instroom.versie += 1
    instroom.door = door
    instroom.save()
    if (instroom.besluit, instroom.reden) != was:
        tekst = _("besloot over meedoen: %(besluit)s") % {"besluit": instroom.get_besluit_display()}
        noteer(Logregel.Soort.BUURT, tekst, buurt=buurt, door=door)
    return instroom
