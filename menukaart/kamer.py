"""What the menukaart brings to the rooms below."""

from kennisplatform.basis.inrichting import VastePaginas
from kennisplatform.inhoudlader.soorten import Keuring
from menukaart import laden, stand, vaste_paginas

BRENGT = [
    VastePaginas("menukaart", vaste_paginas.plant, na=("zorgpaden",)),  # in the tree, areas stand in this order
    laden.INTERVENTIES,
    Keuring("menukaart", laden.keur),
    *stand.BRENGT,
]
