"""What finished lessons bring to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.leren import aanbouwen, persoonsgegevens, volgen
from kennisplatform.tekening.tabellen import Stil

BRENGT = [
    Aanbouw("module", "leren", aanbouwen.klaar, lezers=aanbouwen.stand, alleen_sleutel=True),
    Aanbouw("modules", "leren", aanbouwen.mijn, lezers=aanbouwen.wie, alleen_sleutel=True),
    Stil(("leren_",), "a count that no page shows, and somebody's own"),
    Nachtwerk("tellingen van lessen", volgen.ruim_op),
    *persoonsgegevens.BRENGT,
]
