"""The programme on one page: milestones, sessions, who has no figures; no persons."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.models import Buurtbeeld, Buurtplan
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


EERLIJK = "verzonnen voorbeeld"


def test_what_was_made_up_for_the_demo_says_so_among_real_neighbourhoods() -> None:
    """On the list, on the page for insurers, on the roll-up of outcomes and in the file; real ones have no such mark."""
    echt = mensen.buurt("echtebuurt")
    vol(echt, door=mensen.lid(echt))
    client = Client()
    client.force_login(mensen.medewerker("transitieteam"))
    for route in ("voortgang", "programma"):
        blad = pagina(client.get(reverse(route)))
        rijen = {rij.th.get_text(" ", strip=True): rij.get_text(" ") for rij in blad.alle("tbody tr")}
        gemerkt = {naam.split()[0] for naam, tekst in rijen.items() if EERLIJK in tekst}
        assert gemerkt == {"Waterkwartier", "Westwijk", "Emmen"}
        assert blad.tekst("main .verzonnen").startswith("3 buurten hieronder zijn een voorbeeld")
    uitkomsten = pagina(client.get(reverse("uitkomsten_team")))
    assert len([r for r in uitkomsten.alle("tbody tr") if EERLIJK in r.get_text()]) == len(uitkomsten.alle("tbody tr"))
    for vraag, verwacht in (("waterkwartier", "ja"), ("echtebuurt", "")):
        rauw = client.get(reverse("voortgang_export"), {"q": vraag}).content.decode("utf-8-sig")
        assert [rij["verzonnen"] for rij in csv.DictReader(io.StringIO(rauw), delimiter=";")] == [verwacht]

    # Once the network made the plan its own, it is one among the others: at once, also where the rows were kept.
    Buurtplan.objects.filter(buurt__slug="waterkwartier").update(voorbeeld=False)
    Buurtbeeld.objects.filter(buurt__slug="waterkwartier").update(voorbeeld=False)
    (water,) = [r for r in pagina(client.get(reverse("programma"))).alle("tbody tr") if "Waterkwartier" in r.get_text()]
    assert EERLIJK not in water.get_text()
