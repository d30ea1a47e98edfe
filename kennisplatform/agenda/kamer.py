"""What the agenda brings to the rooms below."""

from kennisplatform.agenda import (
    aanbouwen,
    demo,
    deskundigen,
    meenemen,
    nachtwerk,
    opstanden,
    persoonsgegevens,
    proef,
    zoekbron,
)
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.herindelen import BijHerindeling
from kennisplatform.deelnemers.levensteken import Levensteken
from kennisplatform.proefdata.brengen import Meting, Proefrijen

BRENGT = [
    Levensteken("bijeenkomsten", Bijeenkomst.objects.all, "gewijzigd"),
    Aanbouw("werkplek", "agenda", aanbouwen.werkplek),
    Aanbouw("netwerk", "agenda", aanbouwen.netwerk),
    Aanbouw("netwerk-zij", "agenda", aanbouwen.deskundigen),
    Aanbouw("buurt-agenda", "agenda", aanbouwen.buurt, voor_ieder=True),
    Aanbouw("start", "agenda", aanbouwen.start, voor_ieder=True),
    Aanbouw("leernetwerk", "agenda", aanbouwen.leernetwerk, voor_ieder=True),
    *opstanden.BRENGT,
    *zoekbron.BRENGT,
    *persoonsgegevens.BRENGT,
    Nachtwerk("herinneringen van de agenda", nachtwerk.herinner),
    Nachtwerk("agenda opruimen", nachtwerk.ruim_op),
    Nachtwerk("toestemming van ervaringsdeskundigen", deskundigen.loop_na),
    BijHerindeling("agenda", meenemen.neem_mee, meenemen.neem_terug, gaat_mee=meenemen.gaat_mee),
    Demodata("agenda", demo.vul, na=("netwerken",)),  # their people sign up
    Proefrijen("bijeenkomsten", proef.vul, proef.wis),
    Meting("agenda", proef.meetrijen),
]
