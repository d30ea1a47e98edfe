"""Long work stands beside the request: who presses has an answer before the first page is done."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django_tasks import task

from kennisplatform.redactie.taakdraad import Taakdraad

WORTEL = Path(__file__).parents[2]
los, klaar = threading.Event(), threading.Event()


@task
def wacht_op_ons() -> None:
    assert los.wait(60)
    klaar.set()


def test_the_answer_does_not_wait_for_the_work() -> None:
    Taakdraad("werk", {}).enqueue(wacht_op_ons, (), {})
    try:
        assert not klaar.is_set()  # else `enqueue` itself would have waited for what nobody had let go
    finally:
        los.set()
    assert klaar.wait(60)


@pytest.mark.parametrize("demo", ["0", "1"])
def test_every_server_works_so(demo: str) -> None:
    """In the demo forty pages took a minute without a word, and a browser that gave up."""
    vraag = (
        "from django_tasks import task_backends as t; import django; django.setup(); print(type(t['werk']).__name__)"
    )
    omgeving = {
        "DEMO": demo, "DEBUG": demo, "DJANGO_SETTINGS_MODULE": "kennisplatform.settings", "PYTHONWARNINGS": "ignore",
        "SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "kennis.example.nl", "ACHTER_TLS": "1",
    }  # fmt: skip
    antwoord = subprocess.run(
        [sys.executable, "-c", vraag], cwd=WORTEL, env=omgeving, capture_output=True, text=True, check=True
    )
    assert antwoord.stdout.strip() == "Taakdraad"
