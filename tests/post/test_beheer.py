"""What is kept and for how long, the team's screen, the line in /readyz, the worker and the thread."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from kennisplatform import omgeving
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.post import dagboek, draad, wachtrij
from kennisplatform.post.models import Bericht
from kennisplatform.post.onderhoud import probeer_opnieuw, ruim_op
from kennisplatform.post.stand import stand
from tests import brengen
from tests.server import vrije_poort

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Bericht]


def geleden(**hoe_lang: float) -> dt.datetime:
    return timezone.now() - dt.timedelta(**hoe_lang)


# --- keeping


def test_sent_mail_is_emptied_after_two_weeks_and_gone_after_three_months(schrijf: Schrijf) -> None:
    rijen = {
        naam: schrijf(naam, html="<p>x</p>", koppen={"List-Unsubscribe": "<x>"}) for naam in ("vers", "oud", "weg")
    }
    rijen["mis"], rijen["wacht"] = schrijf("mis"), schrijf("wacht")
    zet = {naam: Bericht.objects.filter(pk=rij.pk) for naam, rij in rijen.items()}
    zet["vers"].update(verstuurd=geleden(days=13))
    zet["oud"].update(verstuurd=geleden(days=15))
    zet["weg"].update(verstuurd=geleden(days=91))
    zet["mis"].update(mislukt=geleden(days=15))
    zet["wacht"].update(gemaakt=geleden(days=100))
    ruim_op()
    assert not zet["weg"].exists()
    for naam in ("oud", "mis"):
        rij = zet[naam].get()
        assert rij.leeg and (rij.tekst, rij.html, rij.koppen, rij.onderwerp) == ("", "", {}, "")
        assert "@" not in rij.aan and naam not in rij.aan and rij.kenmerk, "the same kenmerk still mails nobody twice"
    assert zet["vers"].get().tekst and zet["wacht"].get().tekst
    eens = zet["oud"].get().aan
    ruim_op()
    assert zet["oud"].get().aan == eens, "emptied once"


def test_old_journals_go(settings: Any, tmp_path: Path) -> None:
    settings.POST = settings.POST | {"DAGBOEK": str(tmp_path), "MAP": str(tmp_path / "post")}
    with dagboek.Dagboek() as boek:
        boek.noteer("<a@b>")
    oud = tmp_path / "verstuurd-2020-01-01.log"
    oud.write_text("\n<oud@b>\n")
    os.utime(oud, (1, 1))
    ruim_op()
    assert dagboek.gelezen() == {"<a@b>"} and not oud.exists()


# --- how it is doing


def test_readyz_warns_and_stays_up(client: Client, schrijf: Schrijf) -> None:
    schrijf(), schrijf(niet_voor=timezone.now() + dt.timedelta(days=1))
    assert stand().wachtend == 1 and stand().in_orde
    assert client.get("/readyz").json()["post"] == "ok"
    Bericht.objects.update(gemaakt=geleden(minutes=16))
    antwoord = client.get("/readyz")
    assert antwoord.status_code == 200
    assert antwoord.json()["post"] == "1 wachten, oudste 16 min; 0 mislukt sinds gisteren"
    Bericht.objects.update(mislukt=timezone.now())
    assert "2 mislukt" in client.get("/readyz").json()["post"]
    Bericht.objects.update(mislukt=geleden(days=2))
    assert client.get("/readyz").json()["post"] == "ok"


def test_a_check_that_breaks_is_named(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from kennisplatform.basis import standmeldingen

    def breekt() -> str:
        raise ZeroDivisionError

    brengen.alleen(monkeypatch, standmeldingen.Standmelding, standmeldingen.Standmelding("post", breekt))
    antwoord = client.get("/readyz")
    assert (antwoord.status_code, antwoord.json()["post"]) == (200, "ZeroDivisionError")


def test_the_team_sees_the_state_and_no_secret(als: Callable[[str], Client], schrijf: Schrijf) -> None:
    weg = schrijf("geheim.adres", koppen={"List-Unsubscribe": "<https://geheime.example/kop>"})
    Bericht.objects.filter(pk=weg.pk).update(
        mislukt=timezone.now(), fout="550 <b>onbekend</b>", tekst="geheime-link", html="geheime-html", poging=3
    )
    client = als("Beheerder")
    for vraag in ("", "?stand=mislukt", "?stand=raar&p=99"):
        pagina = client.get(f"/admin/post/{vraag}").content.decode()
        assert "Doe mee" in pagina and "voorbeeld.example" in pagina and "550 &lt;b&gt;onbekend" in pagina
        assert "geheime" not in pagina and "geheim.adres" not in pagina
    assert "Doe mee" not in client.get("/admin/post/?stand=wacht").content.decode()
    assert "/admin/post/" in client.get("/admin/").content.decode()


def test_a_failed_mail_gets_another_chance(
    als: Callable[[str], Client], schrijf: Schrijf, django_capture_on_commit_callbacks: Any
) -> None:
    weg = schrijf()
    Bericht.objects.update(mislukt=timezone.now(), poging=8)
    client = als("Beheerder")
    assert client.get(f"/admin/post/{weg.pk}/opnieuw/").status_code == 405
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = client.post(f"/admin/post/{weg.pk}/opnieuw/", follow=True)
    assert "wordt opnieuw verstuurd" in antwoord.content.decode() and len(mail.outbox) == 1
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = client.post(f"/admin/post/{weg.pk}/opnieuw/", follow=True)
    assert "kan niet opnieuw" in antwoord.content.decode() and len(mail.outbox) == 1
    Bericht.objects.update(mislukt=timezone.now(), verstuurd=None, leeg=timezone.now())
    assert not probeer_opnieuw(weg.pk), "its text is gone"


@pytest.mark.parametrize("rol", ["Redacteur", "Eindredacteur", "Transitieteam"])
def test_other_staff_see_no_mail(als: Callable[[str], Client], schrijf: Schrijf, rol: str) -> None:
    client = als(rol)
    rij = schrijf()
    for antwoord in (client.get("/admin/post/"), client.post(f"/admin/post/{rij.pk}/opnieuw/")):
        assert antwoord.status_code in {302, 403} and "Doe mee" not in antwoord.content.decode()
    assert "/admin/post/" not in client.get("/admin/").content.decode()


# --- who drains


def test_the_command(schrijf: Schrijf, settings: Any) -> None:
    schrijf()
    uit = StringIO()
    call_command("verwerkpost", stdout=uit)
    assert uit.getvalue() == "1 verstuurd, 0 later opnieuw, 0 mislukt\n" and len(mail.outbox) == 1
    settings.POST = settings.POST | {"VERVOER": "django.core.mail.backends.smtp.EmailBackend"}
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", vrije_poort()
    schrijf()
    with pytest.raises(CommandError, match="niet bereikbaar"):
        call_command("verwerkpost", stdout=uit)


def test_the_worker_stays_and_looks_again(schrijf: Schrijf, monkeypatch: pytest.MonkeyPatch) -> None:
    class Genoeg(Exception):
        pass

    keren = []

    def slaap(seconden: float) -> None:
        keren.append(seconden)
        if len(keren) == 2:
            raise Genoeg
        schrijf()

    monkeypatch.setattr("time.sleep", slaap)
    monkeypatch.setattr("kennisplatform.post.management.commands.verwerkpost.close_old_connections", lambda: None)
    with pytest.raises(Genoeg):
        call_command("verwerkpost", "--blijf", "7")
    assert keren == [7.0, 7.0] and len(mail.outbox) == 1


def test_a_request_does_not_wait_and_nothing_is_overlooked(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one drain hangs on a mail server, others only tell it to look once more: one thread, two drains."""
    settings.POST = settings.POST | {"DIRECT": "draad"}
    begonnen, verder, keren = threading.Event(), threading.Event(), []

    def traag(**_: Any) -> None:
        keren.append(threading.current_thread())
        begonnen.set()
        assert verder.wait(10)
        if len(keren) == 1:
            raise OSError("a drain that fails does not stop the next")

    monkeypatch.setattr(wachtrij, "verwerk", traag)
    for _ in range(3):
        draad.begin()
        assert begonnen.wait(10)
    verder.set()
    keren[0].join(10)
    assert len(keren) == 2 and keren[0] is keren[1] is not threading.main_thread()
    draad.begin()
    keren[-1].join(10)
    assert len(keren) >= 2 and not draad.ernaast._nog_eens


def test_nobody_drains_when_that_is_asked(
    settings: Any, schrijf: Schrijf, django_capture_on_commit_callbacks: Any
) -> None:
    settings.POST = settings.POST | {"DIRECT": "nee"}
    with django_capture_on_commit_callbacks(execute=True):
        schrijf()
    assert mail.outbox == [] and stand().wachtend == 1


def test_a_typing_mistake_in_the_setting_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROEF", "draadje")
    with pytest.raises(ImproperlyConfigured, match="draad, meteen"):
        omgeving.keuze("PROEF", ("draad", "meteen"), "draad")


def test_the_night_sends_and_clears(schrijf: Schrijf) -> None:
    schrijf()
    brengen.een(Nachtwerk, "post versturen").doe()
    brengen.een(Nachtwerk, "post opruimen").doe()
    assert len(mail.outbox) == 1
