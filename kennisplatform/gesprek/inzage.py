"""Staff who read what a network wrote for itself leave a line in its log, wherever they met it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.logboek import noteer_inzage
from kennisplatform.deelnemers.positie import alleen_als_medewerker
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.gesprek.lezen import Draad
from kennisplatform.gesprek.models import Bijdrage


def noteer(wie: Any, bijdragen: Iterable[Bijdrage]) -> None:
    """One line a network, however much stands there. No query for whoever reads what is for everybody."""
    buurten = {
        b.buurt
        for b in bijdragen
        if b.zichtbaarheid == Zichtbaarheid.EIGEN and b.buurt is not None and alleen_als_medewerker(wie, Doe.ZIEN, b)
    }
    for buurt in sorted(buurten, key=lambda b: b.pk):
        noteer_inzage(wie=wie, buurt=buurt, soort="bijdrage")


def noteer_draden(wie: Any, draden: Iterable[Draad]) -> None:
    noteer(wie, (b for draad in draden for b in (draad.eerste, *draad.antwoorden)))
