"""Things side by side, in groups of rows; a spreadsheet of the same. Pure but for the pages that it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kennisplatform.basis.weging import RIJEN
from kennisplatform.tekst.uitgang import cel
from kennisplatform.tekst.werkboek import Rekenblad, werkboek
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
    koppen = (_("Groep"), _("Rij"), *(cel(plan.pagina.title) for plan in plannen))
    rijen = (((groep.naam,), (rij.naam,), *rij.cellen) for groep in vergelijk(plannen).groepen for rij in groep.rijen)
    breedtes = (20, 30, *(44 for _plan in plannen))
    return werkboek(Rekenblad(_("Vergelijking"), koppen, rijen, breedtes, vast="C2"))
