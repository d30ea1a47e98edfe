"""Calendar files, feeds and search: read back by a parser of their own kind, and never more than public."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from kennisplatform.agenda import bijeenkomsten, deelnemen
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.basis.kaarten import haal
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.zoeken import bron
from kennisplatform.zoeken.motor import motoren
from kennisplatform.zoeken.wachtrij import herbouw, verwerk
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.agenda import hulp as agenda

pytestmark = pytest.mark.django_db
LASTIG = "Koffie; thee, \\ taart: 'één' — " + "ñandú ☕ " * 12


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("agendabuurt")


def gebeurtenis(inhoud: bytes) -> Any:
    (event,) = Calendar.from_ical(inhoud).walk("VEVENT")
    return event


def ics(ding: Bijeenkomst) -> bytes:
    return Client().get(reverse("bijeenkomst_ics", args=[ding.slug])).content


def test_a_calendar_file_after_rfc_5545(buurt: Buurt) -> None:
    begin = dt.datetime(2027, 7, 1, 10, tzinfo=timezone.get_default_timezone())
    ding = agenda.bijeenkomst(
        buurt,
        begin=begin,
        titel=LASTIG[:120],
        omschrijving=f"Regel één\nRegel twee; {LASTIG}",
        online="https://meedoen.example/geheim",
    )
    inhoud = ics(ding)
    assert b"\n" not in inhoud.replace(b"\r\n", b"") and max(map(len, inhoud.split(b"\r\n"))) <= 75
    assert inhoud.startswith(b"BEGIN:VCALENDAR\r\n") and b"geheim" not in inhoud
    assert b"DTSTART:20270701T080000Z" in inhoud  # summer time
    event = gebeurtenis(inhoud)
    assert str(event["summary"]) == LASTIG[:120] and f"Regel twee; {LASTIG}".strip() in str(event["description"])
    assert str(event["uid"]).startswith(str(ding.uid)) and event["sequence"] == 0 and event["status"] == "CONFIRMED"
    assert event.decoded("dtend") - event.decoded("dtstart") == dt.timedelta(hours=2) and "dtstamp" in event


def test_a_change_raises_the_sequence_and_keeps_the_name(buurt: Buurt) -> None:
    ding = agenda.bijeenkomst(buurt)
    voor = gebeurtenis(ics(ding))
    bijeenkomsten.wijzig(bijeenkomst=ding, velden={"plaats": "Elders"}, gezien=0)
    na = gebeurtenis(ics(ding))
    assert na["uid"] == voor["uid"] and na["sequence"] == voor["sequence"] + 1
    bijeenkomsten.gelast_af(bijeenkomst=ding, reden="Ziek", door=mensen.lid(buurt))
    weg = gebeurtenis(ics(ding))
    assert weg["status"] == "CANCELLED" and weg["sequence"] == 2 and "Ziek" in str(weg["description"])


def test_everybodys_agenda_shows_a_member_too_only_what_is_public(buurt: Buurt) -> None:
    agenda.bijeenkomst(buurt, zichtbaarheid="eigen", titel="Onder ons")
    agenda.bijeenkomst(buurt, -4, titel="Geweest")
    agenda.bijeenkomst(buurt, titel="Kom allemaal")
    lid = Client()
    lid.force_login(mensen.lid(buurt))
    for naam in ("agenda_ics", "agenda_feed", "agenda_json"):
        tekst = lid.get(reverse(naam)).content.decode()
        assert "Kom allemaal" in tekst and "Onder ons" not in tekst and "Geweest" not in tekst, naam


# ---- The personal feed


def eigen_adres(client: Client) -> str:
    client.post(reverse("agenda_kalender"))
    html = client.get(reverse("agenda_mijn")).content.decode()
    return re.search(r'value="https?://[^/]+(/leernetwerk/agenda/kalender/[^"]+\.ics)"', html)[1]


def titels(adres: str) -> set[str]:
    antwoord = Client().get(adres)
    assert antwoord.status_code == 200 and "no-store" in antwoord["Cache-Control"]
    return {str(e["summary"]) for e in Calendar.from_ical(antwoord.content).walk("VEVENT")}


def test_the_own_address_follows_what_somebody_may_see(buurt: Buurt) -> None:
    wie = mensen.lid(buurt)
    client = Client()
    client.force_login(wie)
    agenda.bijeenkomst(buurt, zichtbaarheid="eigen", titel="Onder ons")
    elders = agenda.bijeenkomst(mensen.buurt("elders"), titel="Elders")
    agenda.bijeenkomst(mensen.buurt("ver"), titel="Niet van mij")
    deelnemen.meld_aan(bijeenkomst=elders, persoon=wie)
    adres = eigen_adres(client)
    assert titels(adres) == {"Onder ons", "Elders"}
    assert "/kalender/" not in client.get(reverse("agenda_mijn")).content.decode().split("value=")[-1]  # shown once
    Lidmaatschap.objects.filter(persoon=wie).update(van="2020-01-01", tot=timezone.localdate())
    assert titels(adres) == {"Elders"}
    nieuw = eigen_adres(client)
    assert nieuw != adres and Client().get(adres).status_code == 404
    client.post(reverse("agenda_kalender"), {"weg": "1"})
    assert Client().get(nieuw).status_code == 404


def test_a_closed_account_closes_the_address(buurt: Buurt) -> None:
    wie = mensen.lid(buurt)
    client = Client()
    client.force_login(wie)
    adres = eigen_adres(client)
    Gebruiker.objects.filter(pk=wie.pk).update(is_active=False)
    assert Client().get(adres).status_code == 404
    for verzonnen in ("x", "%27", "a" * 900):
        assert Client().get(f"/leernetwerk/agenda/kalender/{verzonnen}.ics").status_code == 404


# ---- Feeds


def test_rss_and_json_say_the_same(buurt: Buurt) -> None:
    ding = agenda.bijeenkomst(buurt, titel="Thee & <b>taart</b>")
    rss = ET.fromstring(Client().get(reverse("agenda_feed")).content)
    item = next(i for i in rss.iter("item") if ding.slug in i.findtext("link"))
    assert (
        item.findtext("title").startswith("Thee & <b>taart</b> (") and item.findtext("guid") == f"urn:uuid:{ding.uid}"
    )
    feed = json.loads(Client().get(reverse("agenda_json")).content)
    een = next(i for i in feed["items"] if i["id"] == f"urn:uuid:{ding.uid}")
    assert (
        feed["version"].endswith("1.1")
        and een["title"] == item.findtext("title")
        and een["url"] == item.findtext("link")
    )


def test_the_feed_of_examples_shows_only_what_is_public() -> None:
    aantal = openbaar(Praktijkvoorbeeld.objects.filter(locale__language_code="nl")).count()
    weg = openbaar(Praktijkvoorbeeld.objects.filter(locale__language_code="nl")).first()
    for verborgen, velden in ((0, {}), (1, {"live": False}), (1, {"live": True, "expire_at": timezone.now()})):
        Praktijkvoorbeeld.objects.filter(pk=weg.pk).update(**velden)
        rss = ET.fromstring(Client().get(reverse("leernetwerk_feed")).content)
        feed = json.loads(Client().get(reverse("leernetwerk_json")).content)
        assert len(list(rss.iter("item"))) == len(feed["items"]) == min(aantal, 50) - verborgen
        assert (weg.title in json.dumps(feed, ensure_ascii=False)) == (not verborgen)
    html = Client().get("/leernetwerk/").content.decode()
    assert 'type="application/rss+xml"' in html and reverse("leernetwerk_json") in html


# ---- Search


def gevonden(vraag: str) -> str:
    return Client().get(f"/zoeken/?q={vraag}").content.decode()


def test_search_finds_what_is_public_and_follows_changes(buurt: Buurt, eigen_index: Any) -> None:
    ding = agenda.bijeenkomst(buurt, titel="Zilverkwikwandeling door de wijk")
    for een in motoren():
        herbouw(een)
    html = gevonden("zilverkwikwandeling")
    assert ding.get_absolute_url() in html and "Bijeenkomst" in html
    bijeenkomsten.wijzig(bijeenkomst=ding, velden={"titel": "Goudkwikronde door de wijk"}, gezien=0)
    verwerk()
    assert ding.get_absolute_url() in gevonden("goudkwikronde")
    bijeenkomsten.wijzig(bijeenkomst=ding, velden={"zichtbaarheid": "netwerken"}, gezien=1)
    assert ding.get_absolute_url() not in gevonden("goudkwikronde")  # also before the index heard of it
    verwerk()
    assert ding.get_absolute_url() not in gevonden("goudkwikronde")


def test_what_was_can_be_found_if_there_is_something_to_read(buurt: Buurt) -> None:
    kaal, rijk = agenda.bijeenkomst(buurt, -3), agenda.bijeenkomst(buurt, -3, opbrengst="Les", voor="bewoners")
    komend = agenda.bijeenkomst(buurt, zichtbaarheid="openbaar")
    besloten = agenda.bijeenkomst(buurt, -3, opbrengst="Les", zichtbaarheid="netwerken")
    sleutels = {f"bijeenkomst:{b.pk}": b for b in (kaal, rijk, komend, besloten)}
    documenten, weg = bron.documenten(sleutels)
    assert {d.sleutel for d in documenten} == {f"bijeenkomst:{rijk.pk}", f"bijeenkomst:{komend.pk}"}
    assert set(haal(sleutels)) == set(sleutels) - set(weg)
    verloopt = {d.sleutel: d.verloopt for d in documenten}
    assert verloopt[f"bijeenkomst:{rijk.pk}"] == 0
    assert verloopt[f"bijeenkomst:{komend.pk}"] == int(komend.einde.timestamp())
