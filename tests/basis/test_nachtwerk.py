"""The work of the night: one thing that fails is named, and keeps nothing else from being done."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from kennisplatform.vinden.models import Zoekterm

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
