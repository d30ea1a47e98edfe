"""The programme on one page, for who follows it from outside: milestones, sessions, who has no figures. No persons, no names
of people, no text that somebody typed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils import timezone

from kennisplatform.cijfers.uitkomsten import laatste_perioden
from kennisplatform.cijfersessies.sessies import tel
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.afdruk import afdruk
from menukaart.uitvoeren.overzicht import MIJLPALEN, PER_PAGINA, Buurtvoortgang, mijlpalen_in_woorden, rijen
from menukaart.uitvoeren.totalen import programmastand

SESSIE_LANG_GELEDEN = dt.timedelta(days=92)  # two months, and a month to find a day


@dataclass(frozen=True)
class Programmarij:
    voortgang: Buurtvoortgang
    keren: int  # sessions that were rounded off
    laatst: dt.date | None
    cijfers_tot: str  # last period of outcomes; empty: none

    @property
    def merk(self) -> str:
        """Of all that is shown of it: other words are another drawing."""
        return afdruk(self.voortgang.buurt, self.mijlpalen, self.keren, self.laatst, self.cijfers_tot)

    @property
    def mijlpalen(self) -> list[tuple[str, dt.date | None]]:
        return [(str(naam), self.voortgang.mijlpalen.get(code)) for code, naam in MIJLPALEN.items()]


@dataclass(frozen=True)
class Programmablad:
    pagina: Page
    rijen: list[Programmarij]
    gehaald: list[tuple[str, int]]
    totaal: int
    sessies: int
    zonder_cijfers: int
    stil: int  # under way, and no session for three months

    @property
    def merk(self) -> str:
        """Of all rows that are shown."""
        return afdruk(*(rij.merk for rij in self.rijen))

    @property
    def koppen(self) -> list[str]:
        return [str(naam) for naam in MIJLPALEN.values()]


def programmablad(pagina: str | None = None) -> Programmablad:
    """A fixed number of queries; sums of all, and fifty neighbourhoods at a time."""
    alle = Buurt.objects.actief().order_by("naam", "pk")
    sessies, cijfers = tel(), laatste_perioden()
    stand, bladen = programmastand(), Paginator(alle, PER_PAGINA)
    hier = bladen.get_page(pagina)
    uit = [
        Programmarij(
            v,
            sessies[v.buurt.pk].keren if v.buurt.pk in sessies else 0,
            sessies[v.buurt.pk].laatste if v.buurt.pk in sessies else None,
            cijfers.get(v.buurt.pk, ""),
        )
        for v in rijen(list(hier.object_list))
    ]
    grens = timezone.localdate() - SESSIE_LANG_GELEDEN
    return Programmablad(
        hier,
        uit,
        mijlpalen_in_woorden(stand),
        bladen.count,
        sum(s.keren for s in sessies.values()),
        bladen.count - len(cijfers),
        sum(pk not in sessies or sessies[pk].laatste < grens for pk in stand.begonnen),
    )
