"""The phase of a neighbourhood follows from its work, and only goes on; the team corrects it, with a reason."""

from __future__ import annotations

from typing import Final

from kennisplatform.deelnemers.buurten import zet_fase
from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker

ORDE: Final = list(Fase.values)


def werk_fase_bij(*, buurt: Buurt, fase: Fase, door: Gebruiker) -> None:
    """In the caller's transaction. A phase that was told ('opgegeven') stands until work passes it."""
    if ORDE.index(fase) > ORDE.index(buurt.fase):
        zet_fase(buurt=buurt, fase=fase, door=door)
