"""Where somebody is signed in, the mail about a new device, and a changed address or password."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.test import Client

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.toegang.apparaten import korte_naam
from tests.toegang.conftest import WACHTWOORD, aangemeld, brievenbus, link_uit, meld_aan

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0"


@pytest.mark.parametrize(
    ("lang", "kort"),
    [
        (FIREFOX, "Firefox op Android"),
        (SAFARI, "Safari op iPhone"),
        (EDGE, "Edge op Windows"),
        ("", "Onbekend apparaat"),
        ("<script>alert(1)</script>", "Onbekend apparaat"),
        ("Windows", "Windows"),
        ("curl/8.0", "Onbekend apparaat"),
    ],
)
def test_short_names(lang: str, kort: str) -> None:
    assert korte_naam(lang) == kort


def test_only_the_short_name_is_kept(client: Client, ans: Gebruiker) -> None:
    meld_aan(client, HTTP_USER_AGENT=FIREFOX, REMOTE_ADDR="203.0.113.77")
    sessie = UserSession.objects.get(user=ans)
    assert (sessie.user_agent, sessie.ip) == ("Firefox op Android", "0.0.0.0")


def test_one_by_one_and_signed_out_everywhere(client: Client, ans: Gebruiker) -> None:
    telefoon, tablet = Client(), Client()
    meld_aan(telefoon, HTTP_USER_AGENT=FIREFOX)
    meld_aan(tablet, HTTP_USER_AGENT=SAFARI)
    meld_aan(client, HTTP_USER_AGENT=EDGE)
    pagina = client.get("/account/apparaten/").content.decode()
    assert all(naam in pagina for naam in ("Firefox op Android", "Safari op iPhone", "Edge op Windows"))
    client.post(f"/account/apparaten/{UserSession.objects.get(user_agent='Firefox op Android').pk}/afmelden/")
    assert telefoon.get("/account/").status_code == 302 and tablet.get("/account/").status_code == 200
    client.post("/account/apparaten/")
    assert tablet.get("/account/").status_code == 302 and client.get("/account/").status_code == 200


def test_not_anothers(client: Client, ans: Gebruiker, maak: object) -> None:
    ander = Client()
    maak("bo@voorbeeld.example")
    meld_aan(ander, "bo@voorbeeld.example")
    meld_aan(client)
    pk = UserSession.objects.get(user__email="bo@voorbeeld.example").pk
    assert client.post(f"/account/apparaten/{pk}/afmelden/").status_code == 404
    assert ander.get("/account/").status_code == 200


def test_a_message_at_a_new_device(client: Client, ans: Gebruiker) -> None:
    meld_aan(client, HTTP_USER_AGENT=FIREFOX)
    assert not brievenbus()  # the very first time there is nothing to compare with
    client.post("/account/afmelden/")
    meld_aan(client, HTTP_USER_AGENT=FIREFOX)
    assert not brievenbus()  # known: the cookie stayed
    meld_aan(Client(), HTTP_USER_AGENT=EDGE)
    brief = brievenbus()[-1]
    assert brief.subject == "Aangemeld op een nieuw apparaat" and "Edge op Windows" in brief.body
    assert "Was u dit niet?" in brief.body and "&" not in brief.body


def test_the_cookie_is_for_the_door_only_and_can_not_be_made(client: Client, ans: Gebruiker) -> None:
    antwoord = meld_aan(client)
    koekje = antwoord.cookies["bekend_apparaat"]
    assert koekje["path"] == "/account/" and koekje["httponly"] and str(ans.pk) not in koekje.value.split(":")[0]
    vervalst = Client()
    vervalst.cookies["bekend_apparaat"] = koekje.value[:-2] + "xx"
    meld_aan(vervalst)
    assert brievenbus()[-1].subject == "Aangemeld op een nieuw apparaat"


def test_changing_a_password(client: Client, ans: Gebruiker) -> None:
    telefoon = Client()
    meld_aan(telefoon)
    meld_aan(client)
    nieuw = {"password1": "weer een heel andere zin", "password2": "weer een heel andere zin"}
    fout = client.post("/account/wachtwoord/", {"oldpassword": "mis", **nieuw})
    assert "niet uw huidige wachtwoord" in fout.content.decode()
    client.post("/account/wachtwoord/", {"oldpassword": WACHTWOORD, **nieuw})
    assert brievenbus()[-1].subject == "Uw wachtwoord is gewijzigd"
    assert client.get("/account/").status_code == 200 and telefoon.get("/account/").status_code == 302


def test_another_address(client: Client, ans: Gebruiker) -> None:
    """The old address counts until the new one is confirmed, and is told; an open screen is not enough."""
    meld_aan(client)
    gevraagd = client.post("/account/e-mail/", {"email": "nieuw@voorbeeld.example", "action_add": ""})
    assert "bevestig-dat-u-het-bent" in gevraagd["Location"] and not EmailAddress.objects.filter(
        verified=False, user=ans
    )
    client.post("/account/bevestig-dat-u-het-bent/", {"password": WACHTWOORD, "next": "/account/e-mail/"})
    assert brievenbus()[-1].to == ["nieuw@voorbeeld.example"]
    ans.refresh_from_db()
    assert ans.email == "ans@voorbeeld.example"
    client.post(link_uit(brievenbus()[-1]))
    ans.refresh_from_db()
    assert ans.email == "nieuw@voorbeeld.example"
    assert list(EmailAddress.objects.filter(user=ans).values_list("email", "verified")) == [(ans.email, True)]
    brief = brievenbus()[-1]
    assert brief.to == ["ans@voorbeeld.example"] and "nieuw@voorbeeld.example" in brief.body
    assert "wachtwoord/vergeten" not in brief.body  # that mail would go to the new address: no help to who lost it
    ander = Client()
    meld_aan(ander, "ans@voorbeeld.example")
    assert not aangemeld(ander)


def test_profile(client: Client, ans: Gebruiker) -> None:
    meld_aan(client)
    assert client.post("/account/profiel/", {"first_name": "", "last_name": "X", "functie": ""}).status_code == 200
    naam = "<b>Anna</b>"
    client.post("/account/profiel/", {"first_name": naam, "last_name": "O'Neil", "functie": "POH"})
    ans.refresh_from_db()
    assert (ans.first_name, ans.last_name, ans.functie) == (naam, "O'Neil", "POH")
    assert naam not in client.get("/account/").content.decode()


def test_an_address_that_the_administrator_changes_is_confirmed_again(
    als: object, ans: Gebruiker, client: Client
) -> None:
    beheer = als("Beheerder")
    gegevens = {"email": "anders@voorbeeld.example", "first_name": "Ans", "last_name": "de Vries", "is_active": "on"}
    antwoord = beheer.post(f"/admin/users/edit/{ans.pk}/", gegevens)
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    ander = Client()
    assert meld_aan(ander, "ans@voorbeeld.example").status_code == 200  # the old address opens nothing
    assert "bevestigen" in meld_aan(ander, "anders@voorbeeld.example")["Location"] and not aangemeld(ander)
