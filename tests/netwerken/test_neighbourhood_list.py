"""The public list of neighbourhoods, with twenty and with many more."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from urllib.parse import urlencode

import pytest
from django.test import Client

from kennisplatform.deelnemers.kaartbeeld import MAX_NUMMERS, stippen
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.netwerken.buurtlijst import PER_PAGINA, Buurtlijst
from leernetwerk.models import Praktijkvoorbeeld

pytestmark = pytest.mark.django_db
ADRES = "/buurten/"


def maak(aantal: int, **velden: object) -> None:
    vast = {
        "gemeente": "Telstad",
        "partner": "Telzorg",
        "provincie": "Drenthe",
        "breedtegraad": 52.9,
        "lengtegraad": 6.6,
    }
    Buurt.objects.bulk_create(
        Buurt(naam=f"Telwijk {n:04d}", slug=f"telwijk-{n}", **vast | velden) for n in range(1, aantal + 1)
    )


def lijst(client: Client, **vraag: object) -> Buurtlijst:
    antwoord = client.get(f"{ADRES}?{urlencode(vraag)}")
    assert antwoord.status_code == 200
    return antwoord.context["lijst"]


def namen(buurten: Iterable[Buurt]) -> list[str]:
    return [b.naam for b in buurten]


def test_with_twenty_all_stand_numbered_on_one_sheet(client: Client) -> None:
    alles = lijst(client)
    assert alles.bladeren.paginas == 1 and len(alles.buurten) == alles.totaal == Buurt.objects.count()
    assert [p.nummer for p in alles.punten] == list(range(1, alles.totaal + 1)) and not alles.stippen
    inhoud = client.get(ADRES).content.decode()
    assert inhoud.count('class="nr"') == alles.totaal and 'class="bladeren"' not in inhoud


def test_fifty_a_page_and_each_neighbourhood_once(client: Client) -> None:
    maak(130)
    eerste = lijst(client, q="Telwijk")
    assert eerste.totaal == 130 and eerste.bladeren.paginas == 3 and not eerste.punten
    gezien = [naam for pagina in (1, 2, 3) for naam in namen(lijst(client, q="Telwijk", pagina=pagina).buurten)]
    assert gezien == sorted(gezien) and len(set(gezien)) == 130 and len(eerste.buurten) == PER_PAGINA
    html = client.get(f"{ADRES}?q=Telwijk&provincie=Drenthe&pagina=2").content.decode()
    naar = [doel.replace("&amp;", "&") for doel in re.findall(r'rel="(?:prev|next)" href="([^"]+)"', html)]
    assert len(naar) == 2 and all("q=Telwijk" in doel and "provincie=Drenthe" in doel for doel in naar)
    assert namen(lijst(client, q="Telwijk", pagina=2).buurten) == namen(
        client.get(ADRES + "?q=Telwijk&pagina=2").context["lijst"].buurten
    )


def test_a_small_cut_out_of_many_is_numbered_again(client: Client) -> None:
    maak(130)
    Buurt.objects.filter(slug__in=[f"telwijk-{n}" for n in range(1, MAX_NUMMERS + 1)]).update(fase="buurtplan")
    snede = lijst(client, fase="buurtplan", q="telwijk")
    assert len(snede.buurten) == len(snede.punten) == MAX_NUMMERS and snede.bladeren.paginas == 1


def test_searching_by_name_municipality_and_partner_also_together(client: Client) -> None:
    maak(3, gemeente="Appelscha", partner="Zorg & Zo")
    for q in ("telwijk", "APPELSCHA", "zorg &", "zo appelscha telwijk"):
        assert namen(lijst(client, q=q).buurten) == ["Telwijk 0001", "Telwijk 0002", "Telwijk 0003"], q
    assert namen(lijst(client, q="telwijk 0002").buurten) == ["Telwijk 0002"]
    assert lijst(client, q="telwijk emmen").totaal == 0
    assert lijst(client, partner="Zorg & Zo").totaal == 3


@pytest.mark.parametrize(
    "vraag",
    [
        "provincie=Atlantis",
        "fase=<script>",
        "partner=' OR 1=1",
        "pagina=0",
        "pagina=-3",
        "pagina=" + "9" * 40,
        "pagina=²",
        "pagina=x",
        "onbekend=1",
        "q=%00",
        "provincie=%00",
        "fase=&provincie=",
        "fase=a&fase=b",
    ],
)
def test_what_nobody_knows_is_never_a_mistake(client: Client, vraag: str) -> None:
    antwoord = client.get(f"{ADRES}?{vraag}")
    assert antwoord.status_code == 200 and antwoord.context["lijst"].totaal == Buurt.objects.count()


def test_too_far_is_the_last_page(client: Client) -> None:
    maak(130)
    assert lijst(client, q="Telwijk", pagina=99).bladeren.pagina == 3


def test_nothing_found_says_what_to_do_and_script_stays_text(client: Client) -> None:
    html = client.get(f"{ADRES}?q=<script>alert(1)</script>").content.decode()
    assert "Geen enkele buurt past hierbij" in html and "<script>alert" not in html and "Wis alles" in html
    assert '<svg viewBox="0 0 613' not in html


def test_without_a_place_on_the_map(client: Client) -> None:
    maak(2, breedtegraad=None, lengtegraad=None)
    html = client.get("/buurten/telwijk-1/").content.decode()
    assert '<svg viewBox="0 0 613' not in html  # an empty map says nothing
    assert len(lijst(client, q="telwijk").buurten) == 2 and lijst(client, q="telwijk").punten == []
    Buurt.objects.filter(slug__startswith="telwijk").delete()
    maak(130, breedtegraad=None, lengtegraad=None)
    assert lijst(client, q="telwijk").totaal == 130 and client.get(ADRES).status_code == 200


def test_only_public_stories_count(client: Client) -> None:
    maak(1)
    buurt = Buurt.objects.get(slug="telwijk-1")
    twee = Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl")[:2]
    for verhaal in twee:
        Praktijkvoorbeeld.objects.filter(pk=verhaal.pk).update(buurt=buurt)
    assert lijst(client, q="telwijk").buurten[0].voorbeelden == 2
    Praktijkvoorbeeld.objects.filter(pk=twee[0].pk).update(live=False)
    assert lijst(client, q="telwijk").buurten[0].voorbeelden == 1


def test_one_partner_is_a_handful_and_a_reference(client: Client) -> None:
    maak(130, partner="Tel & Zorg")
    html = client.get("/buurten/telwijk-5/").content.decode()
    html = html[html.index("<main") :]
    anderen = set(re.findall(r'href="(/buurten/telwijk-\d+/)"', html)) - {"/buurten/telwijk-5/"}
    assert len(anderen) == 6
    naar = re.search(r'href="(/buurten/\?partner=[^"]+)"', html)
    assert naar and client.get(naar[1]).context["lijst"].totaal == 130


def test_a_thousand_places_are_few_dots_and_little_work() -> None:
    plekken = [(51.0 + (n * 7 % 997) / 450, 4.0 + (n * 13 % 991) / 400) for n in range(5000)]
    begin = time.process_time()
    gezet = stippen([*plekken, (None, 5.0), (52.0, None)])
    assert time.process_time() - begin < 1  # 5,000 dots that push each other apart take minutes
    assert sum(len(s.pad) for s in gezet) < 60_000
    assert [s.straal for s in gezet] == sorted((s.straal for s in gezet), reverse=True)
    (een,) = stippen([(52.1, 5.1)] * 50)
    assert een.pad.count("M") == 1  # what falls on each other is one
    assert stippen([]) == [] and "," not in een.dikte
