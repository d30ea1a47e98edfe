"""Neighbourhoods are split or merged, and that can be undone: what rooms on top keep of them goes along."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Model

from kennisplatform.deelnemers.models import Buurt, Gebruiker, Herindeling
from kennisplatform.kamers import gebracht


@dataclass(frozen=True)
class Meegaand:
    """One thing that goes along to one of the new neighbourhoods: the team says to which, before it is done."""

    sleutel: str  # 'netwerken.afspraak:12'
    soort: str  # of several, in Dutch
    titel: str

    @classmethod
    def van(cls, ding: Model, titel: str = "") -> Meegaand:
        return cls(sleutel_van(ding), str(ding._meta.verbose_name_plural), titel or str(ding))


def sleutel_van(ding: Model) -> str:
    return f"{ding._meta.label_lower}:{ding.pk}"


@dataclass(frozen=True)
class Buurtwissel:
    """From which neighbourhoods into which, and who did it (nobody yet, in a preview). Of an undo `van` and `naar` are
    those of the division: what came since into `naar` belongs in `van` again.
    """

    herindeling: Herindeling
    van: Sequence[Buurt]
    naar: Sequence[Buurt]
    door: Gebruiker | None = None
    plekken: Mapping[str, int] = field(default_factory=dict)  # key of what goes along → which of `naar`

    def andersom(self) -> Buurtwissel:
        return replace(self, van=self.naar, naar=self.van, plekken={})

    def voor(self, ding: Model) -> Buurt:
        """Where this goes: to the first, unless the team said otherwise."""
        return self.naar[self.plekken.get(sleutel_van(ding), 0)]


@dataclass(frozen=True)
class Gevolg:
    """A line of the preview of an undo, in Dutch. With `houdt_tegen` it can't be done, and the text says what to do first."""

    tekst: str
    houdt_tegen: bool = False


@dataclass(frozen=True)
class BijHerindeling:
    """What a room does, inside the transaction, when the people have moved. `voorzie` says what `neem_terug` would do to
    what is theirs, `gaat_mee` names what `neem_mee` gives to one of the new ones (`Buurtwissel.voor`); both change nothing.
    """

    naam: str
    neem_mee: Callable[[Buurtwissel], None]
    neem_terug: Callable[[Buurtwissel], None]
    voorzie: Callable[[Buurtwissel], list[Gevolg]] = lambda wissel: []
    gaat_mee: Callable[[Sequence[Buurt]], list[Meegaand]] = lambda van: []


def neem_mee(wissel: Buurtwissel) -> None:
    for kamer in gebracht(BijHerindeling):
        kamer.neem_mee(wissel)


def neem_terug(wissel: Buurtwissel) -> None:
    for kamer in gebracht(BijHerindeling):
        kamer.neem_terug(wissel)


def gevolgen(wissel: Buurtwissel) -> list[Gevolg]:
    return [gevolg for kamer in gebracht(BijHerindeling) for gevolg in kamer.voorzie(wissel)]


def gaat_mee(van: Sequence[Buurt]) -> list[Meegaand]:
    return [ding for kamer in gebracht(BijHerindeling) for ding in kamer.gaat_mee(van)]
