"""Another process holds SQLite's one write lock: every public page answers all the same, search (which counts) too."""

from __future__ import annotations

import sqlite3
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests import proefmap

pytestmark = pytest.mark.browser  # needs the running server that journeys have, not a browser
PAGINAS = (
    "/",
    "/zoeken/?q=niemand+zocht+dit+ooit",
    "/zoeken/gekozen?q=vallen&plek=1",
    "/menukaart/?bewijs=goed-onderbouwd",
    "/preventie/bang-om-te-vallen/",
    "/buurten/waterkwartier/",
    "/leernetwerk/agenda/",
    "/api/v1/zoeken?q=vallen",
)
GEDULD_S = 15  # less than a writer waits for the lock (20), far more than any page needs


def test_public_pages_answer_while_another_process_writes(adres: str, servermap: Path) -> None:
    with sqlite3.connect(servermap / proefmap.DATABASE, isolation_level=None, timeout=60) as slot:
        slot.execute("BEGIN IMMEDIATE")
        try:
            for pad in PAGINAS:
                vraag = urllib.request.Request(adres + pad, headers={"User-Agent": "Mozilla/5.0 (lezer)"})
                try:
                    with urllib.request.urlopen(vraag, timeout=GEDULD_S) as antwoord:
                        assert antwoord.status == 200, pad
                except urllib.error.HTTPError as fout:
                    assert fout.code == 405, pad  # a choice is sent, not asked; it does not wait either
        finally:
            slot.execute("ROLLBACK")
