"""What must happen every night: rooms register theirs, `manage.py dagelijks` does it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

log = logging.getLogger(__name__)

_werk: dict[str, Callable[[], object]] = {}


def registreer(naam: str, werk: Callable[[], object]) -> None:
    _werk[naam] = werk


def doe_alles(eerst: Mapping[str, Callable[[], object]] | None = None) -> list[str]:
    """`eerst`, and then what the rooms registered. Returns the names of what failed: one that fails must not keep the
    others from their work (a search engine that is away may not make us keep what has to be forgotten).
    """
    mis = []
    for naam, werk in (dict(eerst or {}) | _werk).items():
        try:
            werk()
        except Exception:
            log.exception("nightly work %s failed", naam)
            mis.append(naam)
    return mis
