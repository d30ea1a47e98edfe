"""For a test: what the rooms brought, with other things in their place for as long as it runs."""

from __future__ import annotations

from typing import TypeVar

import pytest

from kennisplatform import kamers

T = TypeVar("T")


def alleen(monkeypatch: pytest.MonkeyPatch, klasse: type[T], *dingen: T) -> None:
    """Nothing else of this class is brought."""
    monkeypatch.setitem(kamers._gebracht, klasse, dingen)


def een(klasse: type[T], naam: str) -> T:
    """What is brought under this name or code."""
    (ding,) = [d for d in kamers.gebracht(klasse) if naam in {getattr(d, "naam", ""), getattr(d, "code", "")}]
    return ding
