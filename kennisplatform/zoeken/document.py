"""A thing that can be found, as the engines see it: neutral, no model, no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
