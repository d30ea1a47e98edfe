"""What contact brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from leernetwerk.contact import aanbouwen, demo, onderhoud, persoonsgegevens

BRENGT = [
    Aanbouw("zij", "contact", aanbouwen.bij_pagina, lezers=aanbouwen.lezers),
    Aanbouw("buurt-zij", "contact", aanbouwen.bij_buurt, lezers=aanbouwen.lezers),
    Aanbouw("werkplek-zij", "contact", aanbouwen.op_werkplek),
    *persoonsgegevens.BRENGT,
    Nachtwerk("contact: herinneringen", onderhoud.herinner),
    Nachtwerk("contact: opruimen", onderhoud.ruim_op),
    Demodata("contact", demo.vul, na=("delen",)),  # its examples
]
