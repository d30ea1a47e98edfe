"""A plan as an Elasticsearch query."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

from elasticsearch_dsl import Q
from elasticsearch_dsl.query import Query

from ..antwoord.knopen import AllOf, BestOf, Knoop, Term
from .elasticsearch_schema import facetwaarde


def naar_q(knoop: Knoop) -> Query:
    if isinstance(knoop, Term):
        return Q("term", **{knoop.veld: {"value": knoop.tekst, "boost": knoop.gewicht}})
    delen = [naar_q(deel) for deel in knoop.delen]
    if isinstance(knoop, BestOf):
        return Q("dis_max", queries=delen, tie_breaker=knoop.tie, boost=knoop.gewicht)
    if isinstance(knoop, AllOf):
        return Q("bool", must=delen, boost=knoop.gewicht)
    return Q("bool", should=delen, minimum_should_match=1, boost=knoop.gewicht)


def zichtbaar(talen: Iterable[str], vertaald: Iterable[int] = ()) -> Query:
    """In one of these languages, not expired by now, and not one of these translated groups."""
    niet = [Q("range", verloopt={"gte": 1, "lte": int(time.time())})]
    if vertaald := list(vertaald):
        niet.append(Q("terms", groep=vertaald))
    return Q("bool", filter=[Q("terms", taal=list(talen))], must_not=niet)


def filterdelen(gekozen: Mapping[str, frozenset[str]]) -> list[Query]:
    """One clause per facet: any of its chosen values."""
    return [Q("terms", facet=sorted(facetwaarde(n, w) for w in waarden)) for n, waarden in gekozen.items()]


def samen(score: Query | None, *filters: Query) -> Query:
    """What must match and counts for the score, and what only decides who is in."""
    return Q("bool", must=[score] if score else [], filter=list(filters))


def begint_met(begin: str) -> str:
    """A regular expression of Lucene's own kind for `include`; only letters and digits go through unescaped."""
    return "".join(t if t.isalnum() else f"\\{t}" for t in begin) + ".*"
