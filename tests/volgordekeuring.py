"""Counting drops the order of a model without a word: a list then stands as the database likes. Said again, it stays."""

from __future__ import annotations

from typing import Any

from django.db.models.sql.compiler import SQLCompiler

ONS = ("kennisplatform.", "menukaart.", "zorgpaden.", "leernetwerk.")
_AS_SQL = SQLCompiler.as_sql


def _met_volgorde(self: SQLCompiler, *args: Any, **kwargs: Any) -> Any:
    uit = _AS_SQL(self, *args, **kwargs)
    verloren = self._meta_ordering and self.query.group_by and self.query.model.__module__.startswith(ONS)
    assert not verloren, f"{self.query.model.__name__} is counted and loses its order: say order_by() or which"
    return uit


def keur_volgorde() -> None:
    SQLCompiler.as_sql = _met_volgorde  # type: ignore[method-assign]
