"""A Sentry on loopback gets faults, and nothing of who they were about."""

from __future__ import annotations

import gzip
import json
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import brotli
import pytest
from django.core.exceptions import ImproperlyConfigured

from kennisplatform import omgeving
from kennisplatform.beheer.storingsmelder import Melder

UITPAKKEN = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}
GEHEIM = ("ans@linde.example", "Ans de Vries", "7f3a9cbe", "192.0.2.7")


@pytest.fixture
def sentry() -> Iterator[tuple[str, list[str]]]:
    """(DSN, what came in, each as text)"""
    binnen: list[str] = []

    class Bus(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            pak = self.rfile.read(int(self.headers["Content-Length"]))
            binnen.append(UITPAKKEN[self.headers["Content-Encoding"]](pak).decode())
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: Any) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Bus) as server:
        draad = threading.Thread(target=server.serve_forever)
        draad.start()
        yield f"http://sleutel@127.0.0.1:{server.server_port}/1", binnen
        server.shutdown()
        draad.join()


def test_a_fault_goes_there_once_a_minute_without_anybody_in_it(sentry: tuple[str, list[str]]) -> None:
    dsn, binnen = sentry
    melder, log = Melder(dsn, "proef"), logging.Logger("kennisplatform.proef")
    log.addHandler(melder)
    wie = "Ans de Vries"
    for _keer in range(3):
        try:
            raise ValueError(f"{wie} <ans@linde.example> bestaat al")
        except ValueError:
            log.exception(
                "could not save %s",
                "/uitnodiging/7f3a9cbe/",
                extra={"request": f"<GET '/u/7f3a9cbe/' van 192.0.2.7 {wie}>"},
            )
    melder.sluit()
    alles = "\n".join(binnen)
    eerste, later = (json.loads(regel) for regel in alles.splitlines() if '"logentry"' in regel)
    assert [naam for naam in GEHEIM if naam in alles] == []
    fout = eerste["exception"]["values"][0]
    assert (fout["type"], fout["value"]) == ("ValueError", "")
    assert fout["stacktrace"]["frames"][-1]["function"] == "test_a_fault_goes_there_once_a_minute_without_anybody_in_it"
    assert (eerste["logger"], eerste["environment"]) == ("kennisplatform.proef", "proef")
    assert eerste["logentry"]["message"] == "could not save %s"
    assert [ding["tags"]["keer"] for ding in (eerste, later)] == [1, 2]
    assert not eerste.get("server_name"), eerste
    assert not {"request", "user", "breadcrumbs", "extra"} & set(eerste)


def test_a_sentry_that_is_away_stops_nothing() -> None:
    melder = Melder("http://sleutel@127.0.0.1:9/1", "proef")
    melder.emit(logging.LogRecord("x", logging.ERROR, __file__, 1, "weg", (), None))
    melder.sluit()


@pytest.mark.parametrize("waarde", ["sentry.example", "https://sentry.example/1", "https://k@sentry.example/"])
def test_an_address_that_is_none_is_told_at_the_start(waarde: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENTRY_DSN", waarde)
    with pytest.raises(ImproperlyConfigured, match="geen adres van Sentry"):
        omgeving.sentry("SENTRY_DSN")
