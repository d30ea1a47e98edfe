"""The sentences themselves: plain, short, and saying only what is the matter."""

from __future__ import annotations

import re

from kennisplatform.feiten.herkennen import BELLEN
from kennisplatform.inhoudlader import lader

ZINNEN = lader.lees_alles().rijen["alarm"]


def test_a_sentence_is_short_and_says_not_whom_to_call() -> None:
    """The box says how urgent and the line above it whom to call: a sentence that says it too could contradict them."""
    for sleutel, rij in ZINNEN.items():
        zinnen = re.split(r"(?<=[.!?])\s+", rij["nl"])
        assert max(len(zin.split()) for zin in zinnen) <= 15, sleutel
        assert not BELLEN.search(rij["nl"]), sleutel
        assert rij["nl"].endswith("."), sleutel


def test_whoever_is_called_is_named_for_all_but_112() -> None:
    for sleutel, rij in ZINNEN.items():
        assert not (rij["niveau"] == "112" and (rij.get("wie") or rij.get("wie_beroep"))), sleutel
