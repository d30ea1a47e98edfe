"""Two pages become one: what readers said back about the one waits at the other, and their yes and no is added up."""

from __future__ import annotations

from django.utils.translation import ngettext

from kennisplatform.basis.paginasporen import spoor_van
from kennisplatform.terugmelding.models import Nuttigdag, Terugmelding


def _tel_op(gaat: Nuttigdag, staat: Nuttigdag) -> None:
    staat.ja, staat.nee = staat.ja + gaat.ja, staat.nee + gaat.nee
    staat.save(update_fields=["ja", "nee"])


def _meldingen(n: int) -> str:
    tekst = ngettext("%(n)s terugmelding van een lezer gaat mee.", "%(n)s terugmeldingen van lezers gaan mee.", n)
    return tekst % {"n": n}


def _dagen(n: int) -> str:
    tekst = ngettext(
        "‘Nuttig of niet’ van %(n)s dag wordt opgeteld.", "‘Nuttig of niet’ van %(n)s dagen wordt opgeteld.", n
    )
    return tekst % {"n": n}


BRENGT = [
    spoor_van(Terugmelding, "pagina", _meldingen),
    spoor_van(Nuttigdag, "pagina", _dagen, _tel_op),
]
