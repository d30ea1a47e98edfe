"""Signing in, signing up, a forgotten password, and the admin's door, which is the same one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.test import Client

from kennisplatform.deelnemers.management.commands.demo import WACHTWOORD as DEMOWACHTWOORD
from kennisplatform.deelnemers.models import Gebruiker
from tests import mensen
from tests.pagina import pagina
from tests.toegang.conftest import WACHTWOORD, aangemeld, brievenbus, link_uit, meld_aan

pytestmark = pytest.mark.django_db
NIEUW = {
    "first_name": "Bo",
    "last_name": "Jansen",
    "email": "bo@voorbeeld.example",
    "password1": "een zin die ik onthoud",
}


@pytest.mark.parametrize("email", ["ans@voorbeeld.example", " ANS@Voorbeeld.example "])
def test_signing_in(client: Client, ans: Gebruiker, email: str) -> None:
    antwoord = meld_aan(client, email)
    assert antwoord.status_code == 302 and antwoord["Location"] == "/werkplek/"
    assert aangemeld(client)


def test_every_demo_account_gets_in(client: Client) -> None:
    antwoord = meld_aan(client, "redacteur@demo.example", DEMOWACHTWOORD)
    assert antwoord.status_code == 302 and aangemeld(client)
    assert client.get("/admin/").status_code == 200


def test_a_wrong_password_does_not_get_in(client: Client, ans: Gebruiker) -> None:
    antwoord = meld_aan(client, wachtwoord="niet-mijn-wachtwoord")
    assert antwoord.status_code == 200 and not aangemeld(client)
    assert "klopt niet" in antwoord.content.decode()


def test_who_is_not_in_use_does_not_get_in(client: Client, maak: Callable[..., Gebruiker]) -> None:
    maak("oud@voorbeeld.example", is_active=False)
    assert "niet-in-gebruik" in meld_aan(client, "oud@voorbeeld.example")["Location"]
    assert not aangemeld(client)


def test_on_where_you_were_but_not_elsewhere(client: Client, ans: Gebruiker) -> None:
    gegevens = {"login": ans.email, "password": WACHTWOORD}
    assert client.post("/account/aanmelden/", gegevens | {"next": "/menukaart/"})["Location"] == "/menukaart/"
    client.logout()
    weg = client.post("/account/aanmelden/", gegevens | {"next": "https://kwaad.example/"})
    assert weg["Location"] == "/werkplek/"


def test_the_session_lasts_until_the_browser_closes_unless(client: Client, ans: Gebruiker) -> None:
    meld_aan(client)
    assert client.session.get_expire_at_browser_close()
    client.logout()
    client.post("/account/aanmelden/", {"login": ans.email, "password": WACHTWOORD, "remember": "on"})
    assert not client.session.get_expire_at_browser_close()


def test_signing_off(client: Client, ans: Gebruiker) -> None:
    meld_aan(client)
    assert aangemeld(client)
    assert client.get("/account/afmelden/").status_code == 200 and aangemeld(client)  # a link alone signs nobody out
    client.post("/account/afmelden/")
    assert not aangemeld(client)


def test_registering_confirming_and_in(client: Client) -> None:
    antwoord = client.post("/account/registreren/", NIEUW)
    assert antwoord["Location"] == "/account/e-mail/bevestigen/" and not aangemeld(client)
    bo = Gebruiker.objects.get(email="bo@voorbeeld.example")
    assert (bo.first_name, bo.last_name) == ("Bo", "Jansen") and not bo.groups.exists()
    link = link_uit(brievenbus()[-1])
    assert "Is dit uw e-mailadres" in client.get(link).content.decode()
    assert not EmailAddress.objects.get(user=bo).verified, (
        "looking at the link is not confirming: mail scanners do that"
    )
    client.post(link)
    assert EmailAddress.objects.get(user=bo).verified and aangemeld(client)


def test_confirming_on_another_device_signs_nobody_in_there(client: Client) -> None:
    client.post("/account/registreren/", NIEUW)
    ander = Client()
    ander.post(link_uit(brievenbus()[-1]))
    assert EmailAddress.objects.get(email=NIEUW["email"]).verified
    assert "_auth_user_id" not in ander.session


def test_without_confirmation_no_access(client: Client, maak: Callable[..., Gebruiker]) -> None:
    maak("nog-niet@voorbeeld.example", bevestigd=False)
    assert meld_aan(client, "nog-niet@voorbeeld.example")["Location"] == "/account/e-mail/bevestigen/"
    assert not aangemeld(client)
    assert brievenbus()[-1].to == ["nog-niet@voorbeeld.example"]


@pytest.mark.parametrize(
    ("wachtwoord", "goed"),
    [("elftekens11", False), ("qwertyuiop12", False), ("bo@voorbeeld", False), ("alleen kleine letters", True)],
)  # too short; long enough but on the list; one's own address; no rules about signs
def test_passwords(client: Client, wachtwoord: str, goed: bool) -> None:
    antwoord = client.post("/account/registreren/", NIEUW | {"password1": wachtwoord})
    assert (antwoord.status_code == 302) == goed
    assert Gebruiker.objects.filter(email=NIEUW["email"]).exists() == goed


def test_a_forgotten_password(client: Client, ans: Gebruiker) -> None:
    client.post("/account/wachtwoord/vergeten/", {"email": ans.email})
    link = link_uit(brievenbus()[-1])
    vraag = client.get(link)
    nieuw = {"password1": "een heel ander wachtwoord", "password2": "een heel ander wachtwoord"}
    assert client.post(vraag["Location"], nieuw).status_code == 302
    assert brievenbus()[-1].subject == "Uw wachtwoord is opnieuw gekozen"
    assert "werkt niet meer" in Client().get(link).content.decode()  # once only
    ans.refresh_from_db()
    assert ans.check_password("een heel ander wachtwoord") and not ans.check_password(WACHTWOORD)


def test_an_old_link_no_longer_works(client: Client, ans: Gebruiker, monkeypatch: pytest.MonkeyPatch) -> None:
    client.post("/account/wachtwoord/vergeten/", {"email": ans.email})
    link = link_uit(brievenbus()[-1])
    later = dt.datetime.now() + dt.timedelta(hours=2, minutes=1)
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda self: later)
    antwoord = client.get(link)
    assert antwoord.status_code == 200 and "werkt niet meer" in antwoord.content.decode()


@pytest.mark.parametrize("pad", ["/admin/login/", "/admin/login/?next=/admin/pages/"])
def test_the_admin_has_the_same_door(client: Client, pad: str) -> None:
    assert client.get(pad)["Location"].startswith("/account/aanmelden/?next=%2Fadmin%2F")


def test_the_admin_sends_nowhere_else(client: Client) -> None:
    assert client.get("/admin/login/?next=//kwaad.example/")["Location"] == "/account/aanmelden/?next=%2Fadmin%2F"


def test_the_admin_asks_at_our_door(client: Client) -> None:
    langs = client.get("/admin/pages/", follow=True).redirect_chain
    assert langs[-1][0] == "/account/aanmelden/?next=%2Fadmin%2Fpages%2F" and len(langs) == 2


def test_who_is_signed_in_and_may_not_be_in_the_admin_is_told_so(client: Client) -> None:
    """Sent to sign in, somebody who is signed in was sent back, for ever."""
    client.force_login(mensen.medewerker("onderzoeker"))
    for pad in ("/admin/", "/admin/pages/"):
        antwoord = client.get(pad, follow=True)
        assert antwoord.status_code == 403 and "/werkplek/" in pagina(antwoord).waarden("main a", "href")


def test_signing_out_in_the_admin(als: Callable[[str], Client]) -> None:
    client = als("Redacteur")
    assert client.get("/admin/").status_code == 200
    client.post("/admin/logout/")
    assert not aangemeld(client)


@pytest.mark.parametrize("pad", ["", "done/", "confirm/MQ/abc-def/", "complete/"])
def test_a_forgotten_password_in_the_admin_is_ours(client: Client, pad: str) -> None:
    assert client.get(f"/admin/password_reset/{pad}")["Location"] == "/account/wachtwoord/vergeten/"


def test_forms_are_polite(client: Client, ans: Gebruiker) -> None:
    """allauth's own Dutch says 'je'; nothing of it may be left on a page."""
    import re

    def pagina(pad: str, gegevens: dict[str, Any] | None = None) -> str:
        antwoord = client.get(pad) if gegevens is None else client.post(pad, gegevens)
        assert antwoord.status_code == 200, pad
        return re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", antwoord.content.decode(), flags=re.S)

    open_ = [
        "aanmelden/",
        "registreren/",
        "wachtwoord/vergeten/",
        "wachtwoord/vergeten/verstuurd/",
        "e-mail/bevestigen/",
    ]
    teksten = [pagina(f"/account/{pad}") for pad in open_]
    teksten += [pagina("/account/aanmelden/", {}), pagina("/account/registreren/", {"password1": "kort"})]
    meld_aan(client)
    eigen = ["", "profiel/", "e-mail/", "wachtwoord/", "tweede-stap/", "apparaten/", "organisaties/", "afmelden/"]
    teksten += [pagina(f"/account/{pad}") for pad in eigen]
    teksten += [pagina("/account/wachtwoord/", {"oldpassword": "x", "password1": "kort", "password2": "lang"})]
    for tekst in teksten:
        assert not re.search(r"\b(je|jij|jouw|jou|jullie)\b", tekst, re.I), tekst
        assert not re.search(r"\b(password|email address|sign in|required)\b", tekst, re.I), tekst
