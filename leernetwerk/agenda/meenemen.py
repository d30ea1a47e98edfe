"""A neighbourhood is split or merged: what it plans and who speaks for it go along. What took place stays where it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kennisplatform.basis.paginacache import verhoog_versie
from kennisplatform.deelnemers.models import Buurt
from leernetwerk.agenda.models import Bijeenkomst, Ervaringsdeskundige


def neem_mee(*, van: Sequence[Buurt], naar: Sequence[Buurt], **_kwargs: Any) -> None:
    """In the caller's transaction. To the first of the new ones: a meeting has one address, a consent one network."""
    for bijeenkomst in Bijeenkomst.objects.komend().filter(buurt__in=van):
        bijeenkomst.buurt = naar[0]
        bijeenkomst.save(update_fields=["buurt"])  # one by one: search listens to each
    Ervaringsdeskundige.objects.filter(buurt__in=van).update(buurt=naar[0])
    verhoog_versie()


def neem_terug(*, van: Sequence[Buurt], naar: Sequence[Buurt], **_kwargs: Any) -> None:
    """The division is undone: what is planned goes to the first of the old ones."""
    neem_mee(van=naar, naar=van)
