"""What choosing brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.herindelen import BijHerindeling
from kennisplatform.deelnemers.levensteken import Levensteken
from kennisplatform.proefdata.brengen import Meting
from menukaart.kiezen import (
    aanbouwen,
    begripsporen,
    demo,
    laden,
    meenemen,
    opstanden,
    paginasporen,
    persoonsgegevens,
    plekken,
    proef,
)
from menukaart.kiezen.models import Keuzegebeurtenis

BRENGT = [
    *opstanden.BRENGT,
    *plekken.BRENGT,
    Levensteken("keuzes", Keuzegebeurtenis.objects.all, "op", "keuze__buurt"),
    Aanbouw("netwerk-deur", "kiezen", aanbouwen.netwerk),
    Aanbouw("zij", "kiezen", aanbouwen.zij, voor_ieder=True),
    begripsporen.SPOOR,
    paginasporen.SPOOR,
    *laden.BRENGT,
    *persoonsgegevens.BRENGT,
    Demodata("keuzes", demo.vul, na=("netwerken",)),  # their members choose
    Meting("op maat", proef.meetrijen),
    BijHerindeling("kiezen", meenemen.neem_mee, meenemen.neem_terug, gaat_mee=meenemen.gaat_mee),
]
