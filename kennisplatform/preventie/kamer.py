"""What the residents' area brings to the rooms below."""

from kennisplatform.basis.inrichting import VastePaginas
from kennisplatform.preventie import laden, vaste_paginas

BRENGT = [
    VastePaginas("preventie", vaste_paginas.plant),  # the home page too: others hang their area under it
    *laden.BRENGT,
]
