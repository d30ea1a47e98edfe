"""What is written all day inside a network, kept all the same: by what stands there, and not by what was told.

`stand` makes a mark of the rows that are shown, of plain values and with all their fields: a tenth of the work of drawing
them. Another value is another drawing. What a row does not hold (a page, a term) is noted as in every drawing. Whoever
forgets a table in the mark keeps nothing (tabellen.gelezen): slow, not wrong. Who may see what is asked before, every time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import DateTimeField, Model, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from kennisplatform.tekening.notitie import gedekt, maak_onhoudbaar
from kennisplatform.tekening.stukken import gedeeld
from kennisplatform.tekening.tabellen import meegelezen


def op_stand(naam: str, stand: Callable[[], str], request: HttpRequest, teken: Callable[[str], str]) -> SafeString:
    """`naam`: what it is, and everything of a reader that it hangs on, such as whether they may write. `teken(key)` draws it
    with that key in its forms, and reads what it needs.
    """
    with meegelezen() as tabellen:
        merk = stand()

    def zolang_het_stond(sleutel: str) -> str:
        with gedekt(frozenset(tabellen)):
            html = teken(sleutel)
            if stand() != merk:  # written while it was read: right for now, and under the wrong mark
                maak_onhoudbaar()
        return html

    # What our own templates drew, with everything in it escaped there.
    return mark_safe(gedeeld(f"stand:{naam}:{get_language()}:{merk}", request, zolang_het_stond))


def rijen_van(model: type[Model], waar: str, waarde: int, *erbij: str, zonder: tuple[str, ...] = ()) -> list[Any]:
    """The rows of which `waar` (a relation) is that key: all own fields but `zonder`, and `erbij` of what they point at, as
    the database has them. For a mark and for nothing else: amounts are no Decimals here and moments no dates.
    """
    with connection.cursor() as cursor:
        cursor.execute(_vraag(model, waar, erbij, zonder, connection.vendor), [waarde] if waar else [])
        return cursor.fetchall()


@lru_cache(maxsize=64)
def _vraag(model: type[Model], waar: str, erbij: tuple[str, ...], zonder: tuple[str, ...], soort: str) -> str:
    """Written once: making the text of a query costs more than asking it. `soort`: of database."""
    eigen = [veld for veld in model._meta.concrete_fields if veld.attname not in zonder]
    velden = [Cast(v.attname, TextField()) if isinstance(v, DateTimeField) else v.attname for v in eigen]
    rij = model._default_manager.filter(**{waar: 0} if waar else {}).order_by("pk").values_list(*velden, *erbij)
    sql, params = rij.query.sql_with_params()
    assert params == ((0,) if waar else ()), params
    return sql
