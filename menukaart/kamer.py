"""What the menukaart brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.bijtekst import Bijtekst
from kennisplatform.basis.inrichting import VastePaginas
from kennisplatform.inhoudlader.soorten import Keuring
from kennisplatform.proefdata.brengen import Proefvelden
from menukaart import laden, proef, stand, vaste_paginas, weging
from menukaart.programma import laden as programma_laden
from menukaart.programma import tonen

BRENGT = [
    VastePaginas("menukaart", vaste_paginas.plant, na=("zorgpaden",)),  # in the tree, areas stand in this order
    laden.INTERVENTIES,
    Keuring("menukaart", laden.keur),
    Proefvelden("interventie", proef.velden),
    *stand.BRENGT,
    *weging.BRENGT,
    *programma_laden.BRENGT,
    Aanbouw("thema", "programma", tonen.bij_thema, voor_ieder=True),
    Aanbouw("thema-onder", "programma", tonen.plan_bij_thema, voor_ieder=True, achter=("cijfers",)),
    Aanbouw("algemeen", "programma", tonen.bij_themalijst, voor_ieder=True),
    Bijtekst("programma", tonen.bijtekst),
]
