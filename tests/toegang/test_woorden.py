"""Nothing of allauth's own wording is left, on pages or in mails, and an upgrade that brings a new one is noticed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import allauth
import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.module_loading import import_string

from kennisplatform.toegang import adapters

WORTEL = Path(__file__).resolve().parents[2] / "templates"
THEIRS = Path(allauth.__file__).parent / "templates"
# Of doors that we don't open (telephone, code by mail, sign-up by passkey, trusted browser), and parts of theirs.
NIET_IN_GEBRUIK = re.compile(
    r"/base|phone|_code(_|\.)|by_passkey|signup_form|trust|verified_email_required|account/email\.html"
    r"|snippets/(already|warn|login|provider)"
)
BRIEVEN = sorted(
    str(p.relative_to(WORTEL)).removesuffix("_message.txt")
    for map_ in ("account", "mfa", "socialaccount", "toegang")
    for p in (WORTEL / map_).rglob("*_message.txt")
)


def test_every_page_and_mail_is_ours() -> None:
    gezien = 0
    for map_ in ("account", "mfa", "socialaccount", "usersessions"):
        for pad in sorted((THEIRS / map_).rglob("*.*")):
            naam = str(pad.relative_to(THEIRS))
            if NIET_IN_GEBRUIK.search(naam):
                continue
            gezien += 1
            assert (WORTEL / naam).exists(), f"{naam}: readers would see allauth's own words"
    assert gezien > 50


@pytest.mark.parametrize("brief", BRIEVEN)
def test_letters(brief: str) -> None:
    """Plain text: who writes, what happened or what to do, and what to do when it wasn't you. An address stays as typed."""
    scheef = "o'neil&<b>@voorbeeld.example"
    context: dict[str, Any] = {
        naam: f"https://buurt.example/{naam}" for naam in ("activate_url", "password_reset_url", "signup_url", "link")
    } | {
        "adres": "https://buurt.example/",
        "apparaat": "Firefox op Android",
        "timestamp": timezone.now(),
        "site": "De buurt",
        "from_email": scheef,
        "to_email": scheef,
        "deleted_email": scheef,
        "weg_op": timezone.localdate(),
        "email": scheef,
    }
    onderwerp, tekst = (render_to_string(f"{brief}_{deel}.txt", context) for deel in ("subject", "message"))
    assert 10 < len(onderwerp.strip()) < 70 and "\n" not in onderwerp.strip()
    assert tekst.startswith("Dag,") and "De buurt als ecosysteem" in tekst and "https://buurt.example/" in tekst
    assert re.search(r"Was u dit niet\?|Was u dat\?|Wilt u ", tekst), (
        "what to do when it wasn't you, or you don't want it"
    )
    assert "&#x27;" not in tekst and "&lt;" not in tekst and "None" not in tekst and not re.search(r"\{\{|\{%", tekst)
    assert not re.search(r"\b(je|jij|jouw|jou)\b", tekst + onderwerp, re.IGNORECASE)


@pytest.mark.parametrize("klasse", ["Accounts", "TweedeStap", "Organisaties"])
def test_every_error_in_our_words(klasse: str) -> None:
    onze = getattr(adapters, klasse)
    ouder = import_string(f"{onze.__mro__[1].__module__}.{onze.__mro__[1].__name__}")
    niet_nodig = {  # user names and telephones, which we do not have
        "cannot_remove_primary_email", "phone_password_mismatch", "phone_taken", "unknown_email", "unknown_phone",
        "username_blacklisted", "username_password_mismatch", "username_taken", "select_only_one",
    }  # fmt: skip  # a list of words
    for code, tekst in ouder.error_messages.items():
        if code not in niet_nodig:
            assert str(onze.error_messages[code]) != str(tekst), code
