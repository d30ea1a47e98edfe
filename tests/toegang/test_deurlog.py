"""What happens at the door stands in the log, with a number for a person and nothing that says who."""

from __future__ import annotations

import logging

import pytest
from django.test import Client

from kennisplatform.deelnemers.models import Gebruiker
from tests.toegang.conftest import WACHTWOORD, meld_aan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mee(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="kennisplatform.toegang.deur")


def regels(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [regel.getMessage() for regel in caplog.records if regel.name == "kennisplatform.toegang.deur"]


def test_in_and_out_and_what_was_wrong(client: Client, ans: Gebruiker, caplog: pytest.LogCaptureFixture) -> None:
    meld_aan(client, ans.email, "dit is het niet")
    meld_aan(client, "niemand@elders.example")
    meld_aan(client, ans.email, WACHTWOORD)
    client.post("/account/afmelden/")
    client.post("/account/afmelden/")
    wie = f"person {ans.pk}"
    assert regels(caplog) == [
        f"door: wrong password, {wie}",
        "door: wrong password, unknown address",
        f"door: signed in, {wie}",
        f"door: signed out, {wie}",
    ]
    assert not any("@" in regel or ans.first_name in regel for regel in regels(caplog))


def test_a_guesser_is_seen(client: Client, ans: Gebruiker, caplog: pytest.LogCaptureFixture) -> None:
    for poging in range(7):
        meld_aan(client, ans.email, f"geraden {poging}")
    assert f"door: too many tries, person {ans.pk}" in regels(caplog)


def test_another_password_is_told(client: Client, ans: Gebruiker, caplog: pytest.LogCaptureFixture) -> None:
    meld_aan(client, ans.email)
    nieuw = "een heel andere zin om te onthouden"
    client.post("/account/wachtwoord/", {"oldpassword": WACHTWOORD, "password1": nieuw, "password2": nieuw})
    assert f"door: password changed, person {ans.pk}" in regels(caplog)
