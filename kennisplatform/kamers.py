"""What a room brings to the others: the list `BRENGT` in its own `kamer.py`, read once when the site starts.

A room that receives something has a small frozen class for it, which says what it needs and checks it; the rooms on top
put objects of that class in their list, and the receiver asks `gebracht(Class)`. So an arrow always points down, and
to add to another room is always the same. See 'A room' in docs/nog-een.md.

Order: that of INSTALLED_APPS and then of the list. Where something else must come first, the object says so in `na`:
the names of others of its class.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import is_dataclass
from importlib import import_module
from typing import Any, Final, TypeVar

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import module_has_submodule

T = TypeVar("T")

BESTAND: Final = "kamer"

_gebracht: dict[type, tuple[Any, ...]] = {}


def gebracht(klasse: type[T]) -> tuple[T, ...]:
    """What the rooms brought of this class, in order."""
    return _gebracht.get(klasse, ())


def lees() -> None:
    """Called by an app that is ready. Raises ImproperlyConfigured with the file and what to do about it."""
    verzameld: dict[type, list[Any]] = defaultdict(list)
    for config in apps.get_app_configs():
        if config.module and module_has_submodule(config.module, BESTAND):
            for ding in _dingen_van(f"{config.name}.{BESTAND}"):
                verzameld[type(ding)].append(ding)
    _gebracht.clear()
    _gebracht.update({klasse: tuple(op_volgorde(dingen)) for klasse, dingen in verzameld.items()})


def _dingen_van(module: str) -> Iterable[Any]:
    brengt = getattr(import_module(module), "BRENGT", None)
    if not isinstance(brengt, list):
        raise ImproperlyConfigured(f"{module} has no list BRENGT: what this room brings to the others.")
    for nummer, ding in enumerate(brengt, start=1):
        if not is_dataclass(ding) or isinstance(ding, type):
            raise ImproperlyConfigured(
                f"{module}: thing {nummer} of BRENGT is {ding!r}; it must be an object of a class that another room "
                "receives, such as Nachtwerk(...)."
            )
    return brengt


def op_volgorde(dingen: list[Any]) -> list[Any]:
    """As they came, but each after what it names in `na`."""
    namen = [ding.naam for ding in dingen if hasattr(ding, "naam")]
    if dubbel := {str(naam) for naam in namen if namen.count(naam) > 1}:
        raise ImproperlyConfigured(
            f"{_soort(dingen)}: two are called {', '.join(sorted(dubbel))}; give one another name."
        )
    for ding in dingen:
        if onbekend := set(getattr(ding, "na", ())) - set(namen):
            raise ImproperlyConfigured(f"{_soort(dingen)}: {ding.naam!r} comes after {onbekend}, which nobody brings.")
    uit: list[Any] = []
    wacht = list(dingen)
    while wacht:
        klaar = {getattr(ding, "naam", None) for ding in uit}
        volgende = next((ding for ding in wacht if set(getattr(ding, "na", ())) <= klaar), None)
        if volgende is None:
            raise ImproperlyConfigured(f"{_soort(dingen)}: {[d.naam for d in wacht]} wait for each other in `na`.")
        uit.append(volgende)
        wacht.remove(volgende)
    return uit


def _soort(dingen: list[Any]) -> str:
    return type(dingen[0]).__name__
