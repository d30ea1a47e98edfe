"""Seeing meetings: who sees which of them, the link, the filters, and what is past."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.models import Buurt, Logregel
from tests import mensen
from tests.agenda import hulp as agenda

pytestmark = pytest.mark.django_db


def test_who_sees_which_meeting(buurt: Buurt) -> None:
    daar = mensen.buurt("daar")
    dingen = {z: agenda.bijeenkomst(buurt, zichtbaarheid=z, titel=f"z-{z}") for z in ("openbaar", "netwerken", "eigen")}
    verwacht = {
        "anoniem": {"openbaar"},
        "vreemde": {"openbaar"},
        "oud-lid": {"openbaar"},
        "straks-lid": {"openbaar"},
        "lid-elders": {"openbaar", "netwerken"},
        "redacteur": {"openbaar", "netwerken"},
        "gemeente": set(dingen),
        "kartrekker": set(dingen),
        "transitieteam": set(dingen),
    }
    wie = mensen.iedereen(buurt, daar)
    for naam, ziet in verwacht.items():
        client = Client()
        if naam != "anoniem":
            client.force_login(wie[naam])
        lijst = client.get("/leernetwerk/agenda/").content.decode()
        for zicht, ding in dingen.items():
            in_lijst = zicht in ziet and (naam, zicht) != ("transitieteam", "eigen")  # may look, isn't invited
            assert (f"z-{zicht}" in lijst) == in_lijst, (naam, zicht)
            for deel in ("bijeenkomst", "bijeenkomst_ics"):
                status = client.get(reverse(deel, args=[ding.slug])).status_code
                assert status == (200 if zicht in ziet else 404), (naam, zicht, deel)
            aanmelden = client.post(
                reverse("bijeenkomst_aanmelden", args=[ding.slug]), {"naam": "x", "email": "x@x.example"}
            )
            assert (aanmelden.status_code == 404) == (zicht not in ziet), (naam, zicht)


def test_staff_that_look_along_leave_a_trace(buurt: Buurt) -> None:
    eigen, open_ = agenda.bijeenkomst(buurt, zichtbaarheid="eigen"), agenda.bijeenkomst(buurt)
    team = Client()
    team.force_login(mensen.medewerker("transitieteam"))
    team.get(open_.get_absolute_url())
    team.get("/leernetwerk/agenda/")
    assert not Logregel.objects.filter(buurt=buurt).exists()
    team.get(reverse("bijeenkomst_deelnemers", args=[open_.slug]))  # names of people who come
    assert Logregel.objects.filter(buurt=buurt).count() == 1
    Logregel.objects.all().delete()
    for _keer in range(2):
        team.get(eigen.get_absolute_url())
    (regel,) = Logregel.objects.filter(buurt=buurt, soort=Logregel.Soort.INZAGE)
    assert "bijeenkomsten" in regel.tekst


def test_the_link_is_only_for_who_has_a_place(buurt: Buurt) -> None:
    ding = agenda.bijeenkomst(buurt, online="https://meedoen.example/geheim", plaatsen=1)
    eerste, tweede = Client(), Client()
    for client in (eerste, tweede):
        client.force_login(mensen.persoon())
        assert "geheim" not in client.get(ding.get_absolute_url()).content.decode()
        client.post(reverse("bijeenkomst_aanmelden", args=[ding.slug]))
    assert "meedoen.example/geheim" in eerste.get(ding.get_absolute_url()).content.decode()
    assert "geheim" not in tweede.get(ding.get_absolute_url()).content.decode()  # waits
    assert "geheim" not in Client().get(ding.get_absolute_url()).content.decode()


def test_filters_count_and_nonsense_does_nothing(buurt: Buurt) -> None:
    Bijeenkomst.objects.all().delete()
    agenda.bijeenkomst(buurt, soort="webinar", plaats="", online="https://x.example/", titel="A")
    agenda.bijeenkomst(buurt, soort="lotgenoten", voor="bewoners", titel="B")
    agenda.bijeenkomst(buurt, soort="lotgenoten", voor="professionals", titel="C", dagen=70)
    client = Client()

    def titels(vraag: str) -> set[str]:
        lijst = client.get(f"/leernetwerk/agenda/?{vraag}").context["lijst"]
        uit = {b.titel for maand in lijst.maanden for b in maand.bijeenkomsten}
        assert lijst.totaal == len(uit)
        return uit

    assert titels("") == {"A", "B", "C"}
    assert titels("soort=lotgenoten") == {"B", "C"}
    assert titels("waar=online") == {"A"} and titels("waar=Proefstad") == {"B", "C"}
    assert titels("voor=bewoners") == {"A", "B"} and titels("voor=bewoners&soort=lotgenoten") == {"B"}
    for onzin in ("soort=x", "waar=%00", "thema=" + "z" * 400, "pagina=99999999", "pagina=-1", "eerder=2"):
        assert titels(onzin) == {"A", "B", "C"}, onzin
    assert titels("eerder=1") == set()


def test_what_was_stands_apart_and_what_was_called_off_is_not_there(buurt: Buurt) -> None:
    agenda.bijeenkomst(buurt, -9, titel="Geweest met les", opbrengst="Begin klein.", kwamen=7)
    agenda.bijeenkomst(buurt, -8, titel="Nooit geweest", afgelast=timezone.now())
    nu, eerder = (Client().get(f"/leernetwerk/agenda/{v}").content.decode() for v in ("", "?eerder=1"))
    assert "Geweest met les" in eerder and "Geweest met les" not in nu and "Nooit geweest" not in eerder
    pagina = Client().get(Bijeenkomst.objects.get(titel="Geweest met les").get_absolute_url()).content.decode()
    assert "Begin klein." in pagina and "Er waren 7 mensen" in pagina and "Uw e-mailadres" not in pagina


def test_a_network_reads_its_meetings_by_day(client: Client, buurt: Buurt, lid: Any) -> None:
    """They stood in the order in which they were made: counting who comes drops that of the model."""
    for titel, dagen in (("Later", 9), ("Eerst", 3), ("Lang geleden", -9), ("Pas geweest", -3)):
        agenda.bijeenkomst(buurt, dagen, titel=titel)
    assert lid.is_authenticated
    context = client.get(reverse("bijeenkomsten_van", args=[buurt.slug])).context
    assert [b.titel for b in context["komend"]] == ["Eerst", "Later"]
    assert [b.titel for b in context["geweest"]] == ["Pas geweest", "Lang geleden"]
