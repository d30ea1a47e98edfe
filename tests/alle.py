"""One test for all of a kind: a test a file was half of the suite, and each costs its beginning, its end and its report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Keur = Callable[[Any], None]


def van_alle(dingen: Iterable[Any], naam: Callable[[Any], str] = str) -> Callable[[Keur], Callable[[], None]]:
    """Looks at each, also after one that is wrong: all that are stand in the message, under their names."""

    def maak(keur: Keur) -> Callable[[], None]:
        def alle() -> None:
            fouten = []
            for ding in dingen:
                try:
                    keur(ding)
                except AssertionError as fout:
                    fouten.append(f"{naam(ding)}: {fout}")
            assert not fouten, "\n".join(fouten)

        alle.__name__, alle.__doc__, alle.__module__ = keur.__name__, keur.__doc__, keur.__module__
        return alle

    return maak
