"""What following brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.herindelen import BijHerindeling
from kennisplatform.tekening.tabellen import Stil
from kennisplatform.volgen import aanbouwen, opruimen, overzichten, persoonsgegevens, soorten, verhuizen

BRENGT = [
    Aanbouw("zij", "volgen", aanbouwen.van_pagina, lezers=aanbouwen.lezers),
    Aanbouw("thema", "volgen", aanbouwen.van_thema, lezers=aanbouwen.lezers),
    Aanbouw("buurt-zij", "volgen", aanbouwen.van_buurt, lezers=aanbouwen.lezers),
    Stil(("volgen_",), "somebody's own"),
    Aanbouw("werkplek-zij", "volgen", aanbouwen.van_werkplek),
    *soorten.EIGEN,
    *persoonsgegevens.BRENGT,
    Nachtwerk("berichten over wat mensen volgen", overzichten.stuur_alles),
    Nachtwerk("oude berichten", opruimen.ruim_op),
    BijHerindeling("volgen", verhuizen.neem_mee, verhuizen.neem_terug),
]
