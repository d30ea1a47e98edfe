"""From the menu, before anything is decided: side by side, and set aside, with an account and without one."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening import bewaren
from menukaart.kiezen.models import Keuze
from menukaart.kiezen.vergelijken import vergelijk
from menukaart.models import Interventie
from tests import mensen
from tests.pagina import pagina
from tests.site.test_rechten import client_van

pytestmark = pytest.mark.django_db
VIER = "v=in-balans&v=zicht-op-evenwicht&v=otago&v=thuismonitoring-hartfalen"


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


def test_side_by_side_says_each_unknown_once_and_can_leave_out_what_is_equal(client: Client) -> None:
    adres = f"{reverse('vergelijk')}?{VIER}"
    antwoord = client.get(adres)
    blad = pagina(antwoord)
    namen = ["In Balans", "Zicht op Evenwicht", "Otago oefenprogramma", "Thuismonitoring bij hartfalen"]
    assert [naam[:8] for naam in blad.teksten("thead .naam")] == [naam[:8] for naam in namen]
    uitkomst, dingen = antwoord.context["uitkomst"], antwoord.context["plannen"]
    assert not [rij for groep in uitkomst.groepen for rij in groep.rijen if rij.onbekend]
    verschil = vergelijk(dingen, alleen_verschillen=True)
    assert not [rij for groep in verschil.groepen for rij in groep.rijen if rij.gelijk]
    assert pagina(client.get(f"{adres}&kolom=3")).heeft("table.kolom-3")
    assert pagina(client.get(f"{adres}&kolom=9")).heeft("table.kolom-1")
    weg = client.get(f"{reverse('vergelijk')}?v=in-balans&v=bestaat-niet").content.decode()
    assert "staat niet meer op het platform" in weg
    boek = openpyxl.load_workbook(io.BytesIO(client.get(f"{reverse('vergelijk_xlsx')}?{VIER}").content))
    kop = [cel.value for cel in next(boek.active.iter_rows())]
    assert kop[:3] == ["Groep", "Rij", "In Balans"] and boek.active.max_row > 10
    Interventie.objects.filter(slug="in-balans").update(title="=1+1")  # what a spreadsheet would compute
    boek = openpyxl.load_workbook(io.BytesIO(client.get(f"{reverse('vergelijk_xlsx')}?{VIER}").content))
    assert next(boek.active.iter_rows())[2].value == "'=1+1"

    def vragen(vraag: str) -> int:
        bewaren.leeg()
        with CaptureQueriesContext(connection) as gevangen:
            client.get(f"{reverse('vergelijk')}?{vraag}")
        return len(gevangen)

    vragen(VIER)
    assert vragen("v=in-balans&v=otago") == vragen("v=in-balans&v=otago&v=zicht-op-evenwicht&v=2do")


def test_set_aside_without_an_account_is_kept_only_when_asked(client: Client) -> None:
    adres = reverse("apart")
    lezen = client.get(f"{adres}?apart=in-balans&apart=otago")
    assert not {naam for naam in lezen.cookies if naam != "csrftoken"}
    assert len(pagina(lezen).alle(".tikrijen > li")) == 2
    client.post(adres, {"apart": ["in-balans", "otago"], "onthoud": ""})
    koek = client.cookies["apart"]
    assert koek["httponly"] and koek["max-age"] and "in-balans" in koek.value
    assert len(pagina(client.get(adres)).alle(".tikrijen > li")) == 2  # without anything in the address
    client.cookies["apart"] = koek.value.replace("otago", "coach2move")  # changed by hand: not ours
    assert "ligt nog niets apart" in client.get(adres).content.decode()
    client.post(adres, {"apart": ["in-balans"], "vergeet": ""})
    assert not client.cookies["apart"].value


def test_each_that_is_set_aside_goes_on_the_list_with_a_reason_of_its_own(hier: Buurt) -> None:
    lid = mensen.lid(hier)
    client = client_van(lid)
    blad = pagina(client.get("/menukaart/apart/?apart=in-balans&apart=otago"))
    assert "Bewaren zonder account" not in blad.tekst("main")  # who has an account needs no cookie
    velden = blad.velden("form[action$='/erbij/']") | {"apart": ["in-balans", "otago"]}
    client.post(
        reverse("keuze_erbij", args=["hier"]), velden | {"waarom-in-balans": "Zij vallen", "waarom-otago": "Thuis"}
    )
    assert dict(Keuze.objects.filter(buurt=hier).values_list("naam", "waarom")) == {
        "In Balans": "Zij vallen",
        "Otago oefenprogramma": "Thuis",
    }


def test_an_address_with_something_that_is_no_more_says_so(client: Client) -> None:
    """Also the list that was set aside: one of two was left out without a word."""
    for adres in ("/menukaart/vergelijk/?v=otago&v=weg-ermee", "/menukaart/apart/?apart=otago&apart=weg-ermee"):
        assert "1 uit dit adres staat niet meer op het platform" in pagina(client.get(adres)).tekst("main"), adres
    assert "niet meer op het platform" not in pagina(client.get("/menukaart/apart/?apart=otago")).tekst("main")


def test_a_screen_of_choosing_under_another_language_leads_to_the_dutch_one(client: Client) -> None:
    antwoord = client.get("/ar/menukaart/op-maat/")
    assert antwoord.status_code == 404
    assert set(pagina(antwoord).waarden("main a[hreflang=nl]", "href")) == {"/menukaart/op-maat/"}
