"""What the content lacks, counted over what is published: rooms bring a count, `manage.py inhoudcontrole` prints them.

The loader refuses what a file may not hold. What only shows once everything stands beside everything is counted here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Controleuitslag:
    """`aantal` is the count; `regels` say where each stands, or how the count is made up. All Dutch, for editors."""

    aantal: int
    regels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Inhoudscontrole:
    """One line of the report. `faalt`: anything but 0 is a fault, and the command ends with 1."""

    naam: str
    telt: Callable[[], Controleuitslag]
    faalt: bool = True


def uitslagen() -> list[tuple[Inhoudscontrole, Controleuitslag]]:
    return [(controle, controle.telt()) for controle in gebracht(Inhoudscontrole)]
