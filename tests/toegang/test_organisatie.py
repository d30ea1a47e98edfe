"""A care organisation's own sign-in, against a real provider that runs beside the test."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from kennisplatform import omgeving
from kennisplatform.deelnemers.models import Gebruiker
from tests.server import vrije_poort, wacht_op
from tests.toegang.conftest import WACHTWOORD, aangemeld, brievenbus, link_uit, meld_aan

MENSEN = {
    "kim": {"email": "kim@thuiszorg.example", "email_verified": True, "given_name": "Kim", "family_name": "Bos"},
    "ans": {"email": "ans@voorbeeld.example", "email_verified": True, "given_name": "Ans", "family_name": "de Vries"},
    "baas": {"email": "eindredacteur@elders.example", "email_verified": True, "given_name": "B", "family_name": "B"},
    "los": {"email": "los@thuiszorg.example", "email_verified": False, "given_name": "L", "family_name": "L"},
}


@pytest.fixture(scope="module")
def aanbieder() -> Iterator[str]:
    poort = vrije_poort()
    mensen = [f"--user-claims={json.dumps({'sub': sub, **wie})}" for sub, wie in MENSEN.items()]
    proces = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(poort), *mensen],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    adres = f"http://127.0.0.1:{poort}"
    try:
        wacht_op(f"{adres}/.well-known/openid-configuration", proces)
        yield adres
    finally:
        proces.terminate()
        proces.wait(timeout=10)


@pytest.fixture
def organisatie(aanbieder: str, settings: Any, monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    """Set the way an operator does: by the environment. It hands out addresses at thuiszorg and voorbeeld."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    org = {
        "id": "thuiszorg",
        "naam": "Thuiszorg De Linde",
        "adres": aanbieder,
        "client": "platform",
        "geheim": "x" * 20,
        "domeinen": ["thuiszorg.example", "Voorbeeld.example"],
    }
    monkeypatch.setenv("OIDC_ORGANISATIES", json.dumps([org]))
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": omgeving.organisaties("OIDC_ORGANISATIES")}
    }


def naar_de_organisatie(client: Client, vraag: str = "") -> str:
    antwoord = client.post(f"/account/organisaties/thuiszorg/{vraag}")
    assert antwoord.status_code == 200 and "http-equiv" in antwoord.content.decode()  # no redirect: form-action 'self'
    return antwoord.context["redirect_to"]


def daar_aanmelden(adres: str, wie: str) -> str:
    klaar = requests.post(adres, data={"sub": wie}, allow_redirects=False, timeout=10)
    delen = urlsplit(klaar.headers["Location"])
    return f"{delen.path}?{delen.query}"


def via(client: Client, wie: str, vraag: str = "") -> Any:
    return client.get(daar_aanmelden(naar_de_organisatie(client, vraag), wie))


@pytest.mark.django_db
def test_without_setting_no_button_and_no_address(client: Client) -> None:
    assert "Via uw organisatie" not in client.get("/account/aanmelden/").content.decode()
    assert client.post("/account/organisaties/thuiszorg/").status_code == 404


def test_somebody_new(client: Client, organisatie: None) -> None:
    assert "Aanmelden via Thuiszorg De Linde" in client.get("/account/aanmelden/").content.decode()
    antwoord = via(client, "kim")
    assert antwoord["Location"] == "/werkplek/" and aangemeld(client)
    kim = Gebruiker.objects.get(email="kim@thuiszorg.example")
    assert (
        (kim.first_name, kim.last_name) == ("Kim", "Bos") and not kim.has_usable_password() and not kim.groups.exists()
    )
    assert EmailAddress.objects.get(user=kim).verified
    client.post("/account/afmelden/")
    via(client, "kim")  # the second time the same person
    assert Gebruiker.objects.filter(email="kim@thuiszorg.example").count() == 1 and aangemeld(client)


def test_on_where_you_were(client: Client, organisatie: None) -> None:
    assert via(client, "kim", "?next=/menukaart/")["Location"] == "/menukaart/"


