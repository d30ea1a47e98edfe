"""A form that anybody may fill in is no way to mail somebody else one's own words: only our link goes to an address that
nobody confirmed.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from kennisplatform.basis.tempo import netwerk
from kennisplatform.post.models import Bericht
from tests import mensen
from tests.agenda import hulp as agenda
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
WOORD = "WIN-EEN-REIS https://kwaad.example"
SLACHTOFFER = "slachtoffer@x.example"


def formulieren() -> list[tuple[str, str]]:
    """(page with the form, address that it is sent to) of everything that mails the address that is typed."""
    ding = agenda.bijeenkomst(mensen.buurt("mailbuurt"))
    aanmelden = reverse("bijeenkomst_aanmelden", args=[ding.slug])
    return [
        (ding.get_absolute_url(), aanmelden),
        (reverse("nieuwsbrief_aanmelden"), reverse("nieuwsbrief_aanmelden")),
        (reverse("account_signup"), reverse("account_signup")),
        (reverse("account_reset_password"), reverse("account_reset_password")),
    ]


def test_nothing_that_a_stranger_typed_is_mailed() -> None:
    verstuurd = 0
    for blad, adres in formulieren():
        client = Client()
        velden: dict[str, Any] = dict(pagina(client.get(blad)).velden("main form"))
        for veld in pagina(client.get(blad)).alle("main form input[name], main form textarea[name]"):
            soort, naam = veld.get("type", "text"), str(veld["name"])
            if soort in ("text", "search") or veld.name == "textarea":
                velden[naam] = WOORD
            elif soort == "email":
                velden[naam] = SLACHTOFFER
            elif soort == "password":
                velden[naam] = "een-lang-wachtwoord-2026"
        Bericht.objects.all().delete()
        client.post(adres, velden)
        for bericht in Bericht.objects.all():
            verstuurd += 1
            assert bericht.aan == SLACHTOFFER
            assert "kwaad.example" not in f"{bericht.onderwerp} {bericht.tekst} {bericht.html} {bericht.koppen}", adres
    assert verstuurd >= 3


@pytest.mark.parametrize(
    ("een", "ander", "zelfde"),
    [("10.0.0.1", "10.0.0.200", True), ("10.0.0.1", "10.0.1.1", False), ("2001:db8::1", "2001:db8:0:7f::9", True)],
)
def test_neighbouring_addresses_are_counted_together(een: str, ander: str, zelfde: bool) -> None:
    van = [netwerk(RequestFactory().get("/", REMOTE_ADDR=ip)) for ip in (een, ander)]
    assert (van[0] == van[1]) is zelfde
