"""Two pages become one: who followed the one follows the other, and what happened to it is read there."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.paginasporen import Paginaspoor, Paginawissel
from kennisplatform.tekening.journaal import veranderd
from kennisplatform.volgen.lijst import van_wie
from kennisplatform.volgen.models import Gebeurtenis, Volg
from kennisplatform.volgen.soorten import PAGINA


def _volgers(wissel: Paginawissel) -> dict[int, int]:
    """Who → which page they follow then. Somebody may have followed two languages of it."""
    rij = Volg.objects.filter(soort=PAGINA, sleutel__in=[str(pk) for pk in wissel.per_pk])
    return {wie: wissel.per_pk[int(sleutel)] for wie, sleutel in rij.values_list("persoon", "sleutel")}


def _kijk(wissel: Paginawissel) -> list[str]:
    n = len(_volgers(wissel))
    tekst = ngettext("%(n)s mens volgt dan de andere.", "%(n)s mensen volgen dan de andere.", n)
    return [tekst % {"n": n}] if n else []


def _doe(wissel: Paginawissel) -> None:
    volgers = _volgers(wissel)
    Volg.objects.bulk_create(
        [Volg(persoon_id=wie, soort=PAGINA, sleutel=str(pk)) for wie, pk in volgers.items()], ignore_conflicts=True
    )
    Volg.objects.filter(soort=PAGINA, sleutel__in=[str(pk) for pk in wissel.per_pk]).delete()
    for van, naar in wissel.per_pk.items():
        Gebeurtenis.objects.filter(pagina=van).update(pagina=naar)  # its address leads on
    veranderd(*(van_wie(pk) for pk in volgers))


SPOOR = Paginaspoor("wie het volgt", _kijk, _doe, ("volgen.Gebeurtenis.pagina",))
