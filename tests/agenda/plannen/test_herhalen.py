"""A meeting again: the dates of a series are seen before they are made."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda import tijd
from kennisplatform.agenda.keuzes import Herhaling
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.models import Buurt
from tests.agenda import hulp as agenda
from tests.agenda.plannen.hulp import fouten

pytestmark = pytest.mark.django_db


def test_a_series_shows_its_dates_first(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, plaatsen=6, online="https://x.example/")
    agenda.gast(ding)
    adres = reverse("bijeenkomst_opnieuw", args=[ding.slug])
    jaar = timezone.localdate().year + 1
    februari = monthrange(jaar, 2)[1]
    keuze = {"dag": f"{jaar}-01-31", "van": "15:30", "tot": "17:00", "herhaling": "maand-datum", "keren": "3"}
    kijk = client.post(adres, keuze)
    assert Bijeenkomst.objects.filter(buurt=buurt).count() == 1
    html = kijk.content.decode()
    assert f"{februari} februari {jaar}" in html and f"31 maart {jaar}" in html
    merk = kijk.context["formulier"].merk()
    anders = client.post(adres, keuze | {"keren": "4", "maak": "1", "nagekeken": merk})
    assert "nog niets gemaakt" in anders.content.decode()
    assert client.post(adres, keuze | {"maak": "1", "nagekeken": merk}).status_code == 302
    nieuw = list(Bijeenkomst.objects.filter(buurt=buurt).exclude(pk=ding.pk))
    assert [timezone.localtime(b.begin).strftime("%d-%m %H:%M") for b in nieuw] == [
        "31-01 15:30",
        f"{februari}-02 15:30",
        "31-03 15:30",
    ]
    assert {b.plaatsen for b in nieuw} == {6} and len({b.uid for b in nieuw} | {ding.uid}) == 4
    assert not any(b.deelnames.exists() for b in nieuw) and len({b.reeks for b in nieuw}) == 1


@pytest.mark.parametrize(
    ("herhaling", "eerste", "dagen"),
    [
        ("week", (2027, 2, 22), ["22-02", "01-03", "08-03"]),
        ("twee-weken", (2027, 2, 22), ["22-02", "08-03", "22-03"]),
        ("maand-dag", (2027, 1, 12), ["12-01", "09-02", "09-03"]),  # the second Tuesday
        ("maand-dag", (2027, 1, 29), ["29-01", "26-02", "26-03"]),  # the fifth Friday becomes the last one
        ("maand-datum", (2026, 12, 31), ["31-12", "31-01", "28-02"]),
    ],
)
def test_on_which_days_a_series_falls(herhaling: str, eerste: tuple[int, int, int], dagen: list[str]) -> None:
    uit = tijd.reeks(dt.date(*eerste), Herhaling(herhaling), 3)
    assert [f"{dag:%d-%m}" for dag in uit] == dagen


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"keren": "13"}, "keren"), ({"keren": ""}, "keren"), ({"tot": "09:00"}, "tot"), ({"dag": "2020-01-01"}, "dag")],
)
def test_a_series_that_can_not_be(client: Client, buurt: Buurt, lid: Any, anders: dict[str, str], veld: str) -> None:
    ding = agenda.bijeenkomst(buurt)
    keuze = {"dag": "2028-01-31", "van": "15:30", "tot": "17:00", "herhaling": "week", "keren": "3", "maak": "1"}
    assert veld in fouten(client.post(reverse("bijeenkomst_opnieuw", args=[ding.slug]), keuze | anders))
    assert Bijeenkomst.objects.filter(buurt=buurt).count() == 1
