"""What choosing brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.deelnemers.herindelen import BijHerindeling
from menukaart.kiezen import aanbouwen, laden, meenemen, persoonsgegevens

BRENGT = [
    Aanbouw("netwerk", "kiezen", aanbouwen.netwerk),
    Aanbouw("zij", "kiezen", aanbouwen.zij, voor_ieder=True),
    *laden.BRENGT,
    *persoonsgegevens.BRENGT,
    BijHerindeling("kiezen", meenemen.neem_mee, meenemen.neem_terug),
]
