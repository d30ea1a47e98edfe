"""Neighbourhoods are split or merged, and that can be undone: what rooms on top keep of them goes along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kennisplatform.deelnemers.models import Buurt, Gebruiker, Herindeling
from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Buurtwissel:
    """From which neighbourhoods into which, and who did it (nobody yet, in a preview). Of an undo `van` and `naar` are
    those of the division: what came since into `naar` belongs in `van` again.
    """

    herindeling: Herindeling
    van: Sequence[Buurt]
    naar: Sequence[Buurt]
    door: Gebruiker | None = None

    def andersom(self) -> Buurtwissel:
        return replace(self, van=self.naar, naar=self.van)


@dataclass(frozen=True)
class Gevolg:
    """A line of the preview of an undo, in Dutch. With `houdt_tegen` it can't be done, and the text says what to do first."""

    tekst: str
    houdt_tegen: bool = False


@dataclass(frozen=True)
class BijHerindeling:
    """What a room does, inside the transaction, when the people have moved. `voorzie` says what `neem_terug` would do to
    what is theirs, and changes nothing.
    """

    naam: str
    neem_mee: Callable[[Buurtwissel], None]
    neem_terug: Callable[[Buurtwissel], None]
    voorzie: Callable[[Buurtwissel], list[Gevolg]] = lambda wissel: []


def neem_mee(wissel: Buurtwissel) -> None:
    for kamer in gebracht(BijHerindeling):
        kamer.neem_mee(wissel)


def neem_terug(wissel: Buurtwissel) -> None:
    for kamer in gebracht(BijHerindeling):
        kamer.neem_terug(wissel)


def gevolgen(wissel: Buurtwissel) -> list[Gevolg]:
    return [gevolg for kamer in gebracht(BijHerindeling) for gevolg in kamer.voorzie(wissel)]
