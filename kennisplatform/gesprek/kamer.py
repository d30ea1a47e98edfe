"""What conversations bring to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.bijtekst import Bijtekst
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.herindelen import BijHerindeling
from kennisplatform.deelnemers.levensteken import Levensteken
from kennisplatform.gesprek import (
    aanbouwen,
    bijtekst,
    demo,
    opruimen,
    paginasporen,
    persoonsgegevens,
    proef,
    verhuizen,
    volgsoort,
)
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.proefdata.brengen import Meting, Proefrijen
from kennisplatform.tekening.verandering import Verandering

BRENGT = [
    Levensteken("gesprek", lambda: Bijdrage.objects.filter(namens_programma=False), "gemaakt"),
    Aanbouw("onder", "gesprek", aanbouwen.onder_pagina, lezers=aanbouwen.lezers, alleen_sleutel=True),
    Aanbouw("leernetwerk-knop", "gesprek", aanbouwen.ingang, voor_ieder=True),
    Aanbouw("werkplek-zij", "gesprek", aanbouwen.werkplek, achter=("volgen",)),
    Bijtekst("gesprek", bijtekst.van),
    Verandering(Bijdrage, lambda b: (f"gesprek:{b.pagina_id}", "gesprekken"), hard=True),  # it may be hidden now
    volgsoort.VRAGEN,
    paginasporen.SPOOR,
    *persoonsgegevens.BRENGT,
    Nachtwerk("oude meldingen van berichten", opruimen.ruim_op),
    BijHerindeling("gesprek", verhuizen.neem_mee, verhuizen.neem_terug, gaat_mee=verhuizen.gaat_mee),
    Demodata("gesprek", demo.vul, na=("netwerken",)),
    Proefrijen("gesprekken en wat mensen volgen", proef.vul, proef.wis, na=("rijen van netwerken",)),
    Meting("gesprek", proef.meetrijen),
]
