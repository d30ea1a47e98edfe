"""What care pathways bring to the rooms below."""

from kennisplatform.basis.inrichting import VastePaginas
from zorgpaden import laden, vaste_paginas

BRENGT = [
    VastePaginas("zorgpaden", vaste_paginas.plant, na=("preventie",)),
    laden.ZORGPADEN,
]
