"""Two pages become one: what somebody asked another neighbourhood about the one is about the other."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.paginasporen import spoor_van
from leernetwerk.contact.models import Contactverzoek


def _zin(n: int) -> str:
    tekst = ngettext("%(n)s vraag om contact gaat mee.", "%(n)s vragen om contact gaan mee.", n)
    return tekst % {"n": n}


SPOOR = spoor_van(Contactverzoek, "pagina", _zin)
