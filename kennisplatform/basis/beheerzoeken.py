"""The admin's own search, in the database. It filters as the database can: Wagtail's refuses every filter that a cluster
would need a field for, so that a list with a filter and a word together was a fault. And it reads whatever is typed.
"""

from __future__ import annotations

from typing import Any, Final

from modelsearch.query import MATCH_ALL, And, Boost, Not, Or
from wagtail.search.backends import database

WOORDEN: Final = 40  # of a question; each word more is a step deeper, and a thousand are more than Python takes


def SearchBackend(params: dict[str, Any]) -> Any:
    motor = database.SearchBackend(params)
    for naam in ("query_compiler_class", "autocomplete_query_compiler_class"):
        setattr(motor, naam, _eigen(getattr(motor, naam)))
    return motor


def _eigen(klas: type) -> Any:
    class Eigen(klas):
        query: Any

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.query = _leesbaar(self.query) or MATCH_ALL

        def check(self) -> None:
            """What the database can filter and sort, may be."""

    return Eigen


def _leesbaar(vraag: Any) -> Any:
    """A quotation mark inside a word ends the word for SQLite, and what follows is a fault in its grammar. None where
    nothing is left to search for.
    """
    if isinstance(getattr(vraag, "query_string", None), str):
        vraag.query_string = " ".join(vraag.query_string.replace('"', " ").split()[:WOORDEN])
        return vraag if vraag.query_string else None
    if isinstance(vraag, And | Or):
        vraag.subqueries = [deel for deel in map(_leesbaar, vraag.subqueries) if deel is not None]
        return vraag.subqueries[0] if len(vraag.subqueries) == 1 else vraag if vraag.subqueries else None
    if isinstance(vraag, Boost | Not):
        vraag.subquery = _leesbaar(vraag.subquery)
        return vraag if vraag.subquery is not None else None
    return vraag
