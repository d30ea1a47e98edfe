"""Watching over conversations: readers report, editors hide with a reason, and the writer hears it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.gesprek import toezicht
from kennisplatform.gesprek.models import Bijdrage, Signaal
from kennisplatform.volgen.melden import te_lezen
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.gesprek.hulp import client_van, tekst_van
from tests.pagina import pagina as bladzijde

pytestmark = pytest.mark.django_db


def test_everybody_reports_and_the_editors_hide_with_a_reason(
    schrijf: Any, lid: Gebruiker, hier: Buurt, pagina: Praktijkvoorbeeld
) -> None:
    vraag = schrijf("Iets heel naars")
    schrijf("Antwoord eronder", vraag=vraag, door=mensen.lid(hier))
    redacteur, team = mensen.medewerker("redacteur"), mensen.medewerker("transitieteam")
    for _keer in range(2):  # two readers, one notice
        antwoord = Client().post(
            reverse("gesprek_meld", args=[vraag.pk]), {"waarom": "ongepast", "toelichting": "Foei"}, follow=True
        )
        assert "De redactie kijkt ernaar" in antwoord.content.decode()
    assert [m.gebeurtenis.titel for m in te_lezen(redacteur)] == ["Een lezer meldde een bericht"]
    assert te_lezen(team).count() == 1
    client = client_van(redacteur)
    lijst = tekst_van(client, reverse("gesprek_beheer"))
    assert "Iets heel naars" in lijst and "Foei" in lijst and "Gemeld (1)" in lijst
    assert "Eén bericht is gemeld" in tekst_van(client, "/werkplek/")
    assert "Geef een reden" in client.post(reverse("gesprek_verberg", args=[vraag.pk]), {"reden": ""}).content.decode()
    client.post(reverse("gesprek_verberg", args=[vraag.pk]), {"reden": "Herkenbaar verhaal"})
    for wie in (None, mensen.lid(hier)):
        tekst = tekst_van(client_van(wie), pagina.url)
        assert "Iets heel naars" not in tekst and "Antwoord eronder" not in tekst
        assert client_van(wie).get(vraag.get_absolute_url()).status_code == 404
    eigen = tekst_van(client_van(lid), vraag.get_absolute_url())
    assert "Verborgen door de redactie" in eigen and "Herkenbaar verhaal" in eigen
    assert "Reden: Herkenbaar verhaal" in tekst_van(client_van(lid), reverse("volgen"))
    assert "Gemeld (0)" in tekst_van(client, reverse("gesprek_beheer"))
    client.post(reverse("gesprek_toon", args=[vraag.pk]))
    assert "Iets heel naars" in tekst_van(Client(), pagina.url)


def test_a_question_is_closed_and_opened_again(schrijf: Any, lid: Gebruiker, hier: Buurt) -> None:
    vraag, redactie = schrijf(), client_van(mensen.medewerker("redacteur"))
    adres = reverse("gesprek_slot", args=[vraag.pk])
    for op_slot, zegt in (("1", "De vraag is gesloten."), ("0", "Antwoorden kan weer.")):
        antwoord = redactie.post(adres, {"op_slot": op_slot}, follow=True)
        assert zegt in bladzijde(antwoord).teksten(".melding")
        client_van(mensen.lid(hier)).post(reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": f"Slot {op_slot}"})
    assert [een.tekst for een in vraag.antwoorden.all()] == ["Slot 0"]
    antwoord = vraag.antwoorden.get()
    assert redactie.post(reverse("gesprek_slot", args=[antwoord.pk])).status_code == 404


def test_who_is_no_longer_a_member_hears_why_too(schrijf: Any, lid: Gebruiker) -> None:
    vraag = schrijf(zichtbaarheid=Zichtbaarheid.EIGEN)
    Lidmaatschap.objects.filter(persoon=lid).update(tot=timezone.localdate())
    toezicht.verberg(bijdrage=vraag, reden="Te persoonlijk", door=mensen.medewerker("transitieteam"))
    assert "Te persoonlijk" in tekst_van(client_van(lid), reverse("volgen"))


def test_nothing_wrong_leaves_it(schrijf: Any) -> None:
    vraag = schrijf(bevestigd=True)
    Client().post(reverse("gesprek_meld", args=[vraag.pk]), {"waarom": "reclame"})
    client = client_van(mensen.medewerker("eindredacteur"))
    client.post(reverse("gesprek_afgehandeld", args=[vraag.pk]))
    tekst = tekst_van(client, reverse("gesprek_beheer"))
    assert "Gemeld (0)" in tekst and "Lijkt op een persoon (0)" in tekst
    assert Bijdrage.objects.get(pk=vraag.pk).verborgen is None


def test_reporting_has_a_limit(schrijf: Any) -> None:
    vraag, client = schrijf(), Client()
    uit = [client.post(reverse("gesprek_meld", args=[vraag.pk]), {"waarom": "anders"}) for _ in range(8)]
    assert [a.status_code for a in uit].count(302) == 6 and "over een uur" in uit[-1].content.decode()
    assert Signaal.objects.count() == 6


def test_an_editor_does_not_see_what_is_a_networks_while_moderating(schrijf: Any) -> None:
    schrijf("Alleen van ons", zichtbaarheid=Zichtbaarheid.EIGEN)
    for rol, ziet in (("redacteur", False), ("transitieteam", True)):
        tekst = tekst_van(client_van(mensen.medewerker(rol)), reverse("gesprek_beheer") + "?lijst=nieuwste")
        assert ("Alleen van ons" in tekst) == ziet
