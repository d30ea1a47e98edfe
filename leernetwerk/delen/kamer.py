"""What sharing brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.inrichting import VastePaginas
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.herindelen import BijHerindeling
from leernetwerk.delen import aanbouwen, demo, meenemen, onderhoud, persoonsgegevens, werkstroom

BRENGT = [
    Aanbouw("praktijk", "delen", aanbouwen.praktijk),
    Aanbouw("werkplek-zij", "delen", aanbouwen.werkplek),
    Aanbouw("netwerk-zij", "delen", aanbouwen.netwerk),
    Aanbouw("redactie", "delen", aanbouwen.redactie),
    Aanbouw("leernetwerk-knop", "delen", aanbouwen.leernetwerk),
    VastePaginas("werkstroom van voorbeelden", werkstroom.plant, na=("leernetwerk",)),
    *persoonsgegevens.BRENGT,
    Nachtwerk("voorbeelden: herinneringen", onderhoud.herinner),
    Nachtwerk("voorbeelden: opruimen", onderhoud.ruim_op),
    BijHerindeling("voorbeelden", meenemen.neem_mee, meenemen.neem_terug, meenemen.voorzie),
    Demodata("delen", demo.vul, na=("netwerken",)),  # its writers
]
