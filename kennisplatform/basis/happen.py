"""A long list in bites that one query can take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

HAP: Final = 500


def happen(rij: Sequence[Any], grootte: int = HAP) -> Iterator[Sequence[Any]]:
    for i in range(0, len(rij), grootte):
        yield rij[i : i + grootte]
