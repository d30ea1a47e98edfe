"""From candidate to start: who was looked at, what is still open, and the next step. Six answers, never added up."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.keuzes import Cohort
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.register.models import Buurtscan, Criterium, Instroom

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
        if self.besloten:
            return []
        uit = [] if self.leden else ["netwerk"]
        uit += ["scan"] if self.netwerk < ZES else []
        uit += ["marktaandeel"] if self.scan is None or self.scan.marktaandeel is None else []
        uit += ["team"] if self.team < ZES else []
        return [*uit, "besluit"]

    @property
    def stap(self) -> str:
        return self.open[0] if self.open else "klaar"

    @property
    def volgende(self) -> str:
        """What the team wrote, else what is open first."""
        return (self.instroom.volgende if self.instroom else "") or str(STAPPEN[self.stap])

    @property
    def voor(self) -> dt.date | None:
        return self.instroom.voor if self.instroom else None


@dataclass(frozen=True)
class Selectielijst:
    pagina: Page[Selectierij]
    totaal: int
    stappen: list[tuple[str, str, int, bool]]  # code, words, how many, chosen
    cohorten: list[tuple[str, str, bool]]
    gescand: int  # by network and team both


def lijst(vraag: QueryDict) -> Selectielijst:
    """Four queries for a thousand neighbourhoods: the next step follows from the work, so it is worked out for each."""
    cohort, stap = vraag.get("cohort", ""), vraag.get("stap", "")
    buurten = Buurt.objects.actief().select_related("scan", "instroom").order_by("naam", "pk")
    if cohort in Cohort.values:
        buurten = buurten.filter(cohort=cohort)
    rijen = rijen_van(buurten)
    aantallen: dict[str, int] = defaultdict(int)
    for rij in rijen:
        aantallen[rij.stap] += 1
    gekozen = [rij for rij in rijen if stap not in STAPPEN or rij.stap == stap]
    return Selectielijst(
        Paginator(gekozen, PER_PAGINA).get_page(vraag.get("pagina")),
        len(gekozen),
        [(code, str(tekst), aantallen[code], code == stap) for code, tekst in STAPPEN.items() if aantallen[code]],
        [(code, str(naam), code == cohort) for code, naam in Cohort.choices],
        sum(rij.netwerk == ZES and rij.team == ZES for rij in rijen),
    )


def rijen_van(buurten: Iterable[Buurt]) -> list[Selectierij]:
    per_buurt: dict[int, int] = defaultdict(int)
    for buurt in Criterium.objects.exclude(oordeel="onbekend").order_by().values_list("buurt_id", flat=True):
        per_buurt[buurt] += 1
    leden: dict[int, int] = defaultdict(int)
    for buurt in Lidmaatschap.objects.lopend().order_by().values_list("buurt_id", flat=True):
        leden[buurt] += 1
    return [
        Selectierij(b, getattr(b, "scan", None), getattr(b, "instroom", None), per_buurt[b.pk], leden[b.pk])
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
