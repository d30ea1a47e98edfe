"""After a meeting: what was learned, who was there, and where it is built on."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.models import Buurt
from leernetwerk.delen.models import Inzending
from tests import mensen
from tests.agenda import hulp as agenda
from tests.agenda.plannen.hulp import fouten

pytestmark = pytest.mark.django_db


def test_what_do_we_take_along(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, -3)
    adres = reverse("bijeenkomst_opbrengst", args=[ding.slug])
    zonder = client.post(
        adres, {"opbrengst": "Les", "opname": "https://opname.example/", "transcript": "", "gezien": 0}
    )
    assert list(fouten(zonder)) == ["transcript"]
    slecht = client.post(adres, {"opbrengst": "Les", "opname": "javascript:x", "transcript": "t", "gezien": 0})
    assert list(fouten(slecht)) == ["opname"]
    for veld, tekst in {
        "opbrengst": "Mevrouw de Groot kwam ook.",
        "transcript": "Ik woon in de Parkstraat 12.",
    }.items():
        wie = client.post(adres, {"opbrengst": "Les", "opname": "", "transcript": "", "gezien": 0, veld: tekst})
        assert list(fouten(wie)) == [veld] and "lijkt op" in fouten(wie)[veld][0]
        assert tekst in wie.content.decode()
    goed = {"opbrengst": "Les 1", "opname": "https://opname.example/", "transcript": "Ans: dag.", "gezien": 0}
    assert client.post(adres, goed).status_code == 302
    tweede = client.post(adres, goed | {"opbrengst": "Les 2"})
    assert "Les 1" in tweede.content.decode() and "Les 2" in tweede.content.decode()
    ding.refresh_from_db()
    assert ding.opbrengst == "Les 1"
    assert "Ans: dag." in Client().get(ding.get_absolute_url()).content.decode()


def test_results_can_not_come_before(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, 3)
    antwoord = client.post(reverse("bijeenkomst_opbrengst", args=[ding.slug]), {"opbrengst": "Les", "gezien": 0})
    assert "als de bijeenkomst is geweest" in str(fouten(antwoord))


def test_a_result_becomes_the_beginning_of_an_example(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, -3, titel="Dialoog over vallen", opbrengst="Vraag het aan de balie.")
    link = f"/leernetwerk/delen/nieuw/?bijeenkomst={ding.pk}"
    assert link in client.get(ding.get_absolute_url()).content.decode()
    assert link not in Client().get(ding.get_absolute_url()).content.decode()
    assert f'name="bijeenkomst" value="{ding.pk}"' in client.get(link).content.decode()
    client.post(link, {"buurt": buurt.pk, "bijeenkomst": ding.pk})
    nieuw = Inzending.objects.get(buurt=buurt)
    assert (nieuw.titel, nieuw.wat_werkte) == ("Dialoog over vallen", "Vraag het aan de balie.")


def test_anothers_meeting_begins_no_example(client: Client, buurt: Buurt, lid: Any) -> None:
    vreemd = agenda.bijeenkomst(mensen.buurt("elders-nog"), -3, titel="Geheim", opbrengst="Les", zichtbaarheid="eigen")
    client.post("/leernetwerk/delen/nieuw/", {"buurt": buurt.pk, "bijeenkomst": vreemd.pk})
    assert Inzending.objects.get(buurt=buurt).titel == ""


def test_who_was_there(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, -1)
    ria, _joop, _nel = (agenda.gast(ding, naam=naam) for naam in ("Ria", "Joop de Vries", "Nel"))
    adres = reverse("bijeenkomst_deelnemers", args=[ding.slug])
    mis = client.post(adres, {"aanwezig": [ria.pk], "plak": "- joop  de vries\nOnbekende Ans", "inloop": "3"})
    assert "Onbekende Ans" in str(fouten(mis)) and "joop  de vries" in mis.content.decode()
    assert client.post(adres, {"aanwezig": [ria.pk], "plak": "- joop  de vries", "inloop": "3"}).status_code == 302
    ding.refresh_from_db()
    assert ding.kwamen == 5
    assert {d.naam: d.aanwezig for d in ding.deelnames.all()} == {"Ria": True, "Joop de Vries": True, "Nel": False}
    pagina = Client().get(ding.get_absolute_url()).content.decode()
    assert "Er waren 5 mensen" in pagina and "Ria" not in pagina
    vreemd = agenda.gast(agenda.bijeenkomst(buurt, -1))
    assert "aanwezig" in fouten(client.post(adres, {"aanwezig": [vreemd.pk]}))  # somebody of another meeting


def test_the_list_takes_names_along_and_no_addresses(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt)
    agenda.gast(ding, naam="=HYPERLINK(1)", email="ria@voorbeeld.example")
    for naam in ("bijeenkomst_deelnemers", "bijeenkomst_deelnemers_csv"):
        tekst = client.get(reverse(naam, args=[ding.slug])).content.decode()
        assert "HYPERLINK" in tekst and "ria@" not in tekst
    assert "\r\n'=HYPERLINK" in tekst


def test_adds_to_other_pages(client: Client, buurt: Buurt, lid: Any) -> None:
    Bijeenkomst.objects.all().delete()
    agenda.bijeenkomst(buurt, zichtbaarheid="eigen", titel="Onder ons")
    agenda.bijeenkomst(buurt, titel="Kom allemaal")
    for pad in ("/werkplek/", f"/werkplek/{buurt.slug}/"):
        html = client.get(pad).content.decode()
        assert "Onder ons" in html and "Kom allemaal" in html
    for pad in (buurt.get_absolute_url(), "/leernetwerk/"):
        html = client.get(pad).content.decode()  # a member too sees the public face there
        assert "Onder ons" not in html and "Kom allemaal" in html
