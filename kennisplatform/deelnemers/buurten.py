"""Changes of a neighbourhood's own record."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Logregel


def vergrendel(buurt: Buurt) -> Buurt:
    """The record as it stands now, kept from others until the transaction ends.

    Decide on what this gives, never on the record that was read before: while we waited here it may have gone up in another.
    """
    return Buurt.objects.select_for_update().get(pk=buurt.pk)


@transaction.atomic
def zet_fase(*, buurt: Buurt, fase: Fase, door: Gebruiker) -> None:
    if buurt.fase == fase:
        return
    buurt.fase = fase
    buurt.save(update_fields=["fase"])
    noteer(Logregel.Soort.BUURT, _("zette de fase op %(fase)s") % {"fase": fase.label}, buurt=buurt, door=door)
