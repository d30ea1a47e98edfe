"""What many search for is drawn once, counted each time, and never kept when it may be about somebody."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kennisplatform.tekening import bewaren
from kennisplatform.vinden.models import Zoekterm
from tests.pagina import pagina
from tests.vastleggen import leg_vast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bewaar")]
LEZER = {"HTTP_USER_AGENT": "Mozilla/5.0"}


def bewaard(woord: str) -> list[str]:
    return [naam for naam in bewaren.kast()._alle if naam.startswith("blad:") and woord in naam]


def test_drawn_once_and_counted_each_time(client: Client, als: Any) -> None:
    Zoekterm.objects.all().delete()
    leg_vast()
    eerst, weer = (client.get("/zoeken/?q=struikelen", **LEZER) for _keer in range(2))
    assert bewaard("struikelen") and weer.content == eerst.content
    assert Zoekterm.objects.get(tekst="struikelen").keren == 2
    assert "X-Uitkomst" not in weer.headers and "X-Cache" not in weer.headers
    lid = als("Redacteur").get("/zoeken/?q=struikelen", **LEZER)
    assert pagina(lid).teksten("ol.treffers h2") == pagina(eerst).teksten("ol.treffers h2")
    assert Zoekterm.objects.get(tekst="struikelen").keren == 3


def test_what_is_counted_as_not_found_is_so_from_a_kept_page_too(client: Client) -> None:
    Zoekterm.objects.all().delete()
    leg_vast()
    for _keer in range(2):
        client.get("/zoeken/?q=grutterij", **LEZER)
    rij = Zoekterm.objects.get()
    assert rij.keren == 2 and rij.niets + rij.zwak == 2


@pytest.mark.parametrize(
    "vraag", ["q=mevrouw+Jansen+valt", "q=vallen+0612345678", "q=vallen&pagina=2", "q=vallen&thema=zorgzame-buurt"]
)
def test_not_kept(client: Client, vraag: str) -> None:
    leg_vast()
    assert client.get(f"/zoeken/?{vraag}", **LEZER).status_code == 200
    assert not bewaard("/zoeken/")


def test_two_questions_more_cost_no_query_but_one_for_the_pages(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    leg_vast()
    client.get("/zoeken/?q=vallen", HTTP_USER_AGENT="bot")  # robots are not counted
    bewaren.kast().weg("blad:")
    with django_assert_max_num_queries(1):
        client.get("/zoeken/?q=vallen", HTTP_USER_AGENT="bot")
    with django_assert_max_num_queries(0):
        client.get("/zoeken/?q=vallen", HTTP_USER_AGENT="bot")
