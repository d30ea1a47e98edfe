"""How the choices of a network stand. The road and the panel below it ask for the same page, so a record is asked once."""

from __future__ import annotations

from collections import Counter
from typing import Final

from kennisplatform.deelnemers.models import Buurt
from menukaart.kiezen.models import Keuze

_BEWAARD: Final = "_keuzestanden"


def standen_van(buurt: Buurt) -> Counter[str]:
    """{Keuzestand: how many}, as they are when this record is first asked."""
    bewaard: Counter[str] | None = getattr(buurt, _BEWAARD, None)
    if bewaard is None:
        bewaard = Counter(Keuze.objects.filter(buurt=buurt).values_list("stand", flat=True))
        setattr(buurt, _BEWAARD, bewaard)
    return bewaard
