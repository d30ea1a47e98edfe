"""A plan as a tantivy query."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

import tantivy
from tantivy import FieldType, Occur, Query

from ..antwoord.knopen import AllOf, BestOf, Knoop, Term
from ..antwoord.telling import SOORT


def naar_query(schema: tantivy.Schema, knoop: Knoop) -> Query:
    if isinstance(knoop, Term):
        kern = Query.term_query(schema, knoop.veld, knoop.tekst, "freq")
    else:
        delen = [naar_query(schema, deel) for deel in knoop.delen]
        if isinstance(knoop, BestOf):
            kern = Query.disjunction_max_query(delen, knoop.tie)
        else:
            hoe = Occur.Must if isinstance(knoop, AllOf) else Occur.Should
            kern = Query.boolean_query([(hoe, deel) for deel in delen])
    return kern if knoop.gewicht == 1.0 else Query.boost_query(kern, knoop.gewicht)


def zonder_score(query: Query) -> Query:
    """A filter decides who is in, not who is first."""
    return Query.const_score_query(query, 0.0)


def verlopen_nu(schema: tantivy.Schema) -> Query:
    return Query.range_query(schema, "verloopt", FieldType.Unsigned, 1, int(time.time()))


def zichtbaar(schema: tantivy.Schema, talen: Iterable[str], vertaald: list[int]) -> list[tuple[Occur, Query]]:
    """Clauses: in one of these languages, not expired by now, and not one of these translated groups."""
    uit = [
        (Occur.Must, zonder_score(Query.term_set_query(schema, "taal", list(talen)))),
        (Occur.MustNot, verlopen_nu(schema)),
    ]
    if vertaald:
        uit.append((Occur.MustNot, Query.term_set_query(schema, "groep", vertaald)))
    return uit


def filterdelen(schema: tantivy.Schema, gekozen: Mapping[str, frozenset[str]]) -> list[tuple[Occur, Query]]:
    """One clause per facet: any of its chosen values."""
    return [
        (Occur.Must, zonder_score(Query.term_set_query(schema, veldnaam(naam), _schoon(waarden))))
        for naam, waarden in gekozen.items()
    ]


def _schoon(waarden: Iterable[str]) -> list[str]:
    """A lone surrogate is no text for an engine; it finds nothing, as any unknown value."""
    return sorted(waarde.encode("utf-8", "replace").decode() for waarde in waarden)


def veldnaam(facet: str) -> str:
    return "soort" if facet == SOORT else f"facet.{facet}"
