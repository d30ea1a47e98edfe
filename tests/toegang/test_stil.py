"""Nobody learns here who has an account, and nobody may guess for long."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kennisplatform.deelnemers.models import Gebruiker
from tests.toegang.conftest import WACHTWOORD, aangemeld, brievenbus, meld_aan

pytestmark = pytest.mark.django_db
BEKEND, ONBEKEND = "ans@voorbeeld.example", "els@voorbeeld.example"


def lichaam(antwoord: Any) -> str:
    """Without what differs by itself: the token, and the address that was typed."""
    tekst = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", antwoord.content.decode())
    return tekst.replace(BEKEND, "@").replace(ONBEKEND, "@")


def doe(pad: str, gegevens: dict[str, str]) -> tuple[Any, ...]:
    client = Client()
    eerst = client.post(pad, gegevens)
    daarna = client.get(eerst["Location"]) if eerst.status_code == 302 else eerst
    koekjes = {naam for naam in client.cookies if naam != "csrftoken"}
    return eerst.status_code, eerst.get("Location"), lichaam(eerst), lichaam(daarna), koekjes


@pytest.mark.parametrize(
    ("pad", "veld", "rest"),
    [
        ("/account/aanmelden/", "login", {"password": "niet-mijn-wachtwoord"}),
        ("/account/wachtwoord/vergeten/", "email", {}),
        (
            "/account/registreren/",
            "email",
            {"first_name": "B", "last_name": "J", "password1": "een zin die ik onthoud"},
        ),
    ],
)
def test_known_and_unknown_see_the_same(ans: Gebruiker, pad: str, veld: str, rest: dict[str, str]) -> None:
    bekend = doe(pad, {veld: BEKEND, **rest})
    assert bekend == doe(pad, {veld: ONBEKEND, **rest})


def test_both_get_mail(client: Client, ans: Gebruiker) -> None:
    """The same page after the same work: each address gets one mail, which says to its owner what is so."""
    for adres in (BEKEND, ONBEKEND):
        client.post("/account/wachtwoord/vergeten/", {"email": adres})
    assert [(b.to[0], b.subject) for b in brievenbus()] == [
        (BEKEND, "Kies een nieuw wachtwoord"),
        (ONBEKEND, "Geen account op dit adres"),
    ]


def test_as_much_arithmetic(ans: Gebruiker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Making a password unreadable is what takes the time; it is done as often for a known as for an unknown address."""
    from django.contrib.auth.hashers import PBKDF2PasswordHasher

    keer: list[int] = []
    echt = PBKDF2PasswordHasher.encode
    monkeypatch.setattr(PBKDF2PasswordHasher, "encode", lambda *a, **k: keer.append(1) or echt(*a, **k))

    def werk(pad: str, gegevens: dict[str, str]) -> int:
        keer.clear()
        Client().post(pad, gegevens)
        return len(keer)

    for pad, veld, rest in (
        ("/account/aanmelden/", "login", {"password": "x" * 20}),
        (
            "/account/registreren/",
            "email",
            {"first_name": "B", "last_name": "J", "password1": "een zin die ik onthoud"},
        ),
    ):
        bekend, onbekend = werk(pad, {veld: BEKEND, **rest}), werk(pad, {veld: ONBEKEND, **rest})
        assert bekend == onbekend == 1, pad


def test_another_persons_address_says_nothing_either(
    client: Client, ans: Gebruiker, maak: Callable[..., Gebruiker]
) -> None:
    maak(ONBEKEND)
    meld_aan(client, ONBEKEND)
    client.post("/account/bevestig-dat-u-het-bent/", {"password": WACHTWOORD, "next": "/account/"})
    uitkomsten = [
        client.post("/account/e-mail/", {"email": adres, "action_add": ""}) for adres in (BEKEND, "nieuw@v.example")
    ]
    assert [u.status_code for u in uitkomsten] == [302, 302]


# --- how often


def test_after_five_times_an_account_waits(client: Client, ans: Gebruiker) -> None:
    for _poging in range(5):
        meld_aan(client, wachtwoord="mis", REMOTE_ADDR="10.0.0.1")
    antwoord = meld_aan(client, REMOTE_ADDR="10.0.0.2")  # from elsewhere too: the account is what is guarded
    assert not aangemeld(client) and "Wacht vijf minuten" in antwoord.content.decode()


def test_also_of_an_account_that_does_not_exist(client: Client, db: None) -> None:
    teksten = [meld_aan(client, ONBEKEND, "mis").content.decode() for _poging in range(6)]
    assert "Wacht vijf minuten" not in teksten[4] and "Wacht vijf minuten" in teksten[5]


def test_after_ten_times_an_address_waits(client: Client, ans: Gebruiker) -> None:
    for poging in range(10):
        meld_aan(client, f"{poging}@voorbeeld.example", "mis", REMOTE_ADDR="10.0.0.1")
    meld_aan(client, REMOTE_ADDR="10.0.0.1")
    assert not aangemeld(client)
    meld_aan(client, REMOTE_ADDR="10.0.0.2")
    assert aangemeld(client)


@pytest.mark.parametrize("proxies", [0, 1])
def test_an_invented_address_does_not_help(client: Client, ans: Gebruiker, settings: Any, proxies: int) -> None:
    """Without a proxy the header is anybody's; behind ours only what it added itself, the last, counts."""
    settings.NINJA_NUM_PROXIES = settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    from ninja.conf import settings as ninja

    assert proxies == 0 or setattr(ninja, "NUM_PROXIES", proxies) is None
    try:
        for poging in range(10):
            kop = f"1.2.3.{poging}" + (", 10.0.0.1" if proxies else "")
            meld_aan(client, f"{poging}@voorbeeld.example", "mis", HTTP_X_FORWARDED_FOR=kop)
        kop = "9.9.9.9" + (", 10.0.0.1" if proxies else "")
        meld_aan(client, HTTP_X_FORWARDED_FOR=kop)
        assert not aangemeld(client)
        if proxies:  # and another reader behind the same proxy is another reader
            meld_aan(client, HTTP_X_FORWARDED_FOR="10.0.0.2")
            assert aangemeld(client)
    finally:
        ninja.NUM_PROXIES = 0


@pytest.mark.parametrize(
    ("pad", "gegevens"),
    [
        ("/account/registreren/", {"email": "x"}),
        ("/account/wachtwoord/vergeten/", {"email": "niemand@voorbeeld.example"}),
        ("/account/aanmelden/", {"login": "x"}),
    ],
)
def test_too_often_is_a_clear_page(client: Client, db: None, pad: str, gegevens: dict[str, str]) -> None:
    for _poging in range(40):
        antwoord = client.post(pad, gegevens)
        if antwoord.status_code == 429:
            break
    assert antwoord.status_code == 429
    tekst = antwoord.content.decode()
    assert "Even wachten" in tekst and "Wacht vijf minuten" in tekst and "kop.css" in tekst
