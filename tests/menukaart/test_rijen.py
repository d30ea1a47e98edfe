"""The list of rows: what a row says, orders of our own, and what a reader ticks or sets aside stands in the address."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kennisplatform.basis.ingangen import ingang
from kennisplatform.basis.models.rijen import MAX_APART, Rijstand
from kennisplatform.tekening import bewaren
from menukaart.models import Interventie
from tests.pagina import pagina
from tests.schermen import meld_aan


def test_state_of_the_list_is_read_from_any_address() -> None:
    stand = Rijstand.uit_get(QueryDict("v=a&v=b&v=a&v=<x>&v=c&v=d&v=e&apart=p&thema=t&pagina=2"))
    assert stand.naast == ("a", "b", "c", "d") and stand.apart == ("p",)
    assert QueryDict(stand.wissel("q")).getlist("apart") == ["p", "q"]
    terug = QueryDict(stand.wissel("p"))
    assert terug.getlist("apart") == [] and terug["thema"] == "t" and terug["pagina"] == "2"
    veel = Rijstand.uit_get(QueryDict("&".join(f"apart=x{n}" for n in range(50))))
    assert len(veel.apart) == MAX_APART


@pytest.mark.parametrize(
    ("pad", "kant"),
    [
        ("/", "bewoners"),
        ("/preventie/", "bewoners"),
        ("/leernetwerk/agenda/", "bewoners"),
        ("/ar/preventie/", "bewoners"),
        ("/menukaart/in-balans/", "netwerken"),
        ("/werkplek/", "netwerken"),
        ("/leernetwerk/", "netwerken"),
        ("/hulpmiddelen/kader-passende-zorg/", "netwerken"),
    ],
)
def test_the_address_says_which_header(pad: str, kant: str) -> None:
    assert ingang(pad) == kant


@pytest.mark.django_db
def test_two_headers_and_one_strip(client: Client) -> None:
    bewoner, netwerk = pagina(client.get("/preventie/")), pagina(client.get("/menukaart/"))
    assert bewoner.teksten("nav.breed a") == ["Gezondheid", "Mijn buurt", "Agenda", "Voor professionals en netwerken"]
    assert netwerk.teksten("nav.breed a") == ["Menukaart", "Zorgpaden", "Leernetwerk", "Voor bewoners"]
    assert "voor netwerken" in netwerk.tekst(".merk") and "voor netwerken" not in bewoner.tekst(".merk")
    for blad in (bewoner, netwerk):
        assert blad.waarden(".strook .noodnummer a", "href") == ["tel:112"]
        assert blad.heeft('.strook a[href="#voet-hulp"]') and len(blad.alle(".taalkeuze li")) == 6


@pytest.mark.django_db
def test_a_row_says_what_is_known_and_a_dash_for_the_rest(client: Client) -> None:
    blad = pagina(client.get("/menukaart/?q=In+Balans"))
    rij = next(r for r in blad.alle("table.rijtabel tbody tr") if r.select_one("input")["value"] == "in-balans")
    assert rij.select_one("th .naam")["href"] == "/menukaart/in-balans/"
    assert "Voor: Kwetsbare ouderen" in " ".join(rij.select_one("th").get_text(" ").split())
    assert "27,5 uur per groep" in rij.select('td[data-kop="Inzet"]')[0].get_text()
    alle = pagina(client.get("/menukaart/"))
    assert "niet bekend" in alle.teksten('td[data-kop="Inzet"]')[0]  # a quiet dash, said in words to who can't see it
    assert "Onbekend" not in alle.tekst("table.rijtabel")


@pytest.mark.django_db
def test_ticks_and_what_lies_aside_come_back_from_the_address(client: Client) -> None:
    blad = pagina(client.get("/menukaart/?q=balans&v=in-balans&apart=zicht-op-evenwicht&volgorde=sterkte"))
    assert blad.waarden("table.rijtabel input[checked]", "value") == ["in-balans"]
    (apart,) = blad.alle("tr.apart")
    assert "Haal terug" in apart.get_text()
    assert "apart=" not in apart.select_one("td.o a")["href"]
    ander = blad.alle("table.rijtabel tr:not(.apart) td.o a")[0]["href"]
    assert "apart=zicht-op-evenwicht&apart=" in ander and "v=in-balans" in ander and "volgorde=sterkte" in ander
    for formulier in ("form.facetten", "form.volgorde"):
        assert blad.waarden(f"{formulier} input[name=v]", "value") == ["in-balans"]
    assert blad.waarden("#rijen > input[name=apart]", "value") == ["zicht-op-evenwicht"]


@pytest.mark.django_db
def test_orders_of_our_own_put_what_is_known_first(client: Client) -> None:
    def op_rij(volgorde: str, **meer: Any) -> list[str]:
        return pagina(client.get("/menukaart/", {"volgorde": volgorde, **meer})).waarden(
            "table.rijtabel input[name=v]", "value"
        )

    kaarten = list(client.get("/menukaart/?volgorde=praktijk").context["kaarten"])
    plekken = [kaart.praktijk.plekken for kaart in kaarten]
    assert plekken == sorted(plekken, reverse=True) and plekken[0] > 0
    Interventie.objects.filter(slug="voel-je-goed").update(start_weken=6)
    assert op_rij("start")[:2] == ["voel-je-goed", "vitality-club"]
    assert op_rij("start", pagina=2)[0] not in op_rij("start")


@pytest.mark.django_db
def test_a_list_costs_the_same_queries_however_long(client: Client) -> None:
    def vragen(pad: str) -> int:
        bewaren.leeg()
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(pad).status_code == 200
        return len(gevangen)

    client.get("/menukaart/")
    kort, lang = vragen("/menukaart/?q=balans"), vragen("/menukaart/")
    assert lang <= kort + 2 and lang <= 15  # two kinds of pages in the long one


@pytest.mark.browser
def test_six_rows_on_a_laptop_two_on_a_phone(adres: str, chromium: Any) -> None:
    heel = """[...document.querySelectorAll('table.rijtabel tbody tr')]
        .filter((rij) => rij.getBoundingClientRect().bottom <= innerHeight).length"""
    for breed, hoog, minstens in ((1280, 900, 6), (360, 640, 2)):
        context = chromium.new_context(viewport={"width": breed, "height": hoog}, java_script_enabled=breed > 999)
        scherm = context.new_page()
        scherm.goto(f"{adres}/menukaart/")
        if breed > 999:
            assert scherm.evaluate(heel) >= minstens
        else:  # without script nothing can be counted from inside: the second row is in sight
            kader = scherm.locator("table.rijtabel tbody tr").nth(1).bounding_box()
            assert kader["y"] + kader["height"] <= hoog
        context.close()


@pytest.mark.browser
def test_two_rows_on_the_phone_of_who_is_signed_in(adres: str, chromium: Any) -> None:
    """Networks choose while signed in: the line with their account stands above the list, and one row was all they saw."""
    context = chromium.new_context(viewport={"width": 360, "height": 640})
    scherm = context.new_page()
    meld_aan(scherm, adres, "lid")
    scherm.goto(f"{adres}/menukaart/")
    kader = scherm.locator("table.rijtabel tbody tr").nth(1).bounding_box()
    assert kader["y"] + kader["height"] <= 640
    context.close()


@pytest.mark.browser
def test_a_comparison_on_paper_has_every_column(adres: str, chromium: Any) -> None:
    """To a browser a sheet is as narrow as a phone: one of four columns came out of the printer."""
    context = chromium.new_context(viewport={"width": 700, "height": 900})
    scherm = context.new_page()
    scherm.goto(f"{adres}/menukaart/vergelijk/?v=otago&v=in-balans&v=vitality-club")
    koppen = scherm.locator(".vergelijking thead th")
    assert [kop.is_visible() for kop in koppen.all()] == [True, False, False]
    scherm.emulate_media(media="print")
    assert all(kop.is_visible() for kop in koppen.all()) and koppen.count() == 3
    assert "v=otago" in scherm.locator(".alleen-druk").inner_text()
    context.close()
