"""The programme on one page, for who follows it from outside: milestones, sessions, who has no figures. No persons, no names
of people, no text that somebody typed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from kennisplatform.cijfers.uitkomsten import optelling
from kennisplatform.cijfersessies.sessies import tel
from kennisplatform.deelnemers.models import Buurt
from menukaart.uitvoeren.overzicht import MIJLPALEN, Buurtvoortgang, rijen

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

    @property
    def begonnen(self) -> bool:
        return bool(self.voortgang.mijlpalen)


@dataclass(frozen=True)
class Programmablad:
    rijen: list[Programmarij]
    gehaald: list[tuple[str, int]]
    sessies: int
    zonder_cijfers: int
    stil: int  # under way, and no session for three months

    @property
    def koppen(self) -> list[str]:
        return [str(naam) for naam in MIJLPALEN.values()]


def programmablad() -> Programmablad:
    """A fixed number of queries for every five hundred neighbourhoods."""
    buurten = list(Buurt.objects.actief().order_by("naam", "pk"))
    sessies = tel()
    met, zonder = optelling()
    laatste = {regel.buurt.pk: regel.laatste for regel in met}
    uit = [
        Programmarij(
            v,
            sessies[v.buurt.pk].keren if v.buurt.pk in sessies else 0,
            sessies[v.buurt.pk].laatste if v.buurt.pk in sessies else None,
            laatste.get(v.buurt.pk, ""),
        )
        for v in rijen(buurten)
    ]
    grens = timezone.localdate() - SESSIE_LANG_GELEDEN
    return Programmablad(
        uit,
        [(str(naam), sum(code in r.voortgang.mijlpalen for r in uit)) for code, naam in MIJLPALEN.items()],
        sum(r.keren for r in uit),
        len(zonder),
        sum("begonnen" in r.voortgang.mijlpalen and (r.laatst is None or r.laatst < grens) for r in uit),
    )
