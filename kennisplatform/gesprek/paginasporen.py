"""Two pages become one: what people asked and answered below the one stands below the other."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.paginasporen import spoor_van
from kennisplatform.gesprek.models import Bijdrage


def _zin(n: int) -> str:
    tekst = ngettext("%(n)s bericht uit het gesprek gaat mee.", "%(n)s berichten uit het gesprek gaan mee.", n)
    return tekst % {"n": n}


SPOOR = spoor_van(Bijdrage, "pagina", _zin)
