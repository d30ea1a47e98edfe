"""Changing and taking away one's own text: for half an hour, and while nobody went on from it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.gesprek import schrijven
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.models import Volg
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.gesprek.hulp import client_van, oud, tekst_van

pytestmark = pytest.mark.django_db


def test_changing_is_for_half_an_hour_and_adding_after_that(
    schrijf: Any, lid: Gebruiker, pagina: Praktijkvoorbeeld
) -> None:
    vraag, client = schrijf("Eerste tekst"), client_van(lid)
    adres = reverse("gesprek_wijzig", args=[vraag.pk])
    stand = client.get(adres).context["formulier"].initial["gezien"]
    assert client.post(adres, {"kop": "Beter?", "tekst": "Tweede tekst", "gezien": stand}).status_code == 302
    # Another window still shows the first text: told, and nothing is lost.
    laat = client.post(adres, {"kop": "Nog beter?", "tekst": "Derde tekst", "gezien": stand}).content.decode()
    assert "in een ander venster" in laat and "Tweede tekst" in laat and "Derde tekst" in laat
    oud(vraag)
    assert "aanvullen" in tekst_van(client, adres)
    with pytest.raises(schrijven.Bezwaar, match="half uur"):
        schrijven.wijzig(bijdrage=vraag, door=lid, tekst="Stiekem anders")
    client.post(adres, {"tekst": "En dit nog"})
    client.post(adres, {"tekst": "En dat"})
    tekst = tekst_van(Client(), vraag.get_absolute_url())
    assert "Tweede tekst" in tekst and "En dit nog" in tekst and "En dat" in tekst and "Stiekem" not in tekst


def test_what_another_wrote_stays_theirs(schrijf: Any, hier: Buurt) -> None:
    vraag, ander = schrijf(), client_van(mensen.lid(hier))
    for naam in ("gesprek_wijzig", "gesprek_weg"):
        for methode in (ander.get, ander.post):
            assert methode(reverse(naam, args=[vraag.pk]), {"tekst": "x"}).status_code == 403
    antwoord = schrijf("Zo.", vraag=vraag, door=mensen.lid(hier))
    assert ander.post(reverse("gesprek_hielp", args=[antwoord.pk])).status_code == 403
    assert Bijdrage.objects.filter(pk=vraag.pk, tekst="Wat deed u?").exists()


def test_removing_is_possible_while_nobody_went_on_from_it(schrijf: Any, lid: Gebruiker, hier: Buurt) -> None:
    leeg, vol, client = oud(schrijf(kop="Leeg")), oud(schrijf(kop="Vol")), client_van(lid)
    eigen = schrijf("Mijn antwoord", vraag=vol)
    later = schrijf("Een reactie", vraag=vol, door=mensen.lid(hier))
    client.post(reverse("gesprek_weg", args=[leeg.pk]))
    assert not Bijdrage.objects.filter(pk=leeg.pk).exists()
    assert "Anderen hebben hierop gereageerd" in tekst_van(client, reverse("gesprek_weg", args=[vol.pk]))
    client.post(reverse("gesprek_weg", args=[vol.pk]))
    assert Bijdrage.objects.filter(pk=vol.pk).exists()
    oud(eigen, 40)
    with pytest.raises(schrijven.Bezwaar):
        schrijven.haal_weg(bijdrage=eigen, door=lid)
    schrijven.haal_weg(bijdrage=later, door=later.door)
    schrijven.haal_weg(bijdrage=eigen, door=lid)
    assert not vol.antwoorden.exists()


def test_a_removed_message_stands_in_no_notice(schrijf: Any, lid: Gebruiker, pagina: Praktijkvoorbeeld) -> None:
    volger = mensen.persoon()
    Volg.objects.create(persoon=volger, soort="pagina", sleutel=str(pagina.pk))
    vraag = schrijf()
    assert te_lezen(volger).count() == 1
    schrijven.haal_weg(bijdrage=vraag, door=lid)
    assert not te_lezen(volger).exists()
