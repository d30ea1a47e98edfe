"""'Zo werken wij hier': two people at the same time, versions, and what was typed while signed out."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.netwerken.models import Werkwijze
from tests import mensen
from tests.netwerken.hulp import naar
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("proefbuurt")


def test_who_got_signed_out_gets_their_text_back(client: Client, buurt: Buurt) -> None:
    antwoord = client.post(naar("werkwijze_wijzigen", buurt), {"begin": "een tekst van een hele middag", "gezien": "0"})
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 403 and "een tekst van een hele middag" in inhoud and "U was afgemeld" in inhoud
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(mensen.lid(buurt))
    oud = streng.post(naar("werkwijze_wijzigen", buurt), {"begin": "een tekst van een hele middag", "gezien": "0"})
    assert oud.status_code == 403 and "een tekst van een hele middag" in pagina(oud).tekst()
    assert "CSRF" not in oud.content.decode()


def test_two_people_write_at_once_and_nothing_is_lost(client: Client, buurt: Buurt) -> None:
    een, twee = mensen.lid(buurt), mensen.lid(buurt)
    ander = Client()
    client.force_login(een)
    ander.force_login(twee)
    assert ander.post(naar("werkwijze_wijzigen", buurt), {"begin": "tekst van twee", "gezien": "0"}).status_code == 302
    antwoord = client.post(naar("werkwijze_wijzigen", buurt), {"begin": "tekst van een", "gezien": "0"})
    inhoud = antwoord.content.decode()
    assert "tekst van twee" in inhoud and "tekst van een" in inhoud
    assert [w.begin for w in Werkwijze.objects.filter(buurt=buurt)] == ["tekst van twee"]
    gezien = antwoord.context["formulier"]["gezien"].value()
    assert client.post(naar("werkwijze_wijzigen", buurt), {"begin": "samen", "gezien": gezien}).status_code == 302
    assert [w.begin for w in Werkwijze.objects.filter(buurt=buurt)] == ["samen", "tekst van twee"]
    assert "tekst van twee" in pagina(client.get(reverse("werkwijze_versie", args=[buurt.slug, 1]))).tekst()


def test_confirming_holds_for_what_was_read(client: Client, buurt: Buurt) -> None:
    lid = mensen.lid(buurt)
    client.force_login(lid)
    for nummer in (1, 2):
        Werkwijze.objects.create(buurt=buurt, nummer=nummer, begin="x")
    antwoord = client.post(naar("werkwijze_bevestigen", buurt), {"nummer": "1"}, follow=True)
    assert "nieuwere versie" in pagina(antwoord).tekst()
    client.post(naar("werkwijze_bevestigen", buurt), {"nummer": "2"})
    assert Werkwijze.objects.get(buurt=buurt, nummer=2).bevestigd_door == lid


def test_saving_empty_can_not_be(client: Client, buurt: Buurt) -> None:
    client.force_login(mensen.lid(buurt))
    antwoord = client.post(naar("werkwijze_wijzigen", buurt), {"begin": "  ", "gezien": "0"})
    assert "ten minste één onderdeel" in str(antwoord.context["formulier"].errors)


@pytest.mark.parametrize("gezien", ["", "9" * 40, "-1", "<b>"])
def test_a_forged_version_number_overwrites_nothing(client: Client, buurt: Buurt, gezien: str) -> None:
    client.force_login(mensen.lid(buurt))
    Werkwijze.objects.create(buurt=buurt, nummer=1, begin="blijft")
    assert client.post(naar("werkwijze_wijzigen", buurt), {"begin": "weg", "gezien": gezien}).status_code == 200
    assert client.post(naar("werkwijze_bevestigen", buurt), {"nummer": gezien}).status_code == 302
    assert [w.begin for w in Werkwijze.objects.filter(buurt=buurt)] == ["blijft"]


def test_what_the_other_wrote_stands_at_the_field_and_can_be_taken(client: Client, buurt: Buurt) -> None:
    een, twee = mensen.lid(buurt), mensen.lid(buurt, wie=mensen.persoon("jasmijn"))
    ander = Client()
    client.force_login(een)
    ander.force_login(twee)
    van_twee = {"begin": "begin van twee", "afspraken": "afspraken van twee", "adressen": "zelfde", "gezien": "0"}
    van_een = {"begin": "begin van een", "afspraken": "afspraken van een", "adressen": "zelfde", "gezien": "0"}
    assert ander.post(naar("werkwijze_wijzigen", buurt), van_twee).status_code == 302
    antwoord = client.post(naar("werkwijze_wijzigen", buurt), van_een)
    inhoud = antwoord.content.decode()
    assert inhoud.count("Jasmijn vulde hier intussen in") == 2  # not where both wrote the same
    veld = inhoud[inhoud.index('id="id_begin_helptext"') : inhoud.index('id="id_werkwijze_helptext"')]
    assert "begin van twee" in veld and "begin van een" in veld and 'name="neem_begin"' in veld
    van_een |= {"gezien": antwoord.context["formulier"]["gezien"].value(), "neem_begin": "1"}
    assert client.post(naar("werkwijze_wijzigen", buurt), van_een).status_code == 302
    nu = Werkwijze.objects.filter(buurt=buurt)[0]
    assert (nu.begin, nu.afspraken, nu.adressen) == ("begin van twee", "afspraken van een", "zelfde")


def test_what_only_one_changed_merges_and_nobody_is_named_for_it(client: Client, buurt: Buurt) -> None:
    een, twee = mensen.lid(buurt), mensen.lid(buurt, wie=mensen.persoon("jasmijn"))
    Werkwijze.objects.create(buurt=buurt, nummer=1, begin="oud begin", afspraken="oude afspraak", door=een)
    ander = Client()
    client.force_login(een)
    ander.force_login(twee)
    gezien = client.get(naar("werkwijze_wijzigen", buurt)).context["formulier"]["gezien"].value()
    samen = {"werkwijze": "", "wie_weet_wat": "", "adressen": "", "gezien": gezien}
    assert (
        ander.post(
            naar("werkwijze_wijzigen", buurt), {"begin": "oud begin", "afspraken": "van jasmijn", **samen}
        ).status_code
        == 302
    )
    mijn = {"begin": "begin van mij", "afspraken": "oude afspraak", **samen}
    assert client.post(naar("werkwijze_wijzigen", buurt), mijn).status_code == 302
    nu = Werkwijze.objects.filter(buurt=buurt)[0]
    assert (nu.begin, nu.afspraken) == ("begin van mij", "van jasmijn")
    # And where both changed one part, only that part is asked, with who wrote it.
    botsing = {"begin": "nog een begin", "afspraken": "ook van mij", **samen}
    antwoord = ander.post(naar("werkwijze_wijzigen", buurt), botsing)
    assert antwoord.status_code == 200
    assert pagina(antwoord).tekst("main").count("vulde hier intussen in") == 2
    velden = antwoord.context["formulier"].fields
    assert velden["begin"].ander.van == str(een) and velden["afspraken"].ander.van == str(twee)
