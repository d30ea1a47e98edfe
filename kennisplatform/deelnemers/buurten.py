"""Changes of a neighbourhood's own record."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel

M = TypeVar("M", bound=Model)


def vergrendel(buurt: Buurt) -> Buurt:
    """The record as it stands now, kept from others until the transaction ends.

    Decide on what this gives, never on the record that was read before: while we waited here it may have gone up in another.
    """
    return Buurt.objects.select_for_update().get(pk=buurt.pk)


def mijn_buurten(wie: int) -> QuerySet[Any]:
    """Keys of neighbourhoods in which this person is today, inside another query."""
    return Lidmaatschap.objects.lopend().filter(persoon=wie).order_by().values("buurt")


class _Verhuisd(Exception):
    """Went along with a split or merge, or back, while we waited for its neighbourhood."""


def vergrendel_met_buurt(ding: M, *erbij: str) -> M:
    """A thing of a neighbourhood as it stands now, kept from others; inside a transaction. `erbij`: relations to fetch.

    Its neighbourhood first, as a split or merge takes them: the other way round two would each hold what the other waits
    for. Where it turns out to have moved, that lock is let go of (a savepoint does) before the right one is taken.
    """
    rij = type(ding)._default_manager.filter(pk=ding.pk)
    while True:
        try:
            with transaction.atomic():
                plek = Buurt.objects.select_for_update().get(pk=rij.values_list("buurt", flat=True).get())
                vers = rij.select_for_update(of=("self",)).select_related("buurt", *erbij).get()
                if vers.buurt_id != plek.pk:  # type: ignore[attr-defined]  # what has a `buurt` has its key
                    raise _Verhuisd
                return vers
        except _Verhuisd:
            continue


@transaction.atomic
def zet_fase(*, buurt: Buurt, fase: Fase, door: Gebruiker, reden: str = "") -> None:
    """`reden`: of a correction by the team; a phase that follows from the work needs none."""
    if buurt.fase == fase:
        return
    buurt.fase = fase
    buurt.save(update_fields=["fase"])
    tekst = _("zette de fase op %(fase)s") % {"fase": fase.label}
    noteer(Logregel.Soort.BUURT, f"{tekst}: {reden}" if reden else tekst, buurt=buurt, door=door)
