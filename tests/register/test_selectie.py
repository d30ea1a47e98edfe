"""Six answers of the network beside six of the team, the market share of the partner, and who starts when."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Cohort, Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Logregel
from kennisplatform.register.models import Buurtscan, Criterium, Instroom
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("kandidaat", cohort=Cohort.TWEEDE)


def van(wie: Any) -> Client:
    client = Client()
    client.force_login(wie)
    return client


@pytest.fixture
def team() -> Client:
    return van(mensen.medewerker("transitieteam"))


def vul(client: Client, adres: str, **velden: str) -> Any:
    staat_er = pagina(client.get(adres)).velden("main form.formulier")
    return client.post(adres, {**staat_er, **velden}, follow=True)


def stap(team: Client, buurt: Buurt) -> str:
    """What the list says comes next."""
    rijen = pagina(team.get(reverse("register_selectie"), {"cohort": "100"})).alle("tbody tr")
    (rij,) = [rij for rij in rijen if buurt.naam in rij.get_text()]
    return " ".join(rij.select("td")[-1].get_text().split())


def test_the_next_step_follows_from_what_was_answered(team: Client, buurt: Buurt) -> None:
    assert stap(team, buurt) == "Zoek een kartrekker en nodig die uit"
    trekker = van(mensen.lid(buurt, Netwerkrol.KARTREKKER))
    assert stap(team, buurt).startswith("Vraag het netwerk")
    ja = {f"c_{code}": "ja" for code in Criterium.Naam.values}
    vul(trekker, reverse("buurtscan_invullen", args=[buurt.slug]), **ja)
    assert stap(team, buurt).startswith("Vraag de partner")
    vul(
        trekker,
        reverse("buurtscan_invullen", args=[buurt.slug]),
        marktaandeel="54,5",
        marktaandeel_jaar="2025",
        marktaandeel_bron="onze cliënten",
    )
    assert stap(team, buurt).startswith("Geef als team")
    for code in Criterium.Naam.values:
        Criterium.objects.create(buurt=buurt, naam=code, oordeel="deels", grond="wij spraken hen")
    assert stap(team, buurt).startswith("Besluit")
    adres = reverse("register_selectie_buurt", args=[buurt.slug])
    weigert = pagina(vul(team, adres, besluit="wacht"))
    assert "Schrijf erbij waarom" in " ".join(weigert.fouten().values())
    vul(team, adres, besluit="wacht", reden="eerst een tweede kartrekker", volgende="Coach belt in mei")
    assert "er is besloten" in stap(team, buurt) and "Coach belt in mei" in stap(team, buurt), "the filter's own words"
    assert Instroom.objects.get(buurt=buurt).reden.startswith("eerst")
    eigen = pagina(trekker.get(reverse("buurtscan", args=[buurt.slug]))).tekst("#besluit")
    assert "wacht op een volgende groep" in eigen and "eerst een tweede kartrekker" in eigen
    assert "Coach belt" not in eigen
    besloten = Logregel.objects.filter(buurt=buurt, tekst__startswith="besloot over meedoen")
    assert besloten.count() == 1
    vul(team, adres, volgende="Coach belt in juni")
    assert besloten.count() == 1, "another next step of the team is no other decision"


def test_two_sides_stand_beside_each_other_and_are_not_added_up(team: Client, buurt: Buurt) -> None:
    trekker = van(mensen.lid(buurt, Netwerkrol.KARTREKKER))
    adres = reverse("buurtscan_invullen", args=[buurt.slug])
    vul(trekker, adres, c_burgers="nee", g_burgers="de wandelgroep stopte", marktaandeel="41", marktaandeel_bron="ZZG")
    Criterium.objects.create(buurt=buurt, naam="burgers", oordeel="deels", grond="alleen het team weet dit")
    eigen = pagina(trekker.get(reverse("buurtscan", args=[buurt.slug]))).tekst("main")
    assert "de wandelgroep stopte" in eigen and "41%" in eigen and "alleen het team weet dit" not in eigen
    (rij,) = [
        " ".join(r.get_text(" ").split())
        for r in pagina(team.get(reverse("register_selectie_buurt", args=[buurt.slug]))).alle("tbody tr")
        if "Betrokken burgers" in r.get_text()
    ]
    assert "nee de wandelgroep stopte" in rij and "deels alleen het team weet dit" in rij


def test_a_number_without_a_source_or_out_of_range_is_asked_at_its_field(buurt: Buurt) -> None:
    trekker = van(mensen.lid(buurt, Netwerkrol.KARTREKKER))
    adres = reverse("buurtscan_invullen", args=[buurt.slug])
    blad = pagina(vul(trekker, adres, marktaandeel="54", c_burgers="ja", g_burgers="twaalf vrijwilligers"))
    assert "waar dit percentage vandaan komt" in blad.fouten()["id_marktaandeel_bron"]
    assert blad.velden("main form.formulier")["g_burgers"] == "twaalf vrijwilligers"  # nothing typed is lost
    for getal in ("140", "-3", "veel"):
        assert "id_marktaandeel" in pagina(vul(trekker, adres, marktaandeel=getal, marktaandeel_bron="x")).fouten()
    assert "moet nog beginnen" in pagina(vul(trekker, adres, marktaandeel_jaar="2999")).tekst("main")
    assert not Buurtscan.objects.filter(buurt=buurt).exists()


def test_two_members_answer_at_once_and_both_count(buurt: Buurt) -> None:
    een, twee = van(mensen.lid(buurt, Netwerkrol.KARTREKKER)), van(mensen.lid(buurt))
    adres = reverse("buurtscan_invullen", args=[buurt.slug])
    vul(een, adres, c_urgentie="ja")
    begin = pagina(een.get(adres)).velden("main form.formulier")
    twee.post(adres, {**begin, "c_burgers": "ja"})
    een.post(adres, {**begin, "c_samenwerking": "nee"})
    antwoorden = Buurtscan.objects.get(buurt=buurt).antwoorden
    assert [antwoorden[n]["oordeel"] for n in ("urgentie", "burgers", "samenwerking")] == ["ja", "ja", "nee"]


def test_the_list_asks_as_much_of_many_as_of_few(team: Client, django_assert_max_num_queries: Any) -> None:
    team.get(reverse("register_selectie"))
    for nummer in range(60):
        buurt = mensen.buurt(f"veel-{nummer}")
        Buurtscan.objects.create(buurt=buurt)
        Instroom.objects.create(buurt=buurt)
    with django_assert_max_num_queries(8):
        assert team.get(reverse("register_selectie")).status_code == 200
    gezien = pagina(team.get(reverse("register_selectie"), {"stap": "netwerk", "pagina": "2"}))
    assert gezien.heeft("tbody tr")
