"""What the learning network brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.inrichting import VastePaginas
from kennisplatform.basis.paginanieuws import Paginagevolg
from kennisplatform.basis.praktijk import Praktijkbron
from kennisplatform.deelnemers.verhalen import Verhalenteller
from kennisplatform.inhoudlader.soorten import Nazorg
from kennisplatform.proefdata.brengen import Meting, Proefrijen, Proefvelden
from kennisplatform.tekening.verandering import Verandering
from leernetwerk import aanbouwen, laden, paginasporen, proef, toepassingen, vaste_paginas, verhuisd
from leernetwerk.models import Toepassing

BRENGT = [
    Aanbouw("buurt-eerst", "leernetwerk", aanbouwen.verhalen_van_buurt, voor_ieder=True),
    Aanbouw("buurt-laag", "leernetwerk", aanbouwen.gebruikt_door_buurt, voor_ieder=True),
    Verhalenteller(aanbouwen.tel_verhalen),
    Paginagevolg("leernetwerk", toepassingen.gevolgen),
    Verandering(Toepassing, lambda t: (f"praktijk:{t.pagina_id}", f"gebruikt:{t.praktijk_id}")),
    VastePaginas("leernetwerk", vaste_paginas.plant, na=("menukaart",)),  # in the tree, areas stand in this order
    paginasporen.SPOOR,
    laden.PRAKTIJKVOORBEELDEN,
    Nazorg("bijna lege voorbeelden op één pagina", verhuisd.leid_door),
    Praktijkbron(toepassingen.plekken, toepassingen.voorbeelden),
    Proefvelden("praktijkvoorbeeld", proef.velden),
    Proefrijen("besloten voorbeelden", proef.sluit, wis=lambda: 0),  # gone with their page
    Meting("leernetwerk", proef.meetrijen),
]
