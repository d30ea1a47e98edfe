"""Guessing a password locks out whoever guesses, and never the owner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kennisplatform.deelnemers.models import Gebruiker
from tests.toegang.conftest import WACHTWOORD, aangemeld, brievenbus, link_uit, meld_aan

pytestmark = pytest.mark.django_db
ELDERS, THUIS, NERGENS = "203.0.113.7", "198.51.100.20", "192.0.2.77"


def raad(keren: int, van: str = ELDERS, email: str = "ans@voorbeeld.example") -> Any:
    for keer in range(keren):
        antwoord = meld_aan(Client(), email, f"geraden-{keer}", REMOTE_ADDR=van)
    return antwoord


def test_a_stranger_locks_strangers_and_the_owner_comes_in(ans: Gebruiker) -> None:
    vertrouwd = Client()
    meld_aan(vertrouwd, REMOTE_ADDR=THUIS)
    vertrouwd.post("/account/afmelden/")
    assert "klopt niet" in raad(5).content.decode()
    assert "te vaak" in raad(1, NERGENS).content.decode(), "all strangers together, whatever their address"
    assert not aangemeld(vreemd := Client()) and "te vaak" in meld_aan(vreemd, REMOTE_ADDR=NERGENS).content.decode()

    onderweg = meld_aan(vertrouwd, REMOTE_ADDR=NERGENS)
    assert onderweg.status_code == 302 and aangemeld(vertrouwd), "a device that is known, from anywhere"
    nieuw = Client()
    assert meld_aan(nieuw, REMOTE_ADDR="198.51.100.99").status_code == 302, "a new device at a network that is known"


def test_the_owner_hears_of_it_once_a_day_and_nobody_else_does(ans: Gebruiker, maak: Callable[..., Gebruiker]) -> None:
    maak("nog@voorbeeld.example", bevestigd=False)
    for nummer, email in enumerate(("ans@voorbeeld.example", "niemand@voorbeeld.example", "nog@voorbeeld.example")):
        for keer in range(2):
            assert "te vaak" in raad(7, f"203.0.{nummer}.{keer}", email).content.decode()
    gezegd = [brief for brief in brievenbus() if "verkeerd wachtwoord" in brief.subject]
    assert [brief.to for brief in gezegd] == [["ans@voorbeeld.example"]]
    assert "Er is niemand binnengekomen" in gezegd[0].body and "203.0" not in gezegd[0].body


def test_a_new_password_by_mail_opens_the_door_at_once(ans: Gebruiker, client: Client) -> None:
    raad(6)
    client.post("/account/wachtwoord/vergeten/", {"email": ans.email}, REMOTE_ADDR=THUIS)
    link = client.get(link_uit(brievenbus()[-1]), REMOTE_ADDR=THUIS)["Location"]
    nieuw = "een heel ander wachtwoord"
    client.post(link, {"password1": nieuw, "password2": nieuw}, REMOTE_ADDR=THUIS)
    raad(6, "203.0.113.99")
    assert meld_aan(client, wachtwoord=nieuw, REMOTE_ADDR=THUIS).status_code == 302


def test_a_known_device_may_not_guess_for_ever_either(ans: Gebruiker, maak: Callable[..., Gebruiker]) -> None:
    kennis = Client()
    meld_aan(kennis, REMOTE_ADDR=THUIS)
    kennis.post("/account/afmelden/")
    for van in (THUIS, ELDERS, NERGENS):
        for _keer in range(2):
            antwoord = meld_aan(kennis, wachtwoord="mis", REMOTE_ADDR=van)
    assert "te vaak" in antwoord.content.decode()
    maak("bo@voorbeeld.example")
    assert "klopt niet" in meld_aan(kennis, "bo@voorbeeld.example", "mis", REMOTE_ADDR="192.0.3.9").content.decode()
    raad(6, "192.0.4.1", "bo@voorbeeld.example")
    vol = meld_aan(kennis, "bo@voorbeeld.example", WACHTWOORD, REMOTE_ADDR="192.0.5.1")
    assert "te vaak" in vol.content.decode(), "its cookie is for one account"
