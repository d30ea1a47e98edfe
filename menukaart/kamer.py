"""What the menukaart brings to the rooms below."""

from kennisplatform.basis.inrichting import VastePaginas
from menukaart import laden, vaste_paginas

BRENGT = [
    VastePaginas("menukaart", vaste_paginas.plant, na=("zorgpaden",)),  # in the tree, areas stand in this order
    laden.INTERVENTIES,
]
