"""A site that is not safe doesn't start: what it says is Dutch, one sentence, with what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.core.management.utils import get_random_secret_key
from django.db import ConnectionHandler
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from kennisplatform import omgeving, veilig
from kennisplatform.basis import startblik, startvragen
from kennisplatform.deelnemers.demoaccounts import WACHTWOORD, van_de_demo
from kennisplatform.deelnemers.models import Gebruiker
from tests.toegang.conftest import brievenbus, link_uit

WORTEL = Path(__file__).resolve().parents[2]


def opdracht(*args: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    schoon = {naam: w for naam, w in os.environ.items() if naam not in {"DEMO", "DEBUG", "SECRET_KEY", "DATABASE_URL"}}
    return subprocess.run(
        [sys.executable, *args], cwd=WORTEL, env=schoon | omgeving, capture_output=True, text=True, check=False
    )


def test_no_secret_key_is_one_dutch_sentence_and_no_traceback() -> None:
    for opdrachtregel in (("manage.py", "klaarzetten"), ("-c", "import kennisplatform.wsgi")):
        uit = opdracht(*opdrachtregel)
        assert uit.returncode == veilig.HALT, uit
        assert "SECRET_KEY ontbreekt" in uit.stderr and "token_urlsafe" in uit.stderr
        assert "Traceback" not in uit.stderr


def test_a_real_site_never_finds_the_demos_data_by_itself(tmp_path: Path) -> None:
    toon = "from django.conf import settings; print(settings.VAR, settings.DATABASES['default']['NAME'])"
    uit = opdracht("-c", toon, DJANGO_SETTINGS_MODULE="kennisplatform.settings", SECRET_KEY="x")
    echt = uit.stdout.split()
    demo = opdracht("-c", toon, DJANGO_SETTINGS_MODULE="kennisplatform.settings", DEMO="1").stdout.split()
    assert len(echt) == len(demo) == 2 and not set(echt) & set(demo)


@pytest.mark.django_db
def test_the_data_are_asked_and_each_answer_says_what_to_do(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the filled demo: its accounts can sign in, and nothing else is the matter."""
    settings.DEBUG = settings.DEMO = False
    settings.SECRET_KEY, settings.ALLOWED_HOSTS = get_random_secret_key() + "x" * 10, ["localhost"]
    assert not veilig.bezwaren() and len(veilig.waarschuwingen()) == 2, "on this machine alone TLS and mail are told"
    eerst = startvragen.bezwaren()
    assert len(eerst) == 2 and all("manage.py demoweg" in zin for zin in eerst)
    with pytest.raises(ImproperlyConfigured, match="demoweg"):
        startvragen.weiger_in_webproces()
    with pytest.raises(CommandError, match="demoweg"):
        call_command("klaarzetten")
    call_command("demoweg")
    assert startvragen.bezwaren() == [] and not van_de_demo()
    startvragen.weiger_in_webproces()

    buiten = Gebruiker.objects.create_user("ans@thuiszorg.example", WACHTWOORD, is_superuser=True)
    assert "wachtwoord van de demo" in startvragen.bezwaren()[0]
    buiten.delete()
    MigrationRecorder(startblik.connection).record_unapplied("post", "0001_initial")
    assert "mist 1 migraties" in startvragen.bezwaren(webproces=True)[0]
    MigrationRecorder(startblik.connection).record_applied("post", "0001_initial")
    monkeypatch.setattr(startblik, "BIJNA_VOL_MB", 10**12)
    monkeypatch.setattr(startblik, "BIJNA_VOL", 2)
    assert "bijna vol" in startvragen.bezwaren()[0]
    assert not startvragen.bezwaren(webproces=True), "a worker that is replaced goes on"


@pytest.mark.django_db
def test_what_cannot_be_asked_stops_the_start_and_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    stuk = startvragen.Startvraag("stuk", lambda: str(1 / 0))
    monkeypatch.setattr(startvragen, "gebracht", lambda soort: (stuk,))
    assert "niet na te gaan" in startvragen.bezwaren()[0] and not startvragen.bezwaren(webproces=True)


@pytest.mark.django_db
def test_the_first_manager_comes_in_by_a_link_and_meets_the_second_step(client: Client, settings: Any) -> None:
    with pytest.raises(CommandError, match="al een beheerder"):
        call_command("eerstebeheerder", "bea@thuiszorg.example")
    call_command("demoweg")
    with pytest.raises(CommandError, match="geen e-mailadres"):
        call_command("eerstebeheerder", "bea")
    settings.WAGTAILADMIN_BASE_URL, settings.DEMO = "http://testserver", False
    call_command("eerstebeheerder", "Bea@thuiszorg.example")
    call_command("eerstebeheerder", "bea@thuiszorg.example")  # the link lapsed: again
    link = link_uit(brievenbus()[-1])
    formulier = client.get(link, follow=True)
    nieuw = "twaalf-groene-fietsen-buiten"
    pad = formulier.redirect_chain[-1][0]
    assert client.post(pad, {"password1": nieuw, "password2": nieuw}).status_code == 302
    client.post("/account/aanmelden/", {"login": "bea@thuiszorg.example", "password": nieuw})
    assert client.get("/admin/")["Location"].startswith("/account/tweede-stap/")


def test_a_connection_outlives_the_request_on_sqlite_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: Any
) -> None:
    """Opening one reads the scheme of all tables again."""
    monkeypatch.setenv("EEN_DATABASE", f"sqlite:///{tmp_path / 'leeg.sqlite3'}")
    verbinding = ConnectionHandler({"default": omgeving.database("EEN_DATABASE", "")})["default"]
    with django_db_blocker.unblock():
        verbinding.ensure_connection()
        verbinding.close_if_unusable_or_obsolete()  # what Django does after each request
    assert verbinding.connection is not None
    verbinding.close()
