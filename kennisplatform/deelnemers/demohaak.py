"""Rooms above fill the demo with people and what they do: the demo command asks them, and prints who can sign in."""

from __future__ import annotations

from collections.abc import Callable

Aanmelder = tuple[str, str]  # who it is, e-mail address

Vuller = Callable[[str], list[Aanmelder]]

_vullers: dict[Vuller, int] = {}


def registreer(vul: Vuller, volgorde: int = 50) -> None:
    """`vul(password)` is idempotent and leaves what somebody changed as it is. Later: what needs people to exist."""
    _vullers[vul] = volgorde


def vul_alles(wachtwoord: str) -> list[Aanmelder]:
    return [regel for vul in sorted(_vullers, key=lambda vul: _vullers[vul]) for regel in vul(wachtwoord)]
