"""Dutch compounds: 'valpreventietraining' → valpreventie + training → val + preventie + training."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from .schrift import Schrift
from .woorden import grondvorm, in_woordenboek, regels, stam, stopwoorden, vouw

KOPPEL: Final = ("", "s", "e", "en", "er")  # letters between two parts
MIN_DEEL: Final = 4
MIN_WOORD: Final = 7
MAX_WOORD: Final = 40


@lru_cache(maxsize=1)
def _delen() -> dict[str, frozenset[str]]:
    uit: dict[str, set[str]] = {"kort": set(), "blok": set(), "extra": set(), "algemeen": set()}
    for regel in regels("delen.txt"):
        soort, *woorden = regel.split()
        uit[soort].update(woorden)
    return {soort: frozenset(woorden) for soort, woorden in uit.items()}


def algemene_koppen() -> frozenset[str]:
    """Last parts that say little: 'middelen', 'klachten'."""
    return _delen()["algemeen"]


class Splitser:
    """Splits by the general dictionary and the words of one index (`eigen`); keeps what it found."""

    def __init__(self, eigen: frozenset[str] = frozenset()) -> None:
        self.eigen = eigen
        self.splits = lru_cache(maxsize=50_000)(self._splits)
        self.alle_delen = lru_cache(maxsize=50_000)(self._alle_delen)
        self.stammen = lru_cache(maxsize=50_000)(self._stammen)
        self._schrift = Schrift(self.geschreven)

    def kent(self, woord: str) -> bool:
        """Can this be a part? Stop words and suffixes can not."""
        lijst = _delen()
        if woord in lijst["kort"] or woord in lijst["extra"]:
            return True
        if len(woord) < MIN_DEEL or woord in lijst["blok"] or woord in stopwoorden():
            return False
        return woord in self.eigen or in_woordenboek(woord)

    def _splits(self, woord: str) -> tuple[str, ...]:
        """The best split in two or three parts, () if there is none."""
        if not MIN_WOORD <= len(woord) <= MAX_WOORD or not woord.isalpha():
            return ()
        twee = [(deel, rest) for deel, rest in self._koppen(woord) if self.kent(rest)]
        if twee:
            return max(twee, key=lambda delen: self._waarde(woord, delen))
        drie = [
            (deel, midden, rest)
            for deel, over in self._koppen(woord)
            if len(over) >= MIN_WOORD
            for midden, rest in self._koppen(over)
            if self.kent(rest)
        ]
        return max(drie, key=lambda delen: self._waarde(woord, delen), default=())

    def _koppen(self, woord: str) -> Iterator[tuple[str, str]]:
        """Every known first part with what follows its link letters."""
        for grens in range(3, len(woord) - 2):
            kop = woord[:grens]
            if self.kent(kop):
                yield from ((kop, woord[grens + len(k) :]) for k in KOPPEL if woord.startswith(k, grens))

    @staticmethod
    def _waarde(woord: str, delen: tuple[str, ...]) -> tuple[int, int, int]:
        """Fewest lost letters first (a linking s is none), then base forms (not 'leven+seinde'), then even."""
        rest, plaats = 0, 0
        for deel in delen:
            begin = woord.index(deel, plaats)
            rest += begin - plaats if woord[plaats:begin] != "s" else 0
            plaats = begin + len(deel)
        return -rest, sum(grondvorm(deel) for deel in delen), min(map(len, delen))

    def _alle_delen(self, woord: str) -> tuple[str, ...]:
        """Parts and the parts of parts, for the index."""
        delen = self.splits(woord)
        return tuple(dict.fromkeys(d for deel in delen for d in (deel, *self.splits(deel))))

    def _stammen(self, woord: str) -> frozenset[str]:
        """Every stem that finds this word: its own and those of its parts."""
        return frozenset((stam(woord), *map(stam, self.alle_delen(woord))))

    @property
    def schrift(self) -> Schrift:
        if self._schrift.vol:
            self._schrift = Schrift(self.geschreven)
        return self._schrift

    def geschreven(self, woord: str) -> tuple[str, frozenset[str]]:
        """(folded, stems that find it) of a word as it stands in a text; stop words are found by nothing."""
        gevouwen = vouw(woord)
        return gevouwen, frozenset() if gevouwen in stopwoorden() else self.stammen(gevouwen)


STANDAARD: Final = Splitser()
