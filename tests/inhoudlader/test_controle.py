"""`manage.py inhoudcontrole`: what rooms bring is counted and printed, and a fault ends the command with 1."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kennisplatform.inhoudlader.controle import Controleuitslag, Inhoudscontrole
from tests.brengen import alleen


def _draai(monkeypatch: pytest.MonkeyPatch, *controles: Inhoudscontrole) -> str:
    uit = StringIO()
    alleen(monkeypatch, Inhoudscontrole, *controles)
    call_command("inhoudcontrole", stdout=uit)
    return uit.getvalue()


def test_every_count_is_printed_with_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    uit = _draai(
        monkeypatch,
        Inhoudscontrole("Vakken leeg", lambda: Controleuitslag(2, ("kosten: 1", "uren: 1")), faalt=False),
        Inhoudscontrole("Kale bronnen", lambda: Controleuitslag(0)),
    )
    assert uit.splitlines() == ["Vakken leeg: 2", "  kosten: 1", "  uren: 1", "Kale bronnen: 0"]


def test_a_fault_ends_with_an_error_that_names_it_after_all_the_others_are_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    geteld: list[str] = []

    def telt() -> Controleuitslag:
        geteld.append("ook")
        return Controleuitslag(0)

    with pytest.raises(CommandError, match="Kale bronnen"):
        _draai(
            monkeypatch,
            Inhoudscontrole("Kale bronnen", lambda: Controleuitslag(1, ("/preventie/x/",))),
            Inhoudscontrole("Daarna", telt),
        )
    assert geteld == ["ook"]
