"""The admin's own search, in the database. It filters as the database can: Wagtail's refuses every filter that a cluster
would need a field for, so that a list with a filter and a word together was a fault.
"""

from __future__ import annotations

from typing import Any

from wagtail.search.backends import database


def SearchBackend(params: dict[str, Any]) -> Any:
    motor = database.SearchBackend(params)
    for naam in ("query_compiler_class", "autocomplete_query_compiler_class"):
        setattr(motor, naam, _zonder_keuring(getattr(motor, naam)))
    return motor


def _zonder_keuring(klas: type) -> type:
    return type(klas.__name__, (klas,), {"check": lambda self: None})
