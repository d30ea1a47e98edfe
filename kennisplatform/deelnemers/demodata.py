"""Rooms fill the demo with people and what they do: the demo command asks them, and prints who can sign in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kennisplatform.kamers import gebracht

Aanmelder = tuple[str, str]  # who it is, e-mail address


@dataclass(frozen=True)
class Demodata:
    """`vul(password)` is idempotent and leaves what somebody changed as it is. `na`: rooms whose people it needs."""

    naam: str
    vul: Callable[[str], list[Aanmelder]]
    na: tuple[str, ...] = ()


def vul_alles(wachtwoord: str) -> list[Aanmelder]:
    return [aanmelder for data in gebracht(Demodata) for aanmelder in data.vul(wachtwoord)]
