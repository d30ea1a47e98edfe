"""Verbs of a neighbourhood's own pathway. Whatever changes takes the approval away: somebody must look at it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.buurten import vergrendel, vergrendel_met_buurt
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from zorgpaden.lokaal import kern
from zorgpaden.lokaal.models import Buurtnummer, Buurtpad, Stapafspraak


@transaction.atomic
def begin(*, buurt: Buurt, pagina: Any, door: Gebruiker) -> Buurtpad:
    """Pressed twice: the one that is there."""
    vergrendel(buurt)
    velden = {"naam": pagina.title, "kern": kern.stappen(pagina), "door": door}
    return Buurtpad.objects.get_or_create(buurt=buurt, pagina_id=pagina.pk, defaults=velden)[0]


@transaction.atomic
def bewaar(
    *,
    pad: Buurtpad,
    afspraken: Mapping[str, Mapping[str, Any]],
    nummers: Sequence[Mapping[str, str]],
    door: Gebruiker,
) -> None:
    """`afspraken`: step → fields. Only steps that are given are touched, so two people may each write at another."""
    nu = vergrendel_met_buurt(pad)
    stappen = {stap["sleutel"] for stap in nu.kern}
    for stap, velden in afspraken.items():
        if stap in stappen:
            Stapafspraak.objects.update_or_create(pad=nu, stap=stap, defaults=dict(velden))
    Buurtnummer.objects.filter(pad=nu).delete()
    Buurtnummer.objects.bulk_create(Buurtnummer(pad=nu, **rij) for rij in nummers)  # cleaned by the form
    _gewijzigd(nu, door)


@transaction.atomic
def neem_over(*, pad: Buurtpad, pagina: Any, stap: str, door: Gebruiker) -> None:
    """The core's words of this step, in place of those that the variant was made from."""
    nu = vergrendel_met_buurt(pad)
    nu.kern = kern.neem_over(nu.kern, kern.stappen(pagina), stap)
    nu.gelaten.pop(stap, None)
    _gewijzigd(nu, door)


@transaction.atomic
def laat(*, pad: Buurtpad, pagina: Any, stap: str, door: Gebruiker) -> None:
    """Keep what stands here. A next change of the core is shown again."""
    nu = vergrendel_met_buurt(pad)
    stappen = {s["sleutel"]: s for s in kern.stappen(pagina)}
    nu.gelaten[stap] = kern.merk(stappen.get(stap))
    nu.save(update_fields=["gelaten", "gewijzigd"])


@transaction.atomic
def keur_goed(*, pad: Buurtpad, door: Gebruiker, gezien: str = "") -> bool:
    """`gezien`: the mark of what was read. False: something else stands there by now, which nobody approved."""
    nu = vergrendel_met_buurt(pad)
    if gezien and gezien != nu.merk:
        return False
    nu.goedgekeurd_op, nu.goedgekeurd_door = timezone.localdate(), door
    nu.save(update_fields=["goedgekeurd_op", "goedgekeurd_door", "gewijzigd"])
    return True


@transaction.atomic
def maak_openbaar(*, pad: Buurtpad, openbaar: bool, door: Gebruiker) -> None:
    nu = vergrendel_met_buurt(pad)
    nu.openbaar = openbaar
    nu.save(update_fields=["openbaar", "gewijzigd"])


@transaction.atomic
def haal_weg(*, pad: Buurtpad) -> None:
    """With its numbers and agreements; the national pathway stays what it is."""
    vergrendel_met_buurt(pad).delete()


def _gewijzigd(pad: Buurtpad, door: Gebruiker) -> None:
    pad.goedgekeurd_op, pad.goedgekeurd_door, pad.door = None, None, door
    pad.save()
