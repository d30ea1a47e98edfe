"""Two pages of the menu become one: activities of plans that came from the one are of the other."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.paginasporen import spoor_van
from menukaart.plan.models import Planactiviteit


def _zin(n: int) -> str:
    tekst = ngettext(
        "%(n)s activiteit in een buurtplan hoort dan bij de andere. Wat getekend is, verandert niet.",
        "%(n)s activiteiten in buurtplannen horen dan bij de andere. Wat getekend is, verandert niet.",
        n,
    )
    return tekst % {"n": n}


SPOOR = spoor_van(Planactiviteit, "keuze", _zin)
