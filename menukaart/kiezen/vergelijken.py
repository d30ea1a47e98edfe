"""Things side by side, in groups of rows; a spreadsheet of the same. Pure but for the pages that it is given."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from openpyxl import Workbook

from kennisplatform.basis.weging import RIJEN
from kennisplatform.tekst.uitgang import cel
from menukaart.kiezen.dingen import Weegding


@dataclass(frozen=True)
class Weegrij:
    naam: str
    cellen: tuple[tuple[str, ...], ...]  # lines per thing; none: not known

    @property
    def gelijk(self) -> bool:
        return len(set(self.cellen)) == 1

    @property
    def onbekend(self) -> bool:
        return not any(self.cellen)


@dataclass(frozen=True)
class Weeggroep:
    naam: str
    rijen: tuple[Weegrij, ...]


@dataclass(frozen=True)
class Weegbeeld:
    groepen: tuple[Weeggroep, ...]
    nergens: tuple[str, ...]  # rows of which nobody knows anything, said once
    verborgen: int  # rows that are the same everywhere, left out on request


def vergelijk(plannen: Sequence[Weegding], *, alleen_verschillen: bool = False) -> Weegbeeld:
    groepen, nergens, verborgen = [], [], 0
    for groepnaam, codes in RIJEN:
        rijen = []
        for code, naam in codes:
            rij = Weegrij(str(naam), tuple(plan.blad.get(code, ()) for plan in plannen))
            if rij.onbekend:
                nergens.append(rij.naam)
            elif alleen_verschillen and len(plannen) > 1 and rij.gelijk:
                verborgen += 1
            else:
                rijen.append(rij)
        if rijen:
            groepen.append(Weeggroep(str(groepnaam), tuple(rijen)))
    return Weegbeeld(tuple(groepen), tuple(dict.fromkeys(nergens)), verborgen)


def als_excel(plannen: Sequence[Weegding]) -> bytes:
    """Every row, also those that are the same everywhere; an unknown cell is empty."""
    boek = Workbook(write_only=True)
    blad = boek.create_sheet(_("Vergelijking"))
    blad.append([_("Groep"), _("Rij"), *(cel(plan.pagina.title) for plan in plannen)])
    for groep in vergelijk(plannen).groepen:
        for rij in groep.rijen:
            blad.append([cel(groep.naam), cel(rij.naam), *(cel("\n".join(regels)) for regels in rij.cellen)])
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
