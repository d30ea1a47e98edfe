"""The road of a neighbourhood: from buurtbeeld to measuring. Rooms bring the steps; here they are put in order.

A step says how it stands from the work itself, so nobody sets a phase by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.gevels import SMAL, gevel
from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.kamers import gebracht

IN_GEWONE_WOORDEN: Final = {  # the plan's words stand; what they are for stands below them
    Fase.BUURTBEELD: _("wat hier speelt"),
    Fase.BUURTAGENDA: _("wat wij kiezen"),
    Fase.BUURTPLAN: _("wie wat doet"),
    Fase.BUURTBEGROTING: _("wat het kost, en wie betaalt"),
    Fase.COMMITMENT: _("wie er zijn naam onder zet"),
    Fase.UITVOEREN: _("doen, en bijhouden"),
    Fase.MONITOREN: _("wat het oplevert"),
}


class Stapstaat(StrEnum):
    KLAAR = "klaar"
    NU = "nu"  # where the network works now: the first that isn't done
    BEGONNEN = "begonnen"
    STRAKS = "straks"


@dataclass(frozen=True)
class Stapstand:
    """How one step stands, in Dutch. `doe`: what to do next, with `knop` on the button; empty when there is nothing.
    `dringend`: somebody waits for this network, so it comes before whatever else isn't done.
    """

    klaar: bool = False
    begonnen: bool = False
    regels: tuple[str, ...] = ()
    adres: str = ""
    doe: str = ""
    uitleg: str = ""
    knop: str = ""
    doe_adres: str = ""
    dringend: bool = False


@dataclass(frozen=True)
class Wegstap:
    """What a room knows of one phase. `stand(buurt, who looks)` asks a fixed number of queries."""

    fase: Fase
    stand: Callable[[Buurt, Gebruiker], Stapstand]

    @property
    def naam(self) -> str:
        return self.fase.value


@dataclass(frozen=True)
class Wegstand:
    gevel: str  # outline of its house
    naam: str
    gewoon: str  # what that is, in plain words
    staat: Stapstaat
    stand: Stapstand


@dataclass(frozen=True)
class Weg:
    stappen: list[Wegstand]
    opgegeven: str = ""  # the phase that was told, when the work isn't there yet

    @property
    def nu(self) -> Wegstand | None:
        return next((stap for stap in self.stappen if stap.staat == Stapstaat.NU), None)

    @property
    def doe(self) -> Wegstand | None:
        """The one thing to do now."""
        return next((stap for stap in self.stappen if stap.stand.dringend), self.nu)


def weg_van(buurt: Buurt, wie: Gebruiker) -> Weg:
    """Every phase in the plan's own order; one that no room knows of says nothing but its name."""
    standen = {stap.fase: stap.stand(buurt, wie) for stap in gebracht(Wegstap)}
    stappen: list[Wegstand] = []
    gevonden = False
    for nummer, fase in enumerate(Fase, start=1):
        stand = standen.get(fase, Stapstand())
        staat = _staat(stand, fase in standen, gevonden)
        gevonden = gevonden or staat == Stapstaat.NU
        stappen.append(Wegstand(gevel(SMAL, nummer), str(fase.label), str(IN_GEWONE_WOORDEN[fase]), staat, stand))
    gemeld = stappen[list(Fase.values).index(buurt.fase)]
    return Weg(stappen, gemeld.naam if gemeld.staat == Stapstaat.STRAKS else "")


def _staat(stand: Stapstand, bekend: bool, gevonden: bool) -> Stapstaat:
    if stand.klaar:
        return Stapstaat.KLAAR
    if bekend and not gevonden:
        return Stapstaat.NU
    return Stapstaat.BEGONNEN if stand.begonnen else Stapstaat.STRAKS
