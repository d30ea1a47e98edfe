"""What networks bring to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.herindelen import BijHerindeling
from kennisplatform.netwerken import (
    aanbouwen,
    demo,
    indelingspost,
    meenemen,
    opruimen,
    persoonsgegevens,
    proef,
    terugnemen,
)
from kennisplatform.proefdata.brengen import Meting, Proefrijen

BRENGT = [
    Aanbouw("start", "netwerken", aanbouwen.bij_u, lezers=aanbouwen.bij_u_lezers),
    Aanbouw("artikel", "netwerken", aanbouwen.bij_u, lezers=aanbouwen.bij_u_lezers),
    *persoonsgegevens.BRENGT,
    Nachtwerk("uitnodigingen en aanvragen", opruimen.ruim_op),
    BijHerindeling("netwerken", meenemen.neem_mee, terugnemen.neem_terug, terugnemen.voorzie, meenemen.gaat_mee),
    BijHerindeling("post over de indeling", indelingspost.meld_indeling, indelingspost.meld_terug),
    Demodata("netwerken", demo.vul),
    Proefrijen("rijen van netwerken", proef.vul, proef.wis),
    Meting("netwerken", proef.meetrijen),
]
