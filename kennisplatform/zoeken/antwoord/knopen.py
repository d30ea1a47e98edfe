"""The nodes of a plan: what an engine turns into its own language. They know no words and no engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TIE: Final = 0.4  # of the score of the ways that were not the best


@dataclass(frozen=True)
class Term:
    veld: str  # 'all_s', 'title_x', …
    tekst: str
    gewicht: float = 1.0


@dataclass(frozen=True)
class AllOf:
    delen: tuple[Knoop, ...]
    gewicht: float = 1.0


@dataclass(frozen=True)
class AnyOf:
    delen: tuple[Knoop, ...]
    gewicht: float = 1.0


@dataclass(frozen=True)
class BestOf:
    delen: tuple[Knoop, ...]
    tie: float = TIE
    gewicht: float = 1.0


Knoop = Term | AllOf | AnyOf | BestOf
