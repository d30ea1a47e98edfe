"""What may belong to a text: pages that the site's own search finds with its title, and terms that it names. A proposal beside
the form; nothing is filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from wagtail.models import Page

from kennisplatform.basis.models import Begrip
from kennisplatform.basis.models.begrippen import woordenboek
from kennisplatform.redactie.stukken import Onderdelen
from kennisplatform.redactie.zoekmotor import van_de_motor

TOON: Final = 5
KORTST: Final = 4  # letters: shorter labels are words of another kind


@dataclass(frozen=True)
class Tekstvoorstel:
    paginas: tuple[Page, ...] = ()
    begrippen: tuple[Begrip, ...] = ()


def voorstellen(pagina: Any, delen: Onderdelen, zichtbaar: QuerySet[Page]) -> Tekstvoorstel:
    """`zichtbaar`: pages that whoever looks may see."""
    if not pagina.title.strip() or not hasattr(pagina, "gerelateerd"):
        return Tekstvoorstel()
    return Tekstvoorstel(tuple(_paginas(pagina, delen, zichtbaar)), tuple(_begrippen(pagina, delen)))


def _paginas(pagina: Any, delen: Onderdelen, zichtbaar: QuerySet[Page]) -> list[Page]:
    genoemd = {pagina.pk, *(plek.wat for plek in delen.paginas)}
    gevonden, zwak = van_de_motor(pagina.title, Page)
    pks = [pk for pk in gevonden if pk not in genoemd][:TOON] if not zwak else []
    rijen = zichtbaar.filter(pk__in=pks).in_bulk() if pks else {}
    return [rijen[pk] for pk in pks if pk in rijen]


def _begrippen(pagina: Any, delen: Onderdelen) -> list[Begrip]:
    """In the order of the text; what was chosen already is no proposal."""
    tekst = " ".join([pagina.title, *(stuk.tekst for stuk in delen.stukken)]).casefold()
    gekozen = {begrip.pk for begrip in pagina.begrippen.all()}
    plekken = []
    for (soort, _code), begrip in woordenboek("nl").op_code.items():
        if soort not in pagina.begripsoorten or begrip.vervallen or begrip.pk in gekozen or len(begrip.label) < KORTST:
            continue
        if plek := re.search(rf"\b{re.escape(begrip.label.casefold())}\b", tekst):
            plekken.append((plek.start(), begrip.pk, begrip))
    return [begrip for _plek, _pk, begrip in sorted(plekken, key=lambda rij: rij[:2])[:TOON]]
