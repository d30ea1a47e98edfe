"""The work of the night: one thing that fails is named, and keeps nothing else from being done."""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from kennisplatform.basis import serveren, startblik
from kennisplatform.basis.models import Nachtgang
from kennisplatform.vinden.models import Zoekterm
from kennisplatform.zoeken.models import Wachtrij

pytestmark = pytest.mark.django_db


def test_search_that_is_away_does_not_make_us_keep_what_must_be_forgotten(
    settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings.ZOEK = settings.ZOEK | {"MAP": str(tmp_path / "zoekindex"), "URL": "http://127.0.0.1:9"}
    lang_geleden = timezone.localdate() - dt.timedelta(weeks=20)
    Zoekterm.objects.create(week=lang_geleden, tekst="oud", taal="nl", bezoekers=9)
    with pytest.raises(CommandError, match="niet gelukt: zoekindex; zie het log"):
        call_command("dagelijks")
    assert not Zoekterm.objects.filter(tekst="oud").exists()
    assert "elasticsearch" in caplog.text
    assert Client().get("/readyz").json()["nacht"] == "mislukt: zoekindex"
    Nachtgang.objects.update(begonnen=timezone.now() - dt.timedelta(hours=30))
    assert Client().get("/readyz").json()["nacht"].startswith("laatst begonnen"), "a night that did not happen is told"


def test_what_waits_too_long_and_a_full_disk_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Wachtrij.objects.create(sleutel="pagina:1", motor="elders")
    Wachtrij.objects.update(gemaakt=timezone.now() - dt.timedelta(hours=1))
    monkeypatch.setattr(startblik, "BIJNA_VOL_MB", 10**12)
    monkeypatch.setattr(startblik, "BIJNA_VOL", 2)
    antwoord = Client().get("/readyz")
    assert antwoord.status_code == 200 and "oudste 60 min (elders)" in antwoord.json()["zoekwachtrij"]
    assert "bijna vol" in antwoord.json()["schijf"]


def test_a_full_disk_is_a_pause_and_no_fault(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(pad: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(serveren, "openbare_pagina", vol)
    client.raise_request_exception = False
    antwoord = client.get("/menukaart/")
    assert antwoord.status_code == 503 and antwoord["Retry-After"]
