"""What was laid down is read with a screen reader too: its headings go down one step at a time."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from tests import mensen
from tests.menukaart.plan.hulp import vol
from tests.pagina import pagina
from tests.site.test_rechten import client_van

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("naam", ["buurtbeeld_versie", "planversie"])
def test_headings_of_a_version_skip_no_level(naam: str) -> None:
    buurt = mensen.buurt("versies")
    trekker = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    vol(buurt, door=trekker)
    blad = pagina(client_van(trekker).get(reverse(naam, args=[buurt.slug, 1])))
    niveaus = [int(str(kop.name)[1]) for kop in blad.alle("main h1, main h2, main h3, main h4")]
    assert niveaus[0] == 1 and max(niveaus) >= 3, "the themes and challenges are there"
    assert all(later - eerder <= 1 for eerder, later in pairwise(niveaus)), niveaus


def test_before_there_is_a_plan_its_pages_lead_to_where_it_begins() -> None:
    """By a bookmark or a letter: they answered that no such page exists."""
    buurt = mensen.buurt("nog-geen-plan")
    client = Client()
    client.force_login(mensen.lid(buurt, Netwerkrol.KARTREKKER))
    for naam in ("monitoringplan", "plan_klaar", "begroting_rooster", "begroting_inlezen", "begroting_excel"):
        antwoord: Any = client.get(reverse(naam, args=[buurt.slug]))
        assert (antwoord.status_code, antwoord.url) == (302, reverse("buurtplan", args=[buurt.slug])), naam
    assert client.post(reverse("begroting_rooster", args=[buurt.slug])).status_code == 404
