"""Hours and money as numbers: typed by the network, checked by the editors, compared on the page of the intervention."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kennisplatform.basis.praktijk import inzetreeksen, voorbeelden
from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.delen import schrijven
from leernetwerk.delen.keuring import tekorten
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld
from tests.leernetwerk.delen_redactie.hulp import beslis
from tests.leernetwerk.hulp import client, stap

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
GETALLEN = {
    "uren_getal": "26.5",
    "uren_per": "groep",
    "geld_getal": "1200",
    "geld_per": "buurt-jaar",
    "inzet_jaar": "2025",
    "inzet_hoe": "gerealiseerd",
    "urenklasse": "onbekend",
    "kostenklasse": "onbekend",
}


@pytest.fixture
def met_getallen(concept: Inzending, schrijver: Gebruiker) -> Inzending:
    antwoord = client(schrijver).post(stap(concept, "inzet"), GETALLEN | {"verder": "1"})
    assert antwoord.status_code == 302
    concept.refresh_from_db()
    return concept


def dien_in(inzending: Inzending, wie: Gebruiker) -> str:
    antwoord = client(wie).post(stap(inzending, "nakijken"), {"toestemming": "on"}, follow=True)
    inzending.refresh_from_db()
    return antwoord.content.decode()


def test_what_the_neighbourhood_reports_stands_as_a_range_on_the_intervention(
    met_getallen: Inzending, schrijver: Gebruiker, eind: Gebruiker, na: Callable[..., Any]
) -> None:
    nakijk = client(schrijver).get(stap(met_getallen, "nakijken")).content.decode()
    assert "26,5 uur per groep" in nakijk and "€\xa01.200 per jaar" in nakijk
    na(dien_in, met_getallen, schrijver)
    na(beslis, eind, met_getallen, "approve")
    met_getallen.refresh_from_db()
    tekst = Client().get(met_getallen.pagina.url).content.decode()
    assert "26,5 uur per groep" in tekst and "Opgave van de buurt" in tekst and "2025" in tekst
    interventie = met_getallen.gebruikt.get()
    reeksen = inzetreeksen(voorbeelden(interventie.pk))
    mijne = [b for r in reeksen for b in r.bronnen if b.buurt == met_getallen.buurt_id]
    assert {(str(b.inzet), b.jaar, b.opgave) for b in mijne} == {
        ("26,5 uur per groep", 2025, "gerealiseerd"),
        ("€\xa01.200 per jaar", 2025, "gerealiseerd"),
    }
    assert "26,5" in Client().get(interventie.url).content.decode()


def test_a_figure_without_unit_or_year_does_not_go_to_the_editors(concept: Inzending, schrijver: Gebruiker) -> None:
    client(schrijver).post(stap(concept, "inzet"), {"uren_getal": "26", "verder": "1"})
    concept.refresh_from_db()
    assert concept.uren_getal == 26  # kept while writing
    assert set(tekorten(concept)) == {"uren_per", "inzet_jaar"}
    assert "Van welk jaar zijn deze getallen?" in dien_in(concept, schrijver)
    assert concept.open


def test_less_than_nothing_and_a_year_of_two_digits_are_told(concept: Inzending, schrijver: Gebruiker) -> None:
    antwoord = client(schrijver).post(stap(concept, "inzet"), {"geld_getal": "-3", "inzet_jaar": "25", "verder": "1"})
    assert set(antwoord.context["formulier"].errors) == {"geld_getal", "inzet_jaar"}


def test_a_line_of_the_editors_stays_beside_the_neighbourhoods(
    met_getallen: Inzending, schrijver: Gebruiker, eind: Gebruiker, na: Callable[..., Any]
) -> None:
    """And what the editors change in the network's own line comes back to who goes on writing."""
    na(dien_in, met_getallen, schrijver)
    na(beslis, eind, met_getallen, "approve")
    met_getallen.refresh_from_db()
    pagina = Praktijkvoorbeeld.objects.get(pk=met_getallen.pagina_id)
    eigen = [
        (d.block_type, {**d.value, "van": 30.0} if d.value["maat"] == "uren" else d.value) for d in pagina.inzetregels
    ]
    extra = {"maat": "euro", "waarvoor": "zaal", "van": 90.0, "tot": None, "per": "groep", "jaar": 2024}
    pagina.inzetregels = [*eigen, ("inzet", {**extra, "bron": "Jaarverslag", "bron_url": "", "opgave": "verteld"})]
    pagina.save_revision(user=eind).publish()
    nieuw = schrijven.nieuwe_versie(inzending=met_getallen, door=schrijver)
    nieuw.refresh_from_db()
    assert nieuw.uren_getal == 30 and nieuw.geld_getal == 1200
    client(schrijver).post(stap(nieuw, "inzet"), GETALLEN | {"uren_getal": "40", "gezien": nieuw.versie})
    na(dien_in, nieuw, schrijver)
    blad = Praktijkvoorbeeld.objects.get(pk=nieuw.pagina_id).get_latest_revision_as_object()
    assert sorted((d.value["van"], d.value["bron"]) for d in blad.inzetregels) == [
        (40, "Opgave van de buurt"),
        (90, "Jaarverslag"),
        (1200, "Opgave van de buurt"),
    ]
