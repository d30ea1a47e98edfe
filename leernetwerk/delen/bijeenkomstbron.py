"""A meeting as the beginning of a practice example: what was taken home, by people who may change the meeting."""

from __future__ import annotations

from typing import Any

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.deelnemers.positie import mag, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe


def uit_bijeenkomst(pk: int, wie: Gebruiker) -> dict[str, Any]:
    """{} when there is no such meeting, or it is not this person's to tell about."""
    ding = zichtbaar_voor(Bijeenkomst.objects.filter(pk=pk), wie).first()
    if ding is None or not mag(wie, Doe.WIJZIGEN, ding):
        return {}
    return {"titel": ding.titel[:120], "aanpak": ding.omschrijving, "wat_werkte": ding.opbrengst}
