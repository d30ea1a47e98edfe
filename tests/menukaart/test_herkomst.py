"""A reader sees whether a point is a finding or our own estimate, what it takes per unit, and what no longer counts."""

from __future__ import annotations

import contextlib
import datetime as dt
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from kennisplatform.inhoudlader import bronnen
from leernetwerk.models import Praktijkvoorbeeld
from menukaart import stand
from menukaart.models import Interventie
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_an_estimate_never_reads_as_a_finding(client: Client) -> None:
    blad = pagina(client.get("/menukaart/zicht-op-evenwicht/"))
    assert "Inschatting van de redactie" in " ".join(blad.teksten(".herkomst"))
    assert "https://www.zichtopevenwicht.nl/certificering-en-effectiviteit/onderzoek-in-nederland" in blad.waarden(
        ".herkomst a", "href"
    )


def test_every_claim_on_the_menu_says_where_it_comes_from() -> None:
    assert stand.bevindingen_zonder_herkomst().aantal == 0
    assert bronnen.geld_zonder_einde().aantal == 0
    kaal = [regel for regel in bronnen.kale_bronnen().regels if "/preventie/" not in regel]
    assert not kaal


def test_unknown_is_said_once(client: Client) -> None:
    plan = Interventie.objects.get(slug="buurttuin")
    assert not plan.inzet_bekend
    blad = pagina(client.get("/menukaart/buurttuin/"))
    assert blad.tekst("#geld + dl").count("Onbekend") == 2  # what it takes, and who pays
    assert "Gezocht" in blad.tekst("#geld + dl")


def test_a_number_has_its_unit_on_card_and_page(client: Client) -> None:
    assert "18 uur per groep" in client.get("/menukaart/?q=zicht+op+evenwicht").content.decode()
    blad = client.get("/menukaart/zicht-op-evenwicht/").content.decode()
    for woorden in ("18 uur per groep", "6,2 uur per deelnemer", "afgeleid"):
        assert woorden in blad


def test_a_scheme_that_ended_makes_room_for_the_question(client: Client) -> None:
    plan = Interventie.objects.get(slug="kansrijke-start")
    assert "brede SPUK" in client.get(plan.url).content.decode()
    plan.geldregels = [
        {"type": "geld", "value": {"tekst": "Landelijk geld", "geldt_tot": dt.date.today() - dt.timedelta(days=1)}}
    ]
    plan.save_revision().publish()
    blad = client.get(plan.url).content.decode()
    assert "Vraag uw gemeente wat nu geldt." in blad and "Landelijk geld" not in blad


def test_what_neighbourhoods_report_stands_beside_and_not_in_the_number_of_research(client: Client) -> None:
    blad = pagina(client.get("/menukaart/gezinsregisseur/")).tekst("#geld + dl")
    assert "Uit de praktijk" in blad and "1 plek: € 8.000 per gezin" in blad
    plan = Interventie.objects.get(slug="gezinsregisseur")
    assert [str(inzet) for inzet in plan.inzet] == ["€\xa08.000 per gezin"]  # its own source, whatever is reported


def test_it_worked_says_who_says_so(client: Client) -> None:
    voorbeeld = Praktijkvoorbeeld.objects.get(slug="vitality-clubs-leiden")
    assert voorbeeld.uitkomst_tekst == "Het werkte, zegt de maker"
    assert "Het werkte, zegt de maker" in client.get(voorbeeld.url).content.decode()


def test_places_to_visit_are_one_page_and_their_old_addresses_lead_there(client: Client) -> None:
    for slug in ("de-wulverhorst", "g10-buurtbeelden", "laefhoes-america", "liv-inn-hilversum", "morgenstond-den-haag"):
        antwoord = client.get(f"/leernetwerk/{slug}/")
        assert antwoord.status_code == 301 and antwoord["Location"].endswith("/plekken-om-te-bezoeken/")
    assert "De Wulverhorst" in client.get("/plekken-om-te-bezoeken/").content.decode()
    assert "/plekken-om-te-bezoeken/" in pagina(client.get("/leernetwerk/")).waarden("main a", "href")


def test_the_report_counts_what_is_filled() -> None:
    uit = StringIO()
    with contextlib.suppress(CommandError):  # another count may be a fault; this is about ours
        call_command("inhoudcontrole", stdout=uit)
    regels = uit.getvalue()
    assert "Bevindingen zonder bron of label: 0" in regels
    assert "interventie, uren of kosten:" in regels and "SES bekend:" in regels
