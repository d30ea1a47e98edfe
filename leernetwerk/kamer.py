"""What the learning network brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.inrichting import VastePaginas
from kennisplatform.basis.praktijk import Praktijkbron
from kennisplatform.deelnemers.verhalen import Verhalenteller
from kennisplatform.inhoudlader.soorten import Nazorg
from kennisplatform.proefdata.brengen import Meting, Proefrijen, Proefvelden
from leernetwerk import aanbouwen, laden, proef, toepassingen, vaste_paginas, verhuisd

BRENGT = [
    Aanbouw("buurt-eerst", "leernetwerk", aanbouwen.verhalen_van_buurt),
    Verhalenteller(aanbouwen.tel_verhalen),
    VastePaginas("leernetwerk", vaste_paginas.plant, na=("menukaart",)),  # in the tree, areas stand in this order
    laden.PRAKTIJKVOORBEELDEN,
    Nazorg("bijna lege voorbeelden op één pagina", verhuisd.leid_door),
    Praktijkbron(toepassingen.tel, toepassingen.voorbeelden, toepassingen.inzet),
    Proefvelden("praktijkvoorbeeld", proef.velden),
    Proefrijen("besloten voorbeelden", proef.sluit, wis=lambda: 0),  # gone with their page
    Meting("leernetwerk", proef.meetrijen),
]
