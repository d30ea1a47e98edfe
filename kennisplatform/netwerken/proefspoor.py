"""What synthetic networks left behind: log lines, invitations, requests, versions of 'Zo werken wij hier'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from random import Random
from typing import Final

from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Lidmaatschap, Logregel
from kennisplatform.netwerken.models import DELEN, Aanvraag, Uitnodiging, Werkwijze
from kennisplatform.netwerken.models.uitnodiging import GELDIG
from kennisplatform.proefdata.bulk import schrijf_ruw
from kennisplatform.proefdata.vuller import Vuller

LOGREGELS: Final = 20  # a neighbourhood
STANDEN: Final = ("open", "verlopen", "aangenomen", "ingetrokken")


def vul(vuller: Vuller, leden: Sequence[Lidmaatschap]) -> int:
    """`leden`: memberships of the synthetic neighbourhoods, together per neighbourhood, ended ones included."""
    nu, dobbel = timezone.now(), vuller.dobbel
    vreemden = [lid.persoon_id for lid in leden if lid.persoon_id and lid.tot is None][:200]
    log: list[Logregel] = []
    brieven: list[Uitnodiging] = []
    vragen: list[Aanvraag] = []
    versies: list[Werkwijze] = []
    for buurt, groep in groupby(leden, key=lambda lid: lid.buurt_id):
        eigen = list(groep)
        mensen = [lid.persoon_id for lid in eigen if lid.persoon_id and lid.tot is None]
        log += _log(dobbel, buurt, eigen)
        brieven += _uitnodigingen(dobbel, buurt, mensen, nu)
        vragen += _aanvragen(vuller, buurt, [wie for wie in vreemden if wie not in mensen], nu)
        versies += _werkwijzen(vuller, buurt, mensen, nu)
    for rijen in (log, brieven, vragen, versies):
        if rijen:
            schrijf_ruw(type(rijen[0]), rijen)
    return len(log) + len(brieven) + len(vragen) + len(versies)


def _log(dobbel: Random, buurt: int, leden: Sequence[Lidmaatschap]) -> Iterator[Logregel]:
    for lid in dobbel.sample(list(leden), min(len(leden), LOGREGELS - 4)):
        soort, dag, woord = Logregel.Soort.LID_ERBIJ, lid.van, "werd"
        if lid.tot and dobbel.random() < 0.5:
            soort, dag, woord = Logregel.Soort.LID_WEG, lid.tot, "was"
        op = timezone.make_aware(dt.datetime.combine(dag, dt.time(9, dobbel.randrange(60))))
        tekst = f"{woord} {Netwerkrol(lid.rol).label}"
        yield Logregel(soort=soort, buurt_id=buurt, over_id=lid.persoon_id, tekst=tekst, op=op)
    for soort in dobbel.choices((Logregel.Soort.UITNODIGING, Logregel.Soort.INZAGE), k=4):
        tekst = "bekeek: de leden" if soort == Logregel.Soort.INZAGE else "nodigde iemand uit"
        yield Logregel(soort=soort, buurt_id=buurt, tekst=tekst, op=timezone.now() - _uren(dobbel, 700))


def _uitnodigingen(dobbel: Random, buurt: int, mensen: Sequence[int | None], nu: dt.datetime) -> Iterator[Uitnodiging]:
    for nummer in range(dobbel.randint(0, 3)):
        stand = dobbel.choice(STANDEN)
        verloopt = nu - _uren(dobbel, 25) if stand == "verlopen" else nu + _uren(dobbel, GELDIG.days)
        yield Uitnodiging(
            buurt_id=buurt,
            email=f"gast-{buurt}-{nummer}@proef.example",
            rol=dobbel.choice(Netwerkrol.values),
            # Nobody knows a key that has this hash: such an invitation opens no door.
            sleutelhash=f"{dobbel.getrandbits(256):064x}",
            door_id=mensen[0] if mensen else None,
            gemaakt=verloopt - GELDIG,
            verloopt=verloopt,
            aangenomen=nu if stand == "aangenomen" else None,
            ingetrokken=nu if stand == "ingetrokken" else None,
        )


def _aanvragen(vuller: Vuller, buurt: int, vreemden: Sequence[int], nu: dt.datetime) -> Iterator[Aanvraag]:
    dobbel = vuller.dobbel
    for wie in dobbel.sample(list(vreemden), min(len(vreemden), dobbel.choices((0, 1, 2), (5, 3, 1))[0])):
        besluit = dobbel.choice(Aanvraag.Besluit.values)
        yield Aanvraag(
            buurt_id=buurt,
            persoon_id=wie,
            functie="proefdata",
            bericht=vuller.zinnen(1, 3)[:1000],
            gemaakt=nu - _uren(dobbel, 90),
            besluit=besluit,
            besloten=None if besluit == Aanvraag.Besluit.OPEN else nu - _uren(dobbel, 5),
        )


def _werkwijzen(vuller: Vuller, buurt: int, mensen: Sequence[int | None], nu: dt.datetime) -> Iterator[Werkwijze]:
    dobbel = vuller.dobbel
    aantal = dobbel.choices((0, 1, 2, 5), (3, 4, 2, 1))[0]
    for nummer in range(1, aantal + 1):
        op = nu - dt.timedelta(days=60 * (aantal - nummer)) - _uren(dobbel, 30)
        yield Werkwijze(
            buurt_id=buurt,
            nummer=nummer,
            door_id=mensen[0] if mensen else None,
            op=op,
            bevestigd=op.date(),
            bevestigd_door_id=mensen[-1] if mensen else None,
            **{deel: vuller.zinnen(2, 6) for deel in DELEN},
        )


def _uren(dobbel: Random, dagen: int) -> dt.timedelta:
    return dt.timedelta(hours=dobbel.randint(1, dagen * 24))
