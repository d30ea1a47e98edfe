"""Synthetic meetings: four a neighbourhood, past and to come, with people who signed up. Marked, and removable."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from random import Random
from typing import Final

from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda.keuzes import Soort, Staat, Voor
from kennisplatform.agenda.models import Bijeenkomst, Deelname
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.proefdata.brengen import Meetrij
from kennisplatform.proefdata.bulk import schrijf_ruw
from kennisplatform.proefdata.vuller import MERK, Vuller

PER_BUURT: Final = 4
MEEST: Final = 8  # sign-ups of one meeting
ZICHT: Final = (Zichtbaarheid.OPENBAAR, Zichtbaarheid.OPENBAAR, Zichtbaarheid.NETWERKEN, Zichtbaarheid.EIGEN)


def vul(vuller: Vuller, buurten: Sequence[int]) -> int:
    rijen = [_een(vuller, buurt, nummer) for buurt in buurten for nummer in range(PER_BUURT)]
    schrijf_ruw(Bijeenkomst, rijen)
    sleutels = dict(Bijeenkomst.objects.filter(slug__startswith="proef-").values_list("uid", "pk"))
    deelnames = [d for een in rijen for d in _deelnames(vuller.dobbel, sleutels[een.uid])]
    schrijf_ruw(Deelname, deelnames)
    return len(rijen) + len(deelnames)


def _een(vuller: Vuller, buurt: int, nummer: int) -> Bijeenkomst:
    dobbel = vuller.dobbel
    dag = timezone.localdate() + dt.timedelta(days=dobbel.randint(-300, 200))
    begin = timezone.make_aware(dt.datetime.combine(dag, dt.time(dobbel.choice((10, 14, 19)), 30)))
    geweest = begin < timezone.now()
    return Bijeenkomst(
        soort=dobbel.choice(Soort.values),
        voor=dobbel.choice(Voor.values),
        titel=f"{MERK} {vuller.kort(60)}",
        slug=f"proef-{buurt}-{nummer}",
        uid=uuid.UUID(int=dobbel.getrandbits(128), version=4),
        omschrijving=vuller.zinnen(2, 5),
        begin=begin,
        einde=begin + dt.timedelta(minutes=90),
        buurt_id=buurt,
        plaats="Buurthuis" if dobbel.random() < 0.7 else "",
        online="https://voorbeeld.example/meedoen",
        zichtbaarheid=dobbel.choice(ZICHT),
        plaatsen=dobbel.choice((None, 3, 12)),
        gewijzigd=timezone.now(),
        gemaakt=timezone.now(),
        opbrengst=vuller.zinnen(1, 3) if geweest and dobbel.random() < 0.4 else "",
    )


def _deelnames(dobbel: Random, bijeenkomst: int) -> list[Deelname]:
    return [
        Deelname(
            bijeenkomst_id=bijeenkomst,
            naam=f"Bezoeker {n} (proef)",
            email=f"bezoeker-{n}@proef.example",
            staat=Staat.PLEK if n < 3 else Staat.WACHT,
            sinds=timezone.now(),
            sleutel=uuid.UUID(int=dobbel.getrandbits(128), version=4),
        )
        for n in range(dobbel.randint(0, MEEST))
    ]


def wis() -> int:
    """What synthetic neighbourhoods plan; sign-ups go with their meeting. A title that begins alike is somebody's own."""
    return Bijeenkomst.objects.filter(buurt__slug__startswith="proef-", buurt__naam__startswith=f"{MERK} ").delete()[0]


def meetrijen() -> list[Meetrij]:
    if not Bijeenkomst.objects.filter(slug__startswith="proef-").exists():
        return []
    agenda = reverse("agenda")
    open_ = Bijeenkomst.objects.openbaar().filter(slug__startswith="proef-")[:50]
    return [
        Meetrij("agenda", [agenda, f"{agenda}?eerder=1", f"{agenda}?voor=bewoners"]),
        Meetrij("bijeenkomst", [een.get_absolute_url() for een in open_]),
        Meetrij("agenda als kalender", [reverse("agenda_ics")]),
    ]
