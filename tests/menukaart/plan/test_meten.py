"""The monitoring plan: which indicators follow from what is done, and who measures what in which quarter."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from docx import Document

from kennisplatform.deelnemers.keuzes import Netwerkrol
from menukaart.plan.meetkalender import momenten
from menukaart.plan.models import Buurtplan
from tests import mensen
from tests.menukaart.begroting.hulp import plan_met
from tests.menukaart.plan.test_reis import naar
from tests.pagina import Pagina, pagina

BEGIN, EIND = 2027 * 4, 2028 * 4 + 3


@pytest.mark.parametrize(
    ("frequentie", "wanneer"),
    [
        ("Elk kwartaal", tuple(range(BEGIN, EIND + 1))),
        ("1x per kwartaal", tuple(range(BEGIN, EIND + 1))),
        ("Elke maand na start", tuple(range(BEGIN, EIND + 1))),
        ("Elke 6 maanden", (BEGIN, BEGIN + 2, BEGIN + 4, BEGIN + 6)),
        ("Elk jaar", (BEGIN, BEGIN + 4)),
        ("Elke twee jaar", (BEGIN,)),
        ("Start (baseline), eind voor pilot", (BEGIN, EIND)),
        ("Start (baseline), einde 1jr na uitvoering", (BEGIN, EIND + 4)),
        ("NNB", ()),
        ("", ()),
    ],
)
def test_words_of_the_programme_become_quarters(frequentie: str, wanneer: tuple[int, ...]) -> None:
    assert momenten(frequentie, BEGIN, EIND) == wanneer


def beurt(blad: Pagina, kop: str) -> str:
    """What is measured in the quarter with this heading."""
    (tekst,) = [t for t in blad.teksten("details.stapvak") if t.startswith(kop)]
    return tekst


@pytest.mark.django_db
def test_a_network_reads_who_measures_what_in_which_quarter(client: Client) -> None:
    buurt = mensen.buurt("meetbuurt")
    client.force_login(mensen.lid(buurt, Netwerkrol.KARTREKKER))
    plan: Buurtplan = plan_met(buurt, ("Zaal", "40", "12.35"))
    Buurtplan.objects.filter(pk=plan.pk).update(van=2027, tot=2028)
    plan.activiteiten.update(begin=BEGIN, eind=EIND)
    blad = pagina(client.get(naar("monitoringplan", buurt)))
    eerste, tweede = beurt(blad, "januari tot en met maart 2027"), beurt(blad, "april tot en met juni 2027")
    halfjaar, kwartaal = "Wat vinden bewoners ervan?", "Hoeveel bewoners doen mee?"
    assert "Buurtnetwerk" in eerste and halfjaar in eerste and kwartaal in eerste and "Elke maand." in eerste
    assert halfjaar not in tweede and kwartaal in tweede
    assert len(blad.alle("details.stapvak[open]")) == 1  # of now, or of the first one
    client.post(naar("buurtplan_vaststellen", buurt))
    stuk = client.get(naar("stuk", buurt, 1, "monitoring"))
    assert "januari tot en met maart 2027" in pagina(stuk).tekst("main")
    word = Document(io.BytesIO(client.get(naar("stuk_word", buurt, 1, "monitoring")).content))
    assert word.tables[0].rows[1].cells[0].text == "januari tot en met maart 2027"
