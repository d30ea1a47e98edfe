"""Where a reader is in a list of many pages, and one value of a filter. For onderdelen/bladeren.html and filter forms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bladeren:
    pagina: int
    totaal: int
    per_pagina: int

    @classmethod
    def naar(cls, gevraagd: str, totaal: int, per_pagina: int) -> Bladeren:
        """The page that an address asks for: too far is the last one; nonsense is the first."""
        pagina = int(gevraagd) if gevraagd.isdecimal() and len(gevraagd) < 6 else 1
        return cls(min(max(pagina, 1), max(1, -(-totaal // per_pagina))), totaal, per_pagina)

    @property
    def paginas(self) -> int:
        return max(1, -(-self.totaal // self.per_pagina))

    @property
    def ervoor(self) -> int:
        """Results on the pages before this one."""
        return (self.pagina - 1) * self.per_pagina

    @property
    def vorige(self) -> int:
        """0 on the first. From past the end the way back is to the last."""
        return min(self.pagina - 1, self.paginas)

    @property
    def volgende(self) -> int:
        return self.pagina + 1 if self.pagina < self.paginas else 0


@dataclass(frozen=True)
class Filterkeuze:
    """A value that a list can be cut by, with how many there are without any filter."""

    waarde: str
    label: str
    aantal: int
    gekozen: bool
