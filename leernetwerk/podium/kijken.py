"""What readers see of the podium: each example as its own card, with the reason why it stands there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kennisplatform.basis.kaarten import Kaart, van_paginas
from leernetwerk.podium.models import Uitlichting


@dataclass(frozen=True)
class Plek:
    uitlichting: Uitlichting
    kaart: Kaart


def plekken(rij: Iterable[Uitlichting]) -> list[Plek]:
    """The cards fetch public pages only: an example that went away a moment ago is left out here too."""
    rij = list(rij)
    per_pagina = {kaart.ding.pk: kaart for kaart in van_paginas({u.voorbeeld_id: None for u in rij})}
    return [Plek(u, per_pagina[u.voorbeeld_id]) for u in rij if u.voorbeeld_id in per_pagina]
