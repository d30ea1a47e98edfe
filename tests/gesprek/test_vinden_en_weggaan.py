"""Conversations outside their own page: in search, in kept pages, and after somebody or a network has gone."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.gesprek import schrijven, toezicht
from kennisplatform.gesprek.models import Signaal
from kennisplatform.register.vastleggen import Nieuw, deel_in
from leernetwerk.models import Praktijkvoorbeeld
from tests import brengen, mensen
from tests.gesprek.hulp import tekst_van
from tests.vastleggen import leg_vast, vastgelegd

pytestmark = pytest.mark.django_db
ALLEEN = {"zichtbaarheid": Zichtbaarheid.NETWERKEN}


def test_the_page_is_found_by_what_stands_below_it_in_public(
    schrijf: Any, pagina: Praktijkvoorbeeld, lid: Gebruiker, eigen_index: Any, django_capture_on_commit_callbacks: Any
) -> None:
    def vindt(woord: str) -> bool:
        return pagina.title in Client().get("/zoeken/", {"q": woord}).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        vraag = schrijf("Over de kwikzilverbloem", kop="Wie kent hem?")
        schrijf("Over de purperslak", **ALLEEN)
        schrijf("Over de nachtkrekel", zichtbaarheid=Zichtbaarheid.EIGEN)
        schrijf("Zoek de zilverwinde", vraag=vraag)
    assert vindt("kwikzilverbloem") and vindt("zilverwinde")
    assert not vindt("purperslak") and not vindt("nachtkrekel")
    with django_capture_on_commit_callbacks(execute=True):
        toezicht.verberg(bijdrage=vraag, reden="x", door=mensen.medewerker("redacteur"))
    assert not vindt("kwikzilverbloem") and not vindt("zilverwinde")


@pytest.mark.usefixtures("eigen_index")
def test_kept_pages_do_not_lag(schrijf: Any, pagina: Praktijkvoorbeeld, settings: Any, lid: Gebruiker) -> None:
    settings.TEKENING = settings.TEKENING | {"PAGINAS": True}
    with vastgelegd():
        vraag = schrijf("Verse tekst")
    assert "Verse tekst" in tekst_van(Client(), pagina.url)
    redacteur = mensen.medewerker("redacteur")
    leg_vast()
    Client().get(pagina.url)
    for stap in (
        lambda: schrijven.wijzig(bijdrage=vraag, door=lid, tekst="Andere tekst", kop="Zo?"),
        lambda: toezicht.verberg(bijdrage=vraag, reden="x", door=redacteur),
        lambda: brengen.een(gegevens.Persoonsgegevens, "bijdragen").vergeet(lid),
    ):
        assert Client().get(pagina.url).get("X-Cache") == "raak"
        with vastgelegd():
            stap()
        assert Client().get(pagina.url).get("X-Cache") is None
    assert "Andere tekst" not in tekst_van(Client(), pagina.url)


def test_leaving_lets_the_text_stay_and_takes_the_name_along(
    schrijf: Any, lid: Gebruiker, pagina: Praktijkvoorbeeld
) -> None:
    schrijf("Dit blijft staan")
    Signaal.objects.create(bijdrage=schrijf("Nog een"), waarom="anders", toelichting="Mijn woorden", door=lid)
    alles = str({bron.code: bron.geef(lid) for bron in gegevens.bronnen()})
    assert "Dit blijft staan" in alles and "Mijn woorden" in alles
    naam = lid.get_full_name()
    assert naam in tekst_van(Client(), pagina.url)
    lid.delete()
    tekst = tekst_van(Client(), pagina.url)
    assert "Dit blijft staan" in tekst and naam not in tekst and "Iemand die het platform verliet" in tekst


def test_a_nameless_account_shows_no_address(schrijf: Any, hier: Buurt, pagina: Praktijkvoorbeeld) -> None:
    naamloos = mensen.lid(hier, wie=Gebruiker.objects.create_user("geheim@voorbeeld.example", None))
    vraag = schrijf(door=naamloos)
    for adres in (pagina.url, vraag.get_absolute_url(), reverse("gesprekken")):
        assert "geheim@" not in tekst_van(Client(), adres)


def test_what_a_network_kept_to_itself_moves_along(schrijf: Any, hier: Buurt) -> None:
    eigen, breed = schrijf(zichtbaarheid=Zichtbaarheid.EIGEN), schrijf()
    deel_in(
        van=[hier, mensen.buurt("ander")], naar=[Nieuw("Samen")], reden="x", door=mensen.medewerker("transitieteam")
    )
    eigen.refresh_from_db()
    breed.refresh_from_db()
    assert (eigen.buurt.naam, breed.buurt) == ("Samen", hier)
