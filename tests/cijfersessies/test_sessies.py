"""A network goes through its outcomes: step by step, noted, counted, and what it decides becomes agreements."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.cijfersessies import sessies
from kennisplatform.cijfersessies.models import Cijfersessie
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.netwerken.models import Afspraak
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt() -> Buurt:
    """Of the demo: it has invented figures."""
    buurt = Buurt.objects.get(slug="westwijk")
    Afspraak.objects.filter(buurt=buurt).delete()
    return buurt


def van(wie: Any) -> Client:
    client = Client()
    client.force_login(wie)
    return client


@pytest.fixture
def lid(buurt: Buurt) -> Client:
    return van(mensen.lid(buurt))


def naar(naam: str, buurt: Buurt, *args: Any) -> str:
    return reverse(naam, args=[buurt.slug, *args])


def schrijf(client: Client, buurt: Buurt, nummer: int, **velden: str) -> Any:
    adres = naar("cijfersessie_stap", buurt, nummer)
    staat_er = pagina(client.get(adres)).velden("main form.formulier")
    return client.post(adres, {**staat_er, **velden}, follow=True)


def test_from_the_first_figure_to_agreements(lid: Client, buurt: Buurt) -> None:
    blad = pagina(lid.post(naar("cijfersessie_beginnen", buurt), follow=True))
    assert "Cijfer 1 van 4" in blad.tekst("main") and blad.heeft("main svg[role=img]")
    lid.post(naar("cijfersessie_beginnen", buurt))
    assert Cijfersessie.objects.filter(buurt=buurt).count() == 1  # begun twice is one
    leeg = pagina(lid.post(naar("cijfersessie_afronden", buurt), follow=True))
    assert "nog niets opgeschreven" in leeg.tekst(".melding.fout")
    schrijf(lid, buurt, 1, ziet="De lijn daalt.", besluit="Vraag de wijkverpleging waarom")
    blad = pagina(schrijf(lid, buurt, 4, ziet="Bijna gelijk."))
    assert "Rond de sessie af" in blad.tekst("h1") and "Vraag de wijkverpleging waarom" in blad.tekst("main")
    for _keer in range(2):
        lid.post(naar("cijfersessie_afronden", buurt))
    assert list(Afspraak.objects.filter(buurt=buurt).values_list("wat", flat=True)) == [
        "Vraag de wijkverpleging waarom"
    ]
    assert sessies.tel([buurt.pk])[buurt.pk].keren == 1
    blad = pagina(lid.get(naar("cijfersessies", buurt)))
    assert "De lijn daalt." in blad.tekst("main") and blad.heeft("form[action$='/beginnen/']")
    assert lid.get(naar("cijfersessie_stap", buurt, 1)).status_code == 302  # what is rounded off stands still


def test_two_write_at_one_figure_and_nothing_is_lost(lid: Client, buurt: Buurt) -> None:
    ander = van(mensen.lid(buurt))
    lid.post(naar("cijfersessie_beginnen", buurt))
    schrijf(lid, buurt, 1, ziet="eerst")
    adres = naar("cijfersessie_stap", buurt, 1)
    begin = pagina(lid.get(adres)).velden("main form.formulier")
    ander.post(adres, {**begin, "besluit": "van de ander"})
    lid.post(adres, {**begin, "ziet": "van mij"})
    regel = Cijfersessie.objects.get(buurt=buurt, afgerond=None).regels.get()
    assert (regel.ziet, regel.besluit) == ("van mij", "van de ander")
    botst = pagina(lid.post(adres, {**begin, "ziet": "nog iets"}))
    assert "van mij" in botst.teksten("blockquote")


def test_without_figures_there_is_nothing_to_begin_and_odd_steps_are_nowhere(lid: Client, buurt: Buurt) -> None:
    kaal = mensen.buurt("zonder-cijfers")
    blad = pagina(van(mensen.lid(kaal)).post(naar("cijfersessie_beginnen", kaal), follow=True))
    assert "nog niets aangeleverd" in blad.tekst(".melding.fout") and not Cijfersessie.objects.filter(buurt=kaal)
    lid.post(naar("cijfersessie_beginnen", buurt))
    for nummer in (0, 99):
        assert lid.get(naar("cijfersessie_stap", buurt, nummer)).status_code == 404


def test_the_team_reads_and_writes_nothing(lid: Client, buurt: Buurt) -> None:
    team = van(mensen.medewerker("transitieteam"))
    lid.post(naar("cijfersessie_beginnen", buurt))
    assert not pagina(team.get(naar("cijfersessies", buurt))).heeft("main form")
    assert team.post(naar("cijfersessie_stap", buurt, 1), {"ziet": "x"}).status_code == 403
    assert van(mensen.lid(mensen.buurt("elders"))).get(naar("cijfersessies", buurt)).status_code == 403
