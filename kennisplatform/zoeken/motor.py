"""Which engine answers here, and which are kept up to date: by the settings.

ZOEK = {
    "MAP": "/var/…/zoek",   # tantivy: folder on a local disk; default <BASE_DIR>/var/zoekindex
    "URL": "",              # elasticsearch, addresses with commas; '' = the embedded engine alone
    "INDEX": "kennisplatform",  # elasticsearch: what the names of the indexes begin with
    "SCHERVEN": 1,          # elasticsearch: shards of a new build
    "KOPIEEN": None,        # elasticsearch: replicas of a new build; None: one as soon as there is a second node
    "ANTWOORD_S": 0.9,      # elasticsearch: seconds that a reader waits for it; then the embedded engine answers
    "SLOT_S": 60,           # elasticsearch: seconds after which the lock of a writer that died is free again
    "DIRECT": "meteen",     # who drains the outbox after a commit: 'meteen' on the spot, 'draad' beside the request, 'nee'
    "HERSTEL": True,        # rebuild a missing or damaged index by itself, in a process of its own
}
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .poort import Motor, Zoeker

if TYPE_CHECKING:
    from .motoren.tantivy import TantivyMotor
    from .reserve import MetReserve


def instelling(naam: str, standaard: Any = None) -> Any:
    return getattr(settings, "ZOEK", {}).get(naam, standaard)


def _map() -> Path:
    if gekozen := instelling("MAP"):
        return Path(gekozen)
    basis = getattr(settings, "BASE_DIR", None)
    if basis is None:
        raise ImproperlyConfigured("ZOEK['MAP'] or BASE_DIR must say where the search index lives")
    return Path(basis) / "var" / "zoekindex"


# Imported where they are made: a site on one engine need not have the other installed.


@lru_cache(maxsize=4)
def _tantivy(plek: str) -> TantivyMotor:
    from .motoren.tantivy import TantivyMotor  # noqa: PLC0415  only the engine that is used

    return TantivyMotor(Path(plek))


@lru_cache(maxsize=4)
def _cluster(url: str, naam: str, maat: tuple[tuple[str, Any], ...], plek: str) -> MetReserve:
    from .motoren.elasticsearch import ElasticMotor  # noqa: PLC0415  only the engine that is used
    from .reserve import MetReserve  # noqa: PLC0415  it needs both

    return MetReserve(ElasticMotor(url, naam, dict(maat)), _tantivy(plek))


def motor() -> Zoeker:
    """The engine that answers, one per process and setting."""
    if url := str(instelling("URL", "")):
        maat = {"number_of_shards": instelling("SCHERVEN", 1), "number_of_replicas": instelling("KOPIEEN")}
        maat |= {"slot_s": instelling("SLOT_S", 60), "antwoord_s": instelling("ANTWOORD_S", 0.9)}
        return _cluster(url, str(instelling("INDEX", "kennisplatform")), tuple(maat.items()), str(_map()))
    return _tantivy(str(_map()))


def motoren() -> tuple[Motor, ...]:
    """The engines that are kept up to date: the one that answers, and the one behind it."""
    if instelling("URL", ""):
        return cast("MetReserve", motor()).delen
    return (_tantivy(str(_map())),)


def kent_woord(woord: str) -> bool:
    """Does a document that can be found hold this word? Asked of the embedded engine: it is always near."""
    return _tantivy(str(_map())).kent(woord)


def toestand() -> dict[str, str]:
    """For readyz: per engine 'ok', or 'weg' when it does not answer with an index of this make."""
    return {motor.naam: "ok" if motor.gezond() else "weg" for motor in motoren()}
