"""A thing that can be found, as the engines see it: neutral, no model, no database."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

FACETNAAM: Final = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Document:
    """`sleutel` is unique over all kinds, e.g. 'pagina:12' or 'buurt:3'; the site turns it back into an object.

    `facetten` maps a facet name to codes; `labels` are the same facets in words ('lage ses', 'sterke aanwijzingen'),
    searched as text. `groep` is the same for translations of one thing: a reader sees the one in the own language.
    `verloopt` (epoch seconds, 0 = never) hides the document by itself from then on.
    """

    sleutel: str
    soort: str
    titel: str
    samenvatting: str = ""
    tekst: str = ""
    taal: str = "nl"
    labels: tuple[str, ...] = ()
    facetten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nieuw: int = 0  # epoch seconds, for 'newest first'
    sterkte: int = 0  # 0–5, for 'strongest evidence first'
    verloopt: int = 0
    groep: str = ""
    rubriek: str = ""  # code of the heading that a hit shows; kept, not searched

    def __post_init__(self) -> None:
        """Fail where the document is made: in an engine one wrong value would hold up a whole batch."""
        for naam in ("sleutel", "soort", "titel", "samenvatting", "tekst", "taal", "groep", "rubriek"):
            if not isinstance(tekst := getattr(self, naam), str):
                raise TypeError(f"{naam} of {self.sleutel} is no text")
            if (heel := tekst.encode(errors="ignore").decode()) != tekst:  # half a sign, in a row from before the rule
                object.__setattr__(self, naam, heel)
        for naam in ("nieuw", "sterkte", "verloopt"):
            if not isinstance(getattr(self, naam), int):
                raise TypeError(f"{naam} of {self.sleutel} is no whole number")
        if fout := next((naam for naam in self.facetten if not FACETNAAM.fullmatch(naam)), None):
            raise ValueError(f"facet name {fout!r} of {self.sleutel}: lower case letters, digits and _ only")
