"""People who speak from experience: by consent, without an address, and gone when consent ends."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda import deskundigen
from kennisplatform.agenda.models import Bijeenkomst, Ervaringsdeskundige
from kennisplatform.basis.formulieren import nederlandse
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.register.vastleggen import Nieuw, deel_in
from tests import mensen
from tests.agenda import hulp as agenda

pytestmark = pytest.mark.django_db
LIJST = "/leernetwerk/agenda/ervaringsdeskundigen/"


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("agendabuurt")


@pytest.fixture
def trekker(buurt: Buurt, client: Client) -> Client:
    client.force_login(mensen.lid(buurt, "kartrekker"))
    return client


def invoer(**anders: Any) -> dict[str, Any]:
    return {
        "naam": "Toon",
        "ervaring": "Zorgde voor zijn vrouw met dementie.",
        "toestemming_hoe": "gesprek",
        "akkoord": "on",
        "onderwerpen": [nederlandse("onderwerp").get(code="dementie").pk],
        "toestemming_op": f"{timezone.localdate():%Y-%m-%d}",
    } | anders


def test_a_lead_adds_and_another_network_reads(trekker: Client, buurt: Buurt) -> None:
    assert trekker.post(reverse("ervaringsdeskundige_nieuw", args=[buurt.slug]), invoer()).status_code == 302
    elders = Client()
    elders.force_login(mensen.lid(mensen.buurt("elders")))
    html = elders.get(LIJST).content.decode()
    assert "Toon" in html and "Dementie" in html and buurt.get_absolute_url() in html and "Haal weg" not in html
    assert "Toon" in trekker.get(f"/werkplek/{buurt.slug}/").content.decode()
    assert "Toon" not in Client().get(buurt.get_absolute_url()).content.decode()
    assert "Toon" in elders.get(LIJST + "?onderwerp=dementie&gemeente=Proefstad").content.decode()
    for onzin in ("?onderwerp=%00", "?gemeente=" + "x" * 500):
        assert "Toon" in elders.get(LIJST + onzin).content.decode()


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"akkoord": ""}, "akkoord"),
        ({"onderwerpen": []}, "onderwerpen"),
        ({"onderwerpen": ["999999"]}, "onderwerpen"),
        ({"toestemming_op": "2999-01-01"}, "toestemming_op"),
        ({"toestemming_op": "2020-01-01"}, "toestemming_op"),
        ({"toestemming_hoe": ""}, "toestemming_hoe"),
        ({"ervaring": "Bel mij op 06 12345678"}, "ervaring"),
        ({"ervaring": "Mail toon@voorbeeld.example"}, "ervaring"),
        ({"naam": "toon@voorbeeld.example"}, "naam"),
    ],
)
def test_without_consent_or_with_an_address_it_does_not_go(
    trekker: Client, buurt: Buurt, anders: dict[str, Any], veld: str
) -> None:
    antwoord = trekker.post(reverse("ervaringsdeskundige_nieuw", args=[buurt.slug]), invoer(**anders))
    assert list(antwoord.context["formulier"].errors) == [veld]
    assert not Ervaringsdeskundige.objects.filter(buurt=buurt).exists()


def test_consent_ends_by_itself_after_a_year(buurt: Buurt, django_capture_on_commit_callbacks: Any) -> None:
    Ervaringsdeskundige.objects.all().delete()
    trekker, anderen = mensen.lid(buurt, "kartrekker"), mensen.lid(buurt)
    agenda.deskundige(buurt, 100, naam="Vers")
    agenda.deskundige(buurt, 340, naam="Bijna")
    voorbij = agenda.deskundige(buurt, 365, naam="Voorbij")
    client = Client()
    client.force_login(anderen)
    assert "Voorbij" not in client.get(LIJST).content.decode()  # also before the night
    client.force_login(trekker)
    assert client.get(reverse("ervaringsdeskundige_wijzigen", args=[voorbij.pk])).status_code == 404
    for _nacht in range(3):
        with django_capture_on_commit_callbacks(execute=True):
            deskundigen.loop_na()
    assert set(Ervaringsdeskundige.objects.values_list("naam", flat=True)) == {"Vers", "Bijna"}
    (brief,) = mail.outbox
    assert brief.to == [trekker.email] and "Bijna" in brief.body


def test_confirming_gives_a_new_year_and_removing_leaves_nothing(trekker: Client, buurt: Buurt) -> None:
    een = agenda.deskundige(buurt, 340)
    wijzigen = reverse("ervaringsdeskundige_wijzigen", args=[een.pk])
    assert trekker.get(wijzigen).context["formulier"]["toestemming_op"].value() is None  # asked anew, never filled in
    assert trekker.post(wijzigen, invoer(naam="Toon J.")).status_code == 302
    een.refresh_from_db()
    assert een.geldig_tot == timezone.localdate() + dt.timedelta(days=365) and een.naam == "Toon J."
    trekker.get(reverse("ervaringsdeskundige_weg", args=[een.pk]))
    assert Ervaringsdeskundige.objects.filter(pk=een.pk).exists()
    trekker.post(reverse("ervaringsdeskundige_weg", args=[een.pk]))
    assert not Ervaringsdeskundige.objects.filter(pk=een.pk).exists()


def test_another_network_keeps_off(buurt: Buurt) -> None:
    een = agenda.deskundige(buurt)
    elders = Client()
    elders.force_login(mensen.lid(mensen.buurt("elders"), "kartrekker"))
    for naam in ("ervaringsdeskundige_wijzigen", "ervaringsdeskundige_weg"):
        assert elders.post(reverse(naam, args=[een.pk]), invoer()).status_code == 404
    assert Ervaringsdeskundige.objects.get(pk=een.pk).naam == "Toon"


def test_a_merge_takes_along_what_comes_and_keeps_what_was() -> None:
    een, twee = mensen.buurt("een"), mensen.buurt("twee")
    komend, geweest = agenda.bijeenkomst(een), agenda.bijeenkomst(een, -5)
    kent = agenda.deskundige(twee)
    deel_in(van=[een, twee], naar=[Nieuw("Samen")], reden="proef", door=mensen.medewerker("transitieteam"))
    nieuw = Buurt.objects.get(naam="Samen")
    assert Bijeenkomst.objects.get(pk=komend.pk).buurt == nieuw and Bijeenkomst.objects.get(pk=geweest.pk).buurt == een
    assert Ervaringsdeskundige.objects.get(pk=kent.pk).buurt == nieuw
