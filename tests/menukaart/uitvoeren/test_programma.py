"""The programme on one page: milestones, sessions, who has no figures; no persons."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt
from tests import mensen
from tests.menukaart.plan.hulp import vol
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_the_team_shows_the_programme_without_anybody_in_it(django_assert_max_num_queries: Any) -> None:
    client = Client()
    client.force_login(mensen.medewerker("transitieteam"))
    buurt = mensen.buurt("geheimbuurt")
    trekker = mensen.lid(buurt, Netwerkrol.KARTREKKER, mensen.persoon("zonneschijn"))
    vol(buurt, door=trekker, plan="ijsvogeltje", naam="iemand die tekent")
    client.get(reverse("programma"))
    with django_assert_max_num_queries(16):
        blad = pagina(client.get(reverse("programma")))
    tekst = blad.tekst("main")
    assert "Geheimbuurt" in tekst and "nog geen" in tekst
    assert not any(woord in tekst for woord in ("Zonneschijn", "ijsvogeltje", "iemand die tekent", "(demo)", "@"))
    (water,) = [r.get_text(" ") for r in blad.alle("tbody tr") if "Waterkwartier" in r.get_text()]
    assert "3e kwartaal 2026" in " ".join(water.split()) and "4-11-2024" in water
    assert len(blad.alle("tbody tr")) == Buurt.objects.actief().count()


def test_who_works_in_a_network_does_not_see_all() -> None:
    client = Client()
    client.force_login(mensen.lid(mensen.buurt("eigen"), Netwerkrol.KARTREKKER))
    assert client.get(reverse("programma")).status_code == 403
