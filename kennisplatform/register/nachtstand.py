"""The night looks at every neighbourhood once, so that a list of a thousand need not."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Final

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.levensteken import laatste_tekens, wat_wacht
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.register.models import Buurtstand, Faseverloop

PARTIJ: Final = 500
KWARTALEN: Final = 8  # that the table of phases shows


@transaction.atomic
def meet() -> str:
    """As many queries for twenty neighbourhoods as for a thousand."""
    nu, tekens, wacht = timezone.now(), laatste_tekens(), wat_wacht()
    buurten = list(Buurt.objects.actief().only("pk", "fase"))
    Buurtstand.objects.bulk_create(
        [
            Buurtstand(
                buurt=b,
                laatste=tekens.get(b.pk),
                wacht=wacht.get(b.pk, {}),
                aantal=sum(wacht.get(b.pk, {}).values()),
                op=nu,
            )
            for b in buurten
        ],
        batch_size=PARTIJ,
        update_conflicts=True,
        unique_fields=["buurt"],
        update_fields=["laatste", "wacht", "aantal", "op"],
    )
    _schrijf_fasen(buurten, timezone.localdate(nu))
    return f"{len(buurten)} buurten"


def demo(_wachtwoord: str) -> list[Aanmelder]:
    """The demo has had no night yet."""
    meet()
    return []


def _schrijf_fasen(buurten: list[Buurt], dag: dt.date) -> None:
    laatst = dict(Faseverloop.objects.order_by("vanaf", "pk").values_list("buurt_id", "fase"))
    Faseverloop.objects.bulk_create(
        [Faseverloop(buurt=b, fase=b.fase, vanaf=dag) for b in buurten if laatst.get(b.pk) != b.fase],
        batch_size=PARTIJ,
        update_conflicts=True,
        unique_fields=["buurt", "vanaf"],
        update_fields=["fase"],
    )


def fasen_door_de_tijd() -> tuple[list[str], list[tuple[dt.date, list[int]]]]:
    """(names of phases, [(last day of a quarter or today, how many neighbourhoods in each)]); empty before the first night."""
    rijen = list(Faseverloop.objects.order_by("vanaf", "pk").values_list("buurt_id", "fase", "vanaf"))
    if not rijen:
        return [], []
    opgeheven = {b.pk: b.opgeheven for b in Buurt.objects.filter(opgeheven__isnull=False) if b.opgeheven}
    uit = []
    for dag in _dagen(rijen[0][2], timezone.localdate()):
        stand = {pk: fase for pk, fase, vanaf in rijen if vanaf <= dag}
        tel = Counter(fase for pk, fase in stand.items() if pk not in opgeheven or opgeheven[pk] > dag)
        uit.append((dag, [tel[fase] for fase in Fase.values]))
    return [str(label) for label in Fase.labels], uit


def _dagen(eerste: dt.date, vandaag: dt.date) -> list[dt.date]:
    """Today, and before it the last day of each quarter that is over, back to the first night."""
    uit, dag = [vandaag], dt.date(vandaag.year, (vandaag.month - 1) // 3 * 3 + 1, 1) - dt.timedelta(days=1)
    while dag >= eerste and len(uit) < KWARTALEN:
        uit.append(dag)
        dag = dt.date(dag.year, (dag.month - 1) // 3 * 3 + 1, 1) - dt.timedelta(days=1)
    return uit[::-1]
