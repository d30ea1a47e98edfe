"""What other rooms do when a plan was laid down, or agreed with: after it is certain, each by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kennisplatform.kamers import gebracht
from kennisplatform.naderhand import na_commit
from menukaart.plan.models import Planversie


@dataclass(frozen=True)
class BijVaststellen:
    """`doe(key of the version)`; may be called again for the same one."""

    naam: str
    doe: Callable[[int], None]


def meld(versie: Planversie) -> None:
    for een in gebracht(BijVaststellen):
        na_commit(partial(een.doe, versie.pk), "what rooms do with a plan that was laid down")
