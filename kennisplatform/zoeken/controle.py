"""Does an index hold what the site says, no more and no less? For operators, and for tests that break things."""

from __future__ import annotations

from dataclasses import dataclass

from . import bron
from .poort import Motor
from .velden import som


@dataclass(frozen=True)
class Verschil:
    verloren: tuple[str, ...]  # public, not in the index
    verouderd: tuple[str, ...]  # in the index as it was before
    te_veel: tuple[str, ...]  # in the index, not public

    @property
    def sleutels(self) -> tuple[str, ...]:
        return self.verloren + self.verouderd + self.te_veel


def vergelijk(motor: Motor) -> Verschil:
    """Reads everything on both sides: minutes for a large site."""
    hoort = {document.sleutel: som(document) for document in bron.alle_documenten()}
    staat = motor.sommen()
    return Verschil(
        verloren=tuple(sorted(hoort.keys() - staat.keys())),
        verouderd=tuple(sorted(sleutel for sleutel in hoort.keys() & staat.keys() if hoort[sleutel] != staat[sleutel])),
        te_veel=tuple(sorted(staat.keys() - hoort.keys())),
    )
