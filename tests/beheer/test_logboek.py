"""What stands in a log, and what never does."""

from __future__ import annotations

import io
import json
import logging
import re
from typing import Any

import pytest

from kennisplatform.beheer import maskeren
from kennisplatform.beheer.regels import EensPerMinuut

# Names of parts of an address that say what something is, and open nothing.
OPEN = set(
    [
        "slug",
        "buurt",
        "code",
        "soort",
        "stap",
        "palet",
        "pad",
        "path",
        "provider_id",
        "naam",
        "pk",
        "nummer",
        "activiteit",
        "vingerafdruk",
        "breed",
        "rest",
        "taal",
        "url",
        "filename",
        "extra_path",
        "section",
        "format",
        "lexer",
        "page_id",
        "reeks",
        "onderwerp",
        "page_view_restriction_id",
        "pagina",
    ]
)
# Wagtail's own addresses are behind the admin's door; what a part is called there is Wagtail's choice.
VAN_WAGTAIL = re.compile(r"admin/|documenten/|_util/")


def test_every_part_of_an_address_is_known_to_open_a_door_or_not() -> None:
    namen = {
        naam
        for vol, _route in maskeren.paden()
        if not VAN_WAGTAIL.match(vol)
        for naam in re.findall(r"\(\?P<(\w+)>", vol)
    }
    assert namen - OPEN - maskeren.SLEUTELNAMEN == set(), "is it a key? SLEUTELNAMEN; else OPEN of this test"
    assert namen >= maskeren.SLEUTELNAMEN


@pytest.mark.parametrize(
    ("voor", "na"),
    [
        ("/uitnodiging/b3-Xy_z/", "/uitnodiging/…/"),
        ("/uitnodiging/b3-Xy_z", "/uitnodiging/…"),
        ("/account/wachtwoord/nieuw/4f-c8x-9d/", "/account/wachtwoord/nieuw/…/"),
        ("/leernetwerk/agenda/kalender/geheim.ics", "/leernetwerk/agenda/kalender/…"),
        ("/leernetwerk/delen/6f9619ff-8b86-4011-b42d-00cf4fc964ff/stap/foto/", "/leernetwerk/delen/…/stap/foto/"),
        ("/leernetwerk/delen/redactie/", "/leernetwerk/delen/redactie/"),
        ("/en/preventie/", "/en/preventie/"),
        ("Not Found: /tekenen/abc/ (ans@linde.example, 192.0.2.7)", "Not Found: /tekenen/…/ (…, …)"),
        ("'path': 'tekenen/abc'", "'path': 'tekenen/…'"),
        ("wagtail 8.0.1 op 3.11", "wagtail 8.0.1 op 3.11"),
    ],
)
def test_keys_and_addresses_of_people_are_taken_out(voor: str, na: str) -> None:
    assert maskeren.tekst(voor) == na


@pytest.fixture
def boek(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A log of its own, and a clock that can be moved."""
    klok = [1000.0]
    monkeypatch.setattr("kennisplatform.beheer.regels.time.monotonic", lambda: klok[0])
    handler = EensPerMinuut()
    handler.stream = io.StringIO()
    log = logging.Logger("proef")
    log.addHandler(handler)

    def regels(later: float = 0) -> list[dict[str, Any]]:
        klok[0] += later
        inhoud, handler.stream = handler.stream.getvalue(), io.StringIO()
        return [json.loads(regel) for regel in inhoud.splitlines()]

    return log, handler, regels


def _val_om(log: logging.Logger, wie: str) -> None:
    try:
        raise ValueError(f"{wie}@linde.example bestaat al")
    except ValueError:
        log.exception("could not save /uitnodiging/%s/", wie)


def test_an_outage_is_a_line_a_minute_with_its_count(boek: Any) -> None:
    log, handler, regels = boek
    for nummer in range(50):
        _val_om(log, f"ans{nummer}")
    log.warning("something else")
    eerst = regels(later=61)
    assert [regel["melding"] for regel in eerst] == ["could not save /uitnodiging/…/", "something else"]
    assert "ValueError: … bestaat al" in eerst[0]["fout"] and "ans0" not in json.dumps(eerst)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d", eerst[0]["tijd"])
    log.info("life goes on")
    assert [(regel["niveau"], regel.get("keer")) for regel in regels(later=61)] == [("ERROR", 49), ("INFO", None)]
    _val_om(log, "bo")
    assert len(regels()) == 1, "after a quiet minute it is news again"
    _val_om(log, "bo")
    assert regels() == []
    handler.af()
    assert [regel["keer"] for regel in regels()] == [1], "what was counted is said when the process ends"


def test_each_address_with_a_key_is_written_down_without_it() -> None:
    """Made from the routes themselves, so that a new one can't be forgotten."""
    sleutel, gezien = "7f3a9cbe-41d0-4c6f-8a1e-5b2d9c0f1a2b", 0
    for vol, _route in maskeren.paden():
        if not VAN_WAGTAIL.match(vol) and any(f"<{naam}>" in vol for naam in maskeren.SLEUTELNAMEN):
            voor = re.sub(r"\(\?P<\w+>(?:[^()]|\([^()]*\))*\)", "1", vol[: _eerste_sleutel(vol)]).replace(
                "(?:[a-z]{2}/)?", ""
            )
            adres = "/" + re.sub(r"[\^$\\]|\(\?:|\)\?", "", voor) + sleutel
            assert sleutel not in maskeren.pad(adres), adres
            assert sleutel not in maskeren.tekst(f"Not Found: {adres}/verder/?next={adres}"), adres
            gezien += 1
    assert gezien > 10


def _eerste_sleutel(vol: str) -> int:
    return min(vol.index(f"(?P<{naam}>") for naam in maskeren.SLEUTELNAMEN if f"(?P<{naam}>" in vol)


@pytest.mark.django_db
def test_who_may_not_is_a_line_and_no_fault(als: Any, caplog: pytest.LogCaptureFixture) -> None:
    assert als("Redacteur").get("/voortgang/programma/").status_code == 403
    (regel,) = [een for een in caplog.records if een.name == "django.request"]
    assert "/voortgang/programma/" in regel.getMessage() and not regel.exc_info
