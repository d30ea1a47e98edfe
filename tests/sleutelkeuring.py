"""After each test Django looks whether every foreign key still leads somewhere, through the whole filled site: ten
milliseconds each, a tenth of the suite. Here it looks at the tables that were written, and at those that point at them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from kennisplatform.tekening.tabellen import SCHRIJFT


def keur_wat_geschreven_is(connection: BaseDatabaseWrapper) -> None:
    """For SQLite; a server checks by itself when a transaction ends."""
    geschreven: set[str] = set()
    wijzen_naar = _wijzen_naar()
    keur = connection.check_constraints

    def luister(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if gevonden := SCHRIJFT.match(sql):
            geschreven.add(gevonden[1])
        return execute(sql, params, many, context)

    def keur_die(table_names: Any = None) -> None:
        te_keuren = set(geschreven).union(*(wijzen_naar[naam] for naam in geschreven))
        geschreven.clear()
        keur(sorted(te_keuren) if table_names is None else table_names)

    connection.execute_wrappers.append(luister)
    connection.check_constraints = keur_die  # type: ignore[method-assign]


def _wijzen_naar() -> dict[str, set[str]]:
    """Table → those with a foreign key to it."""
    uit: dict[str, set[str]] = defaultdict(set)
    for model in apps.get_models(include_auto_created=True):
        for veld in model._meta.local_concrete_fields:
            if veld.remote_field is not None:
                uit[veld.remote_field.model._meta.db_table].add(model._meta.db_table)
    return uit
