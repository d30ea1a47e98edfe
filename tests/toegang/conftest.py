"""People with an account, their mailbox, and time that can be moved."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client

from kennisplatform.deelnemers.models import Gebruiker

WACHTWOORD = "vier-woorden-in-een-zin"


@pytest.fixture
def maak(db: None) -> Callable[..., Gebruiker]:
    """Somebody with a confirmed address; `bevestigd=False` for somebody who never opened the mail."""

    def persoon(email: str = "ans@voorbeeld.example", *, bevestigd: bool = True, **velden: Any) -> Gebruiker:
        gebruiker = Gebruiker.objects.create_user(email, WACHTWOORD, first_name="Ans", last_name="de Vries", **velden)
        EmailAddress.objects.create(user=gebruiker, email=gebruiker.email, primary=True, verified=bevestigd)
        return gebruiker

    return persoon


@pytest.fixture
def ans(maak: Callable[..., Gebruiker]) -> Gebruiker:
    return maak()


def meld_aan(client: Client, email: str = "ans@voorbeeld.example", wachtwoord: str = WACHTWOORD, **koppen: Any) -> Any:
    return client.post("/account/aanmelden/", {"login": email, "password": wachtwoord}, **koppen)


def aangemeld(client: Client) -> bool:
    return "_auth_user_id" in client.session


def brievenbus() -> list[EmailMessage]:
    """What was sent, after what waits for the end of the transaction: the test's own never ends."""
    while connection.run_on_commit:
        _punten, werk, _robuust = connection.run_on_commit.pop(0)
        werk()
    return mail.outbox


def link_uit(brief: EmailMessage) -> str:
    gevonden = re.search(r"http://testserver(/account/\S+)", brief.body)
    assert gevonden, brief.body
    return gevonden[1]
