"""Words of the rules. Two thousand plans ask for the same twenty sentences: each is looked up once a language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as zoek_op

_taal: ContextVar[str | None] = ContextVar("taal_van_de_regels", default=None)


@lru_cache(maxsize=512)
def _in_taal(_taal: str, tekst: str) -> str:
    return zoek_op(tekst)


@contextmanager
def een_taal() -> Iterator[None]:
    """Within, all is said in the language of now: asking which that is costs more than the sentence."""
    eerder = _taal.set(get_language() or "")
    try:
        yield
    finally:
        _taal.reset(eerder)


def gettext(tekst: str) -> str:
    taal = _taal.get()
    return _in_taal((get_language() or "") if taal is None else taal, tekst)
