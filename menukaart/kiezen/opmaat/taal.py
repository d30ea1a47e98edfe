"""Words of the rules. Two thousand plans ask for the same twenty sentences: each is looked up once a language."""

from __future__ import annotations

from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as zoek_op


@lru_cache(maxsize=512)
def _in_taal(_taal: str, tekst: str) -> str:
    return zoek_op(tekst)


def gettext(tekst: str) -> str:
    return _in_taal(get_language() or "", tekst)
