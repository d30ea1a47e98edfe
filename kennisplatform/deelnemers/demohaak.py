"""Rooms above fill the demo with people and what they do: the demo command asks them, and prints who can sign in."""

from __future__ import annotations

from collections.abc import Callable

Aanmelder = tuple[str, str]  # who it is, e-mail address

_vullers: list[Callable[[str], list[Aanmelder]]] = []


def registreer(vul: Callable[[str], list[Aanmelder]]) -> None:
    """`vul(password)` is idempotent and leaves what somebody changed as it is."""
    if vul not in _vullers:
        _vullers.append(vul)


def vul_alles(wachtwoord: str) -> list[Aanmelder]:
    return [regel for vul in _vullers for regel in vul(wachtwoord)]
