"""Sixty activities and 240 lines cost as many queries as one; no page of a plan asks more than twelve."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.models import (
    Beeldinzicht,
    Beelduitdaging,
    Begrotingsregel,
    Buurtbeeld,
    Buurtplan,
    Planactiviteit,
    Tarief,
)
from tests import mensen
from tests.menukaart.plan.hulp import vol

pytestmark = pytest.mark.django_db
PAGINAS = (
    "netwerk",
    "buurtbeeld",
    "buurtplan",
    "plan_klaar",
    "monitoringplan",
    "begroting",
    "begroting_rooster",
    "commitment",
    "uitvoeren",
)
HOOGSTENS = 12
BUREN = 5  # what five other rooms add to a network's page
ZITTING = 3  # who is signed in, and where they stand: asked on every page


def vul_bij(buurt: Buurt, activiteiten: int, regels: int) -> None:
    plan, beeld = Buurtplan.objects.get(buurt=buurt), Buurtbeeld.objects.get(buurt=buurt)
    themas = [rij.thema for rij in plan.themas.select_related("thema")]
    for nummer in range(activiteiten // 4):
        uitdaging = Beelduitdaging.objects.create(beeld=beeld, titel=f"u{nummer}", thema=themas[nummer % 5])
        Beeldinzicht.objects.create(beeld=beeld, uitdaging=uitdaging, tekst="x", bron="bewoners")
    tarief, _is_nieuw = Tarief.objects.get_or_create(
        naam="Begeleider", soort="uren", vanaf=dt.date(2026, 1, 1), defaults={"prijs": Decimal(1), "bron": "x"}
    )
    nieuw = Planactiviteit.objects.bulk_create(
        Planactiviteit(
            plan=plan,
            thema=(thema := themas[nummer % 5]),
            titel=f"a{nummer}",
            begin=8104,
            eind=8107,
            standaard=thema.activiteiten.first(),
        )
        for nummer in range(activiteiten)
    )
    Begrotingsregel.objects.bulk_create(
        Begrotingsregel(
            activiteit=nieuw[nummer % activiteiten],
            omschrijving=f"r{nummer}",
            jaar=2026,
            aantal=Decimal(1),
            prijs=Decimal(1),
            financier="gemeente",
            tarief=tarief,
        )
        for nummer in range(regels)
    )


def test_a_page_of_a_plan_is_kept_whatever_its_lines_point_at(django_assert_max_num_queries: Any) -> None:
    """Beside who is there and the mark of what stands there nothing is asked: the board read the rates, which no mark of it had,
    so it was never kept.
    """
    buurt = mensen.buurt("bewaardplan")
    trekker = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    vol(buurt, door=trekker)
    vul_bij(buurt, 8, 16)
    client = Client()
    client.force_login(trekker)
    for naam in ("buurtplan", "begroting", "begroting_rooster", "uitvoeren", "monitoringplan"):
        adres = reverse(naam, args=[buurt.slug])
        eerste = client.get(adres)
        with django_assert_max_num_queries(10 + ZITTING) as gevraagd:
            tweede = client.get(adres)
        leest = [q["sql"] for q in gevraagd if 'SELECT "plan_begrotingsregel"."id", ' in q["sql"]]
        assert not leest, naam  # a record is read to draw it; the mark asks plain values
        assert tweede.content.count(b"csrfmiddlewaretoken") == eerste.content.count(b"csrfmiddlewaretoken")


def test_pages_ask_as_much_of_a_full_plan_as_of_a_small_one(django_assert_max_num_queries: Any) -> None:
    buurt = mensen.buurt("schaalplan")
    trekker = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    vol(buurt, door=trekker)
    client = Client()
    client.force_login(trekker)
    adressen = [reverse(naam, args=[buurt.slug]) for naam in PAGINAS]

    def vragen() -> list[int]:
        uit = []
        for adres in adressen:
            client.get(adres)  # what is kept for all is kept now
            with django_assert_max_num_queries(40) as gevraagd:
                assert client.get(adres).status_code == 200
            uit.append(len(gevraagd))
        return uit

    vul_bij(buurt, 5, 5)  # one of each kind, which is the little
    vragen()
    weinig = vragen()
    vul_bij(buurt, 60, 240)
    veel = vragen()
    assert veel == weinig, dict(zip(PAGINAS, zip(weinig, veel, strict=True), strict=True))
    mag = dict.fromkeys(PAGINAS, HOOGSTENS + ZITTING) | {"netwerk": HOOGSTENS + ZITTING + BUREN}
    te_veel = {naam: n for naam, n in zip(PAGINAS, veel, strict=True) if n > mag[naam]}
    assert not te_veel
