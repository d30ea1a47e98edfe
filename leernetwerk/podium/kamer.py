"""What the podium brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from leernetwerk.podium import aanbouwen, demo, onderhoud, persoonsgegevens, verzenden

BRENGT = [
    Aanbouw("professionals", "podium", aanbouwen.professionals, voor_ieder=True),
    Aanbouw("thema", "podium", aanbouwen.thema, voor_ieder=True, achter=("volgen",)),
    Aanbouw("leernetwerk", "podium", aanbouwen.leernetwerk, voor_ieder=True),
    Aanbouw("werkplek-zij", "podium", aanbouwen.werkplek),
    *persoonsgegevens.BRENGT,
    Nachtwerk("nieuwsbrief: verder versturen", verzenden.hervat),
    Nachtwerk("nieuwsbrief: opruimen", onderhoud.ruim_op),
    Demodata("podium", demo.vul, na=("delen",)),  # its examples
]
