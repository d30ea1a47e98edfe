"""Two pages of the menu become one: drafts of examples that name the one name the other."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.paginasporen import Paginaspoor, Paginawissel
from leernetwerk.delen.models import Inzending


def _kijk(wissel: Paginawissel) -> list[str]:
    n = Inzending.objects.filter(gebruikt__in=wissel.per_pk).distinct().count()
    tekst = ngettext("%(n)s verhaal van een schrijver gaat mee.", "%(n)s verhalen van schrijvers gaan mee.", n)
    return [tekst % {"n": n}] if n else []


def _doe(wissel: Paginawissel) -> None:
    for inzending in Inzending.objects.filter(gebruikt__in=wissel.per_pk).distinct():
        rij = inzending.gebruikt.values_list("pk", flat=True)
        inzending.gebruikt.set({wissel.per_pk.get(pk, pk) for pk in rij})


SPOOR = Paginaspoor("verhalen", _kijk, _doe, ("delen.Inzending.gebruikt",))
