"""The second step: an app, recovery codes, and that staff cannot do without."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.models import Group
from django.test import Client

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers.models import Gebruiker
from tests.toegang.conftest import WACHTWOORD, aangemeld, brievenbus, meld_aan

pytestmark = pytest.mark.django_db
GEHEIM = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code(geheim: str = GEHEIM, stappen: int = 0) -> str:
    return format_hotp_value(hotp_value(geheim, int(time.time()) // 30 + stappen))


def opnieuw(client: Client, naar: str) -> Any:
    return client.post("/account/bevestig-dat-u-het-bent/", {"password": WACHTWOORD, "next": naar})


@pytest.fixture
def met_app(ans: Gebruiker, client: Client) -> Gebruiker:
    client.get("/account/aanmelden/")
    from allauth.core import context
    from django.test import RequestFactory

    with context.request_context(RequestFactory().get("/")):
        TOTP.activate(ans, GEHEIM)
    return ans


def test_setting_up_an_app(client: Client, ans: Gebruiker) -> None:
    meld_aan(client)
    assert (
        "bevestig-dat-u-het-bent" in client.get("/account/tweede-stap/app/")["Location"]
    )  # an open screen is not enough
    opnieuw(client, "/account/tweede-stap/app/")
    pagina = client.get("/account/tweede-stap/app/")
    geheim = pagina.context["form"].secret
    assert (
        geheim in pagina.content.decode()
        and "<svg" in pagina.content.decode()
        and "data:" not in pagina.content.decode()
    )
    fout = client.post("/account/tweede-stap/app/", {"code": "000000"})
    assert fout.status_code == 200 and "klopt niet" in fout.content.decode()
    goed = client.post("/account/tweede-stap/app/", {"code": code(geheim)})
    assert goed["Location"] == "/account/tweede-stap/herstelcodes/"
    codes = client.get(goed["Location"])
    assert len(codes.context["unused_codes"]) == 10
    assert [b.subject for b in brievenbus()] == ["De tweede stap staat aan"]
    bewaard = json.dumps(list(Authenticator.objects.filter(user=ans).values_list("data", flat=True)))
    assert geheim not in bewaard  # who copies the database still has no code


def test_signing_in_with_a_code(client: Client, met_app: Gebruiker) -> None:
    antwoord = meld_aan(client)
    assert antwoord["Location"].startswith("/account/tweede-stap/code/") and not aangemeld(client)
    assert client.get("/account/").status_code == 302
    assert "passkey" not in client.get("/account/tweede-stap/code/").content.decode()  # they have none
    fout = client.post("/account/tweede-stap/code/", {"code": "000000"})
    assert "klopt niet" in fout.content.decode() and not aangemeld(client)
    assert client.post("/account/tweede-stap/code/", {"code": code()})["Location"] == "/werkplek/"
    assert aangemeld(client)


def test_a_code_works_once(client: Client, met_app: Gebruiker, monkeypatch: pytest.MonkeyPatch) -> None:
    nu = time.time()
    monkeypatch.setattr(time, "time", lambda: nu)
    meld_aan(client)
    eerste = code(stappen=1)  # of a phone that is half a minute ahead: right for another minute and a half
    client.post("/account/tweede-stap/code/", {"code": eerste})
    assert aangemeld(client)
    monkeypatch.setattr(time, "time", lambda: nu + 45)
    ander = Client()
    meld_aan(ander)
    ander.post("/account/tweede-stap/code/", {"code": eerste})
    assert not aangemeld(ander)


def test_a_recovery_code_works_once(client: Client, met_app: Gebruiker) -> None:
    meld_aan(client)
    client.post("/account/tweede-stap/code/", {"code": code()})
    opnieuw(client, "/account/tweede-stap/herstelcodes/nieuw/")
    client.post("/account/tweede-stap/herstelcodes/nieuw/")
    herstel = client.get("/account/tweede-stap/herstelcodes/").context["unused_codes"][0]
    for keer, binnen in ((1, True), (2, False)):
        ander = Client()
        meld_aan(ander)
        ander.post("/account/tweede-stap/code/", {"code": herstel})
        assert aangemeld(ander) == binnen, keer


def test_guessing_comes_to_an_end(client: Client, met_app: Gebruiker) -> None:
    meld_aan(client)
    for _poging in range(5):
        client.post("/account/tweede-stap/code/", {"code": "000000"})
    antwoord = client.post("/account/tweede-stap/code/", {"code": code()})
    assert not aangemeld(client) and "te vaak" in antwoord.content.decode()


@pytest.mark.parametrize("rol", [rol.naam for rol in ROLLEN])
def test_staff_can_not_do_without(als: Callable[[str], Client], settings: Any, rol: str) -> None:
    client = als(rol)
    settings.DEMO = False
    for pad in ("/admin/", "/", "/menukaart/", "/werkplek/"):
        assert client.get(pad)["Location"] == "/account/tweede-stap/", pad
    pagina = client.get("/account/tweede-stap/").content.decode()
    assert pagina.count("Zet daarom eerst een tweede stap aan") == 1
    assert client.get("/account/mijn-gegevens/").status_code == 200
    assert client.post("/account/afmelden/").status_code == 302


def test_an_own_group_with_access_to_the_admin_counts_too(client: Client, ans: Gebruiker, settings: Any) -> None:
    from django.contrib.auth.models import Permission

    groep = Group.objects.create(name="Gastredactie")
    groep.permissions.add(Permission.objects.get(codename="access_admin"))
    ans.groups.add(groep)
    settings.DEMO = False
    meld_aan(client)
    assert client.get("/admin/")["Location"] == "/account/tweede-stap/"


def test_with_a_second_step_the_admin_opens(client: Client, met_app: Gebruiker, settings: Any) -> None:
    settings.DEMO = False
    met_app.groups.add(Group.objects.get(name="Redacteur"))
    meld_aan(client)
    client.post("/account/tweede-stap/code/", {"code": code()})
    assert client.get("/admin/").status_code == 200
    client.post("/account/bevestig-dat-u-het-bent/", {"password": WACHTWOORD, "next": "/account/"})
    client.post("/account/tweede-stap/app/uitzetten/")
    assert Authenticator.objects.filter(user=met_app).exists()  # the last one stays


def test_staff_show_who_they_are_every_day(client: Client, met_app: Gebruiker, settings: Any) -> None:
    """However long they may stay signed in; who has no role stays in, and nothing that was being sent is lost."""
    settings.DEMO = False
    meld_aan(client)
    client.post("/account/tweede-stap/code/", {"code": code()})

    def later(uren: float) -> None:
        sessie = client.session
        for keer in sessie["account_authentication_methods"]:
            keer["at"] -= uren * 3600
        sessie.save()

    later(13)
    assert client.get("/werkplek/").status_code == 200, "no role: two weeks"
    met_app.groups.add(Group.objects.get(name="Redacteur"))
    assert client.get("/werkplek/")["Location"] == "/account/bevestig-dat-u-het-bent/?next=%2Fwerkplek%2F"
    assert client.get("/account/mijn-gegevens/").status_code == 200 and aangemeld(client)
    assert opnieuw(client, "/werkplek/")["Location"] == "/werkplek/"
    later(11)
    assert client.get("/admin/").status_code == 200
    later(2)
    assert "bevestig-dat-u-het-bent" in client.post("/admin/pages/", {})["Location"]
    settings.DEMO = True
    assert client.get("/werkplek/").status_code == 200, "everybody may try every role in the demo"


def test_staff_keep_a_key(als: Callable[[str], Client], settings: Any) -> None:
    """allauth asks this for the app only; for keys we do."""
    client = als("Redacteur")
    wie = Gebruiker.objects.get(email="redacteur@voorbeeld.example")
    sleutel = Authenticator.objects.create(user=wie, type="webauthn", data={"name": "mijn telefoon", "credential": {}})
    settings.DEMO = False
    pad = f"/account/sleutels/{sleutel.pk}/weg/"
    for doe in (client.get, client.post):
        assert doe(pad)["Location"] == "/account/sleutels/"
    assert Authenticator.objects.filter(pk=sleutel.pk).exists()
    assert "altijd een tweede stap nodig" in client.get("/account/sleutels/").content.decode()
    wie.groups.clear()
    assert client.get(pad)["Location"].startswith("/account/bevestig")  # a member may, after the password


def test_a_plain_member_may_do_without(client: Client, met_app: Gebruiker, settings: Any) -> None:
    settings.DEMO = False
    meld_aan(client)
    client.post("/account/tweede-stap/code/", {"code": code()})
    opnieuw(client, "/account/")
    client.post("/account/tweede-stap/app/uitzetten/")
    assert not Authenticator.objects.filter(user=met_app).exists()
    assert brievenbus()[-1].subject == "De app met codes staat uit"
    assert client.get("/menukaart/").status_code == 200


def test_in_the_demo_it_is_an_offer(als: Callable[[str], Client]) -> None:
    client = als("Redacteur")
    assert client.get("/admin/").status_code == 200
    assert "Daar hoort een tweede stap" in client.get("/account/").content.decode()
