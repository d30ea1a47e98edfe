"""A menu of a list: one choice of a few, which stands in the address. Drawn by `onderdelen/kiezers.html`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Opties = list[tuple[str, "StrOrPromise", bool]]  # value, label, chosen


@dataclass(frozen=True)
class Kiezer:
    naam: str
    kop: StrOrPromise
    keuzes: dict[str, StrOrPromise]  # the first is what nobody chose

    def opties(self, gekozen: Mapping[str, str]) -> Opties:
        nu = gekozen.get(self.naam, "")
        return [(waarde, label, waarde == nu) for waarde, label in self.keuzes.items()]


def gekozen_in(kiezers: Iterable[Kiezer], gekozen: Mapping[str, str]) -> list[tuple[Kiezer, Opties]]:
    """As the template draws them."""
    return [(kiezer, kiezer.opties(gekozen)) for kiezer in kiezers]
