"""Conversations with little and with much: as many queries, pages to leaf through, and an empty one that invites."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.gesprek.models import Bijdrage, Bijdragesoort, Signaal
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.gesprek.hulp import client_van, tekst_van
from tests.vastleggen import leg_vast

pytestmark = pytest.mark.django_db


def vul_pagina(pagina: Praktijkvoorbeeld, hier: Buurt, vragen: int, antwoorden: int) -> None:
    leden = [mensen.lid(hier) for _ in range(min(vragen, 20))]
    rijen = [
        Bijdrage(
            pagina_id=pagina.pk, soort=Bijdragesoort.VRAAG, kop=f"Vraag {n}", door=leden[n % len(leden)], buurt=hier
        )
        for n in range(vragen)
    ]
    Bijdrage.objects.bulk_create(rijen)
    Bijdrage.objects.bulk_create(
        Bijdrage(
            pagina_id=pagina.pk,
            soort=Bijdragesoort.ANTWOORD,
            vraag=vraag,
            tekst="Zo",
            door=leden[n % len(leden)],
            buurt=hier,
        )
        for vraag in rijen
        for n in range(antwoorden)
    )


def test_as_many_queries_for_few_as_for_a_thousand(pagina: Praktijkvoorbeeld, hier: Buurt, lid: Gebruiker) -> None:
    Bijdrage.objects.all().delete()
    vul_pagina(pagina, hier, 1, 1)
    vraag = Bijdrage.objects.get(soort=Bijdragesoort.VRAAG)
    team = mensen.medewerker("transitieteam")
    gevallen = [
        (wie, adres)
        for wie in (None, lid, team)
        for adres in (
            pagina.url,
            vraag.get_absolute_url(),
            reverse("gesprekken"),
            reverse("gesprekken") + "?stand=onbeantwoord&q=vraag",
        )
    ] + [(team, reverse("gesprek_beheer") + f"?lijst={naam}") for naam in ("nieuwste", "gemeld")]
    Signaal.objects.create(bijdrage=vraag, waarom="anders")

    def tel() -> list[int]:
        leg_vast()
        uit = []
        for wie, adres in gevallen:
            client = client_van(wie)
            client.get(adres)
            with CaptureQueriesContext(connection) as gevangen:
                assert client.get(adres).status_code == 200
            uit.append(len(gevangen))
        return uit

    # Who wrote here sees their own buttons, who did not shares a drawing: a writer in both cases.
    Bijdrage.objects.create(pagina_id=pagina.pk, soort=Bijdragesoort.ANTWOORD, vraag=vraag, tekst="Zo", door=lid)
    weinig = tel()
    vul_pagina(pagina, hier, 100, 9)
    Bijdrage.objects.bulk_create(
        Bijdrage(pagina_id=pagina.pk, soort=Bijdragesoort.ANTWOORD, vraag=vraag, tekst="Zo", door=lid, buurt=hier)
        for _ in range(60)
    )
    for bijdrage in Bijdrage.objects.all()[:40]:
        Signaal.objects.create(bijdrage=bijdrage, waarom="anders")
    assert Bijdrage.objects.count() > 1000
    veel = tel()
    meer = [(wie, adres, w, v) for (wie, adres), w, v in zip(gevallen, weinig, veel, strict=True) if v > w]
    assert not meer
    assert max(veel) <= 16, list(zip(gevallen, veel, strict=True))


def test_a_busy_page_has_pages(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    vul_pagina(pagina, hier, 25, 5)
    eerste = tekst_van(Client(), pagina.url)
    assert eerste.count('class="draden"') == 1 and "Pagina 1 van 3" in eerste and "Lees nog 2 antwoorden" in eerste
    assert "Pagina 3 van 3" in tekst_van(Client(), f"{pagina.url}?gesprek=99")
    assert "Pagina 1 van 3" in tekst_van(Client(), f"{pagina.url}?gesprek=x%00")


def test_an_empty_page_invites(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    assert "Meld u aan om mee te praten" in tekst_van(Client(), pagina.url)
    tekst = tekst_van(client_van(lid), pagina.url)
    assert "Twee zinnen zijn genoeg" in tekst and "Stel een vraag" in tekst
