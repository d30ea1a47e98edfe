"""Two pages of the menu become one: examples that worked with the one worked with the other."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.paginasporen import spoor_van
from leernetwerk.models import Toepassing


def _zin(n: int) -> str:
    tekst = ngettext("%(n)s praktijkvoorbeeld gaat mee.", "%(n)s praktijkvoorbeelden gaan mee.", n)
    return tekst % {"n": n}


SPOOR = spoor_van(Toepassing, "pagina", _zin)
