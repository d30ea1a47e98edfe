"""What /readyz tells besides what it needs: rooms bring theirs. A warning never takes the site out of service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Standmelding:
    """`kijk()` answers 'ok', or in one line what is the matter; without anything personal, everybody may read it."""

    naam: str
    kijk: Callable[[], str]


@dataclass(frozen=True)
class Meetwaarde:
    """A number for whoever watches (`/metrics`), asked when it is read. `naam`: letters and _, with its unit."""

    naam: str
    uitleg: str  # in English, as such figures are
    kijk: Callable[[], float]


def alles() -> dict[str, str]:
    return {waarschuwing.naam: _kijk(waarschuwing) for waarschuwing in gebracht(Standmelding)}


def _kijk(waarschuwing: Standmelding) -> str:
    try:
        return waarschuwing.kijk()
    except Exception as fout:
        return type(fout).__name__
