"""What is asked of the data before a production site faces the world: rooms bring theirs.

Settings are asked by `veilig.py`. `manage.py klaarzetten` (so `make serve`) asks everything. A web process asks again
what doesn't pass by itself: one that is replaced while a service is away for a moment must not take the site down.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from kennisplatform import veilig
from kennisplatform.kamers import gebracht

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Startvraag:
    """`kijk()` answers '' or one Dutch sentence: what is the matter, and what to do."""

    naam: str
    kijk: Callable[[], str]
    gaat_over: bool = False  # a service that is away comes back
    duur: bool = False  # takes seconds


def bezwaren(*, webproces: bool = False) -> list[str]:
    """Why this site may not start, or (in a web process) may not go on."""
    vragen = [v for v in gebracht(Startvraag) if not (webproces and (v.gaat_over or v.duur))]
    return [zin for vraag in vragen if (zin := _kijk(vraag, webproces=webproces))]


def _kijk(vraag: Startvraag, *, webproces: bool) -> str:
    try:
        return vraag.kijk()
    except Exception as fout:
        log.warning("start: %s could not be asked: %s", vraag.naam, type(fout).__name__)
        # What can't be asked has a question of its own that says why (a database that is away).
        return "" if webproces else f"{vraag.naam}: niet na te gaan ({type(fout).__name__}); zie het log"


def weiger_in_webproces() -> None:
    """Raises ImproperlyConfigured with all of it. Called when a web process starts."""
    veilig.weiger_onveilig()
    veilig.weiger(bezwaren(webproces=True))
