"""What is written all day inside a network, kept all the same: by what stands there, and not by what was told.

`stand` makes a mark of the rows that are shown, of plain values and with all their fields: a tenth of the work of drawing
them. Another value is another drawing. What a row does not hold (a page, a term) is noted as in every drawing. Whoever
forgets a table in the mark keeps nothing (tabellen.gelezen): slow, not wrong. Who may see what is asked before, every time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from django.db import connection
from django.db.models import DateTimeField, IntegerField, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONArray
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from kennisplatform.kamers import gebracht
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.notitie import gedekt, maak_onhoudbaar
from kennisplatform.tekening.stukken import gedeeld_vel
from kennisplatform.tekening.tabellen import meegelezen

VREEMD: Final = -713_001  # a key that nothing has: where it stands in the text of a query, the real one comes


@dataclass(frozen=True)
class Opstand:
    """Rows that a page shows of a table, and that a room knows of. `van`: of which page. `rijen(key of its thing)`: every row
    that is shown, in a text that is the same all day; of a list of things it gets their keys. `velden`: what is shown of
    them, all own fields when left out.
    """

    van: str
    model: type[Model]
    rijen: Callable[[Any], QuerySet[Any]]
    velden: tuple[str, ...] = ()

    def vraag(self, nummer: int, sleutel: int | Sequence[int]) -> QuerySet[Any]:
        velden = self.velden or tuple(veld.attname for veld in self.model._meta.concrete_fields)
        rij = JSONArray(Value(nummer, output_field=IntegerField()), *velden)
        return self.rijen(sleutel).order_by().values_list(Cast(rij, TextField()))


def op_stand(
    naam: str,
    stand: Callable[[], str],
    request: HttpRequest,
    teken: Callable[[str], str],
    geheel: frozenset[str] = frozenset(),
) -> bytes:
    """`naam`: what it is, and everything of a reader that it hangs on, such as whether they may write. `teken(key)` draws it
    with that key in its forms, and reads what it needs. `geheel`: tables of which the mark holds all that is shown. For
    `vel_om` (stukken.py), which puts it into its page.
    """
    with meegelezen() as tabellen:
        merk = stand()

    def zolang_het_stond(sleutel: str) -> str:
        with gedekt(frozenset(tabellen), geheel):
            html = teken(sleutel)
            if stand() != merk:  # written while it was read: right for now, and under the wrong mark
                maak_onhoudbaar()
        return html

    return gedeeld_vel(f"stand:{naam}:{get_language()}:{merk}", request, zolang_het_stond)


def van_kamers(
    van: str, sleutel: int, request: HttpRequest, teken: Callable[[str], str], *, naam: str, erbij: str = ""
) -> bytes:
    """A page of which many rooms show something: its mark is one query over the rows that each of them brought (`Opstand`).
    `naam` as in `op_stand`; `erbij`: a mark of what else it shows, such as the record in its address.
    """
    return op_stand(
        f"{van}:{sleutel}:{naam}", lambda: erbij + _merk_van(van, sleutel), request, teken, tabellen_van(van)
    )


def merk_van_velen(van: str, sleutels: Sequence[int]) -> str:
    """The same mark of a list of things: one query, whose text is written once for so many."""
    plekken = tuple(VREEMD - nummer for nummer in range(len(sleutels)))
    return _merk(van, dict(zip(plekken, sleutels, strict=True)), plekken) if plekken else ""


def _merk_van(van: str, sleutel: int) -> str:
    return _merk(van, {VREEMD: sleutel}, VREEMD)


def _merk(van: str, sleutels: Mapping[Any, int], plek: int | tuple[int, ...]) -> str:
    sql, params = _samen(van, plek, connection.vendor, timezone.localdate().toordinal())
    with connection.cursor() as cursor:
        cursor.execute(sql, [sleutels.get(param, param) for param in params])
        return afdruk(*sorted(rij for (rij,) in cursor.fetchall()))


@cache
def tabellen_van(van: str) -> frozenset[str]:
    return frozenset(opstand.model._meta.db_table for opstand in gebracht(Opstand) if opstand.van == van)


@lru_cache(maxsize=64)
def _samen(van: str, plek: int | tuple[int, ...], soort: str, dag: int) -> tuple[str, tuple[Any, ...]]:
    """Written once a day. `soort`: of database; `dag`: rows may be those of today and later."""
    eerste, *rest = (
        opstand.vraag(nummer, plek)
        for nummer, opstand in enumerate(deel for deel in gebracht(Opstand) if deel.van == van)
    )
    sql, params = eerste.union(*rest, all=True).query.sql_with_params()
    return sql, tuple(params)


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
