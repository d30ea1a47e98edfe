"""Headers that every answer carries, what browsers report, and whom to tell about a leak."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
MELDING = {
    "csp-report": {
        "document-uri": "http://testserver/uitnodiging/geheim/?q=wat+ik+zocht",
        "effective-directive": "script-src-elem",
        "blocked-uri": "https://elders.example/iets.js?wie=ans",
    }
}


def meld(client: Client, inhoud: Any, **koppen: Any) -> Any:
    tekst = inhoud if isinstance(inhoud, str) else json.dumps(inhoud)
    return client.post("/csp-melding", tekst, content_type="application/csp-report", **koppen)


@pytest.mark.parametrize("pad", ["/", "/preventie/", "/account/aanmelden/", "/weg/", "/api/v1/openapi.json", "/admin/"])
def test_every_answer_asks_nothing_of_the_device_and_is_told_what_was_stopped(client: Client, pad: str) -> None:
    antwoord = client.get(pad)
    beleid = antwoord["Permissions-Policy"]
    assert "camera=()" in beleid and "geolocation=()" in beleid and "publickey-credentials-get=(self)" in beleid
    assert "report-uri /csp-melding" in antwoord.get("Content-Security-Policy", "report-uri /csp-melding")


def test_what_a_browser_stopped_is_one_line_without_a_key_a_question_or_a_name(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "kennisplatform.beheer.cspmelding"):
        assert meld(client, MELDING).status_code == 204
        for anders in ("geen json", "[]", '{"csp-report": 3}', "x" * 9000, json.dumps(MELDING) + " " * 9000):
            assert meld(client, anders).status_code == 204
    regels = [json.loads(record.getMessage().split(": ", 1)[1]) for record in caplog.records]
    assert regels == [{"pad": "/uitnodiging/…/", "regel": "script-src-elem", "wat": "elders.example"}]
    assert client.get("/csp-melding").status_code == 405


def test_a_flood_of_reports_stays_small(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "kennisplatform.beheer.cspmelding"):
        for nummer in range(25):
            meld(client, MELDING)
            meld(client, MELDING, REMOTE_ADDR=f"203.0.113.{nummer}")
    assert len(caplog.records) == 35, "ten of one address, one of each other"
    with caplog.at_level(logging.WARNING, "kennisplatform.beheer.cspmelding"):
        for nummer in range(60):
            meld(client, MELDING, REMOTE_ADDR=f"198.51.100.{nummer}")
    assert len(caplog.records) == 60, "and sixty of everybody together"


def test_whom_to_tell_about_a_leak_is_a_setting(client: Client, settings: Any) -> None:
    adres = "/.well-known/security.txt"
    assert "Contact: http://testserver/contact/" in client.get(adres).content.decode()
    settings.BEVEILIGING_CONTACT = ["mailto:veilig@zorg.example", "https://zorg.example/melden"]
    regels = client.get(adres).content.decode().splitlines()
    assert regels[:2] == ["Contact: mailto:veilig@zorg.example", "Contact: https://zorg.example/melden"]
