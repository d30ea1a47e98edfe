"""Two pages become one: what stood on top for a query is the other one."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.paginasporen import spoor_van
from kennisplatform.vinden.models import Vastgezet


def _zin(n: int) -> str:
    tekst = ngettext(
        "Bij %(n)s zoekvraag stond zij bovenaan: daar staat dan de andere.",
        "Bij %(n)s zoekvragen stond zij bovenaan: daar staat dan de andere.",
        n,
    )
    return tekst % {"n": n}


SPOOR = spoor_van(Vastgezet, "pagina", _zin)
