"""What must happen every night: rooms register theirs, `manage.py dagelijks` does it."""

from __future__ import annotations

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)

_werk: dict[str, Callable[[], object]] = {}


def registreer(naam: str, werk: Callable[[], object]) -> None:
    _werk[naam] = werk


def doe_alles() -> list[str]:
    """Names of what failed: one that fails must not keep the others from their work."""
    mis = []
    for naam, werk in _werk.items():
        try:
            werk()
        except Exception:
            log.exception("nightly work %s failed", naam)
            mis.append(naam)
    return mis
