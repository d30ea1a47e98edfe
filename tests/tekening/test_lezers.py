"""No reader is ever shown another one: each public page, read by different people in every order, is what it is unkept."""

from __future__ import annotations

import re
from itertools import permutations
from typing import Any

import pytest
from django.test import Client

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.tekening import bewaren
from tests import mensen
from tests.tekening.adressen import SLEUTEL, openbare_adressen
from tests.vastleggen import leg_vast

pytestmark = [pytest.mark.django_db, pytest.mark.lang(60)]


@pytest.fixture
def lezers() -> dict[str, Client]:
    """Somebody of the network of Emmen, an editor, and nobody."""
    mensen_ = {
        "lid": mensen.lid(Buurt.objects.get(slug="emmen"), Netwerkrol.KARTREKKER),
        "redacteur": mensen.medewerker("redacteur"),
    }
    uit = {naam: _client(wie) for naam, wie in mensen_.items()} | {"niemand": Client()}
    leg_vast()
    return uit


def _client(wie: Gebruiker) -> Client:
    client = Client()
    client.force_login(wie)
    return client


def lees(client: Client, pad: str) -> bytes:
    """Without blank lines: where what is Dutch is marked, one falls away unless a place stands beside it."""
    antwoord = client.get(pad, HTTP_ACCEPT_ENCODING="")
    assert antwoord.status_code == 200, (pad, antwoord.status_code)
    return re.sub(rb"\n\s*\n", b"\n", SLEUTEL.sub(b"", antwoord.content))


def test_every_public_page_in_every_order(lezers: dict[str, Client], settings: Any) -> None:
    adressen = openbare_adressen()
    assert len(adressen) > 50
    if settings.TEKENING["URL"]:  # in Redis drawings are kept otherwise, and show the same: each third
        adressen = adressen[::3]
    uit, aan = settings.TEKENING | {"AAN": False, "PAGINAS": False}, settings.TEKENING | {"PAGINAS": True}
    settings.TEKENING = uit
    eigen = {(pad, wie): lees(client, pad) for pad in adressen for wie, client in lezers.items()}
    settings.TEKENING = aan
    fout = []
    for volgorde in permutations(lezers):
        bewaren.leeg()
        for pad in adressen:
            for wie in (*volgorde, volgorde[0]):
                if lees(lezers[wie], pad) != eigen[pad, wie]:
                    fout.append((pad, wie, volgorde))
    assert not fout, fout[:5]


def test_the_proof_can_fail(lezers: dict[str, Client]) -> None:
    """These people do see different pages."""
    for pad in ("/", "/menukaart/in-balans/", "/buurten/emmen/"):
        assert len({lees(client, pad) for client in lezers.values()}) > 1


def test_signing_out_and_in_changes_the_same_page(lezers: dict[str, Client], settings: Any) -> None:
    settings.TEKENING = settings.TEKENING | {"PAGINAS": True}
    lid = lezers["lid"]
    assert b"Mijn werkplek" in lees(lid, "/")
    lid.post("/account/afmelden/")
    assert b"Mijn werkplek" not in lees(lid, "/") and b"Mijn werkplek" not in lees(Client(), "/")
