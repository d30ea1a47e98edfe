"""The programme on one page, for who follows it from outside: milestones, sessions, who has no figures. No persons, no names
of people, no text that somebody typed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils import timezone

from kennisplatform.cijfers.uitkomsten import laatste_perioden
from kennisplatform.cijfersessies.sessies import Sessietelling, tel
from kennisplatform.deelnemers.models import Buurt
from menukaart.uitvoeren.overzicht import PER_PAGINA, mijlpalen_in_woorden
from menukaart.uitvoeren.totalen import programmastand
from menukaart.uitvoeren.voortgang import MIJLPALEN, Buurtvoortgang

SESSIE_LANG_GELEDEN = dt.timedelta(days=92)  # two months, and a month to find a day


@dataclass(frozen=True)
class Programmarij:
    voortgang: Buurtvoortgang
    keren: int  # sessions that were rounded off
    laatst: dt.date | None
    cijfers_tot: str  # last period of outcomes; empty: none

    @property
    def mijlpalen(self) -> list[tuple[str, dt.date | None]]:
        return [(str(naam), self.voortgang.mijlpalen.get(code)) for code, naam in MIJLPALEN.items()]


@dataclass(frozen=True)
class Programmablad:
    pagina: Page
    sessies_van: Mapping[int, Sessietelling]
    cijfers_tot: Mapping[int, str]
    gehaald: list[tuple[str, int]]
    totaal: int
    sessies: int
    zonder_cijfers: int
    verzonnen: int  # neighbourhoods that are an example
    stil: int  # under way, and no session for three months

    @property
    def erbij(self) -> list[tuple[object, str]]:
        """What the rows show beside the progress of their neighbourhoods."""
        return [(self.sessies_van.get(b.pk), self.cijfers_tot.get(b.pk, "")) for b in self.pagina.object_list]

    def rij(self, voortgang: Buurtvoortgang) -> Programmarij:
        pk = voortgang.buurt.pk
        telling = self.sessies_van.get(pk)
        return Programmarij(
            voortgang,
            telling.keren if telling else 0,
            telling.laatste if telling else None,
            self.cijfers_tot.get(pk, ""),
        )

    @property
    def koppen(self) -> list[str]:
        return [str(naam) for naam in MIJLPALEN.values()]


def programmablad(pagina: str | None = None) -> Programmablad:
    """A fixed number of queries; sums of all, and fifty neighbourhoods at a time."""
    alle = Buurt.objects.actief().order_by("naam", "pk")
    sessies, cijfers = tel(), laatste_perioden()
    stand, bladen = programmastand(), Paginator(alle, PER_PAGINA)
    hier = bladen.get_page(pagina)
    hier.object_list = list(hier.object_list)
    grens = timezone.localdate() - SESSIE_LANG_GELEDEN
    return Programmablad(
        hier,
        sessies,
        cijfers,
        mijlpalen_in_woorden(stand),
        bladen.count,
        sum(s.keren for s in sessies.values()),
        bladen.count - len(cijfers),
        stand.verzonnen,
        sum(pk not in sessies or sessies[pk].laatste < grens for pk in stand.begonnen),
    )