def test_somebody_who_was_there_with_the_same_confirmed_address(
    client: Client, ans: Gebruiker, organisatie: None
) -> None:
    via(client, "ans")
    assert client.session["_auth_user_id"] == str(ans.pk)
    assert brievenbus()[-1].to == [ans.email] or any(b.subject == "Uw organisatie is gekoppeld" for b in brievenbus())
    ans.refresh_from_db()
    assert ans.check_password(WACHTWOORD)


def test_an_unconfirmed_account_with_that_address_is_nobodys(
    client: Client, maak: Callable[..., Gebruiker], organisatie: None
) -> None:
    """Somebody signed up with Kim's address and waits. Kim must not be led into that account."""
    wachter = maak("kim@thuiszorg.example", bevestigd=False)
    via(client, "kim")
    assert not aangemeld(client) and not SocialAccount.objects.filter(user=wachter).exists()


def test_an_address_outside_our_own_domains_opens_nothing(
    client: Client, maak: Callable[..., Gebruiker], organisatie: None
) -> None:
    """Whatever the organisation says: it does not hand out that address."""
    baas = maak("eindredacteur@elders.example")
    via(client, "baas")
    assert not aangemeld(client) and not SocialAccount.objects.filter(user=baas).exists()
    assert brievenbus()[-1].subject == "U hebt al een account"


def test_an_address_the_organisation_does_not_vouch_for(client: Client, organisatie: None) -> None:
    antwoord = via(client, "los")
    assert antwoord["Location"] == "/account/e-mail/bevestigen/" and not aangemeld(client)
    client.post(link_uit(brievenbus()[-1]))
    assert EmailAddress.objects.get(email="los@thuiszorg.example").verified


def test_a_wrong_state(client: Client, organisatie: None) -> None:
    terug = daar_aanmelden(naar_de_organisatie(client), "kim")
    vreemde = Client()  # somebody lured into another's answer
    for antwoord in (vreemde.get(terug), client.get(terug.replace("state=", "state=x"))):
        assert "lukte niet" in antwoord.content.decode()
    assert not aangemeld(vreemde) and not aangemeld(client)
    assert not Gebruiker.objects.filter(email="kim@thuiszorg.example").exists()


def test_refused_there(client: Client, organisatie: None) -> None:
    adres = naar_de_organisatie(client)
    klaar = requests.post(adres, data={"action": "deny"}, allow_redirects=False, timeout=10)
    delen = urlsplit(klaar.headers["Location"])
    state = dict(d.split("=", 1) for d in urlsplit(adres).query.split("&"))["state"]
    vraag = delen.query if "state=" in delen.query else f"{delen.query}&state={state}"
    antwoord = client.get(f"{delen.path}?{vraag}", follow=True)
    assert antwoord.status_code == 200 and "afgebroken" in antwoord.content.decode() and not aangemeld(client)


def test_linking_first_asks_who_you_are(client: Client, ans: Gebruiker, organisatie: None) -> None:
    meld_aan(client)
    antwoord = client.get(daar_aanmelden(naar_de_organisatie(client, "?process=connect"), "kim"))
    assert "bevestig" in antwoord["Location"] and not SocialAccount.objects.filter(user=ans).exists()
    client.post("/account/bevestig-dat-u-het-bent/", {"password": WACHTWOORD})
    assert SocialAccount.objects.get(user=ans).uid == "kim"
    assert "Thuiszorg De Linde" in client.get("/account/organisaties/").content.decode()


@pytest.mark.parametrize("fout", ['{"id": "x"}', "[{}]", "geen json", '["x"]'])
def test_a_slip_in_a_setting_holds_back_the_start(monkeypatch: pytest.MonkeyPatch, fout: str) -> None:
    monkeypatch.setenv("OIDC_ORGANISATIES", fout)
    with pytest.raises(ImproperlyConfigured, match="OIDC_ORGANISATIES"):
        omgeving.organisaties("OIDC_ORGANISATIES")
