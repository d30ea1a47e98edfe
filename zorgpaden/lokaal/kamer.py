"""What neighbourhoods' own pathways bring to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.deelnemers.herindelen import BijHerindeling
from kennisplatform.deelnemers.levensteken import Levensteken
from kennisplatform.tekening.opstand import Opstand
from zorgpaden.lokaal import aanbouwen, meenemen, paginasporen, persoonsgegevens
from zorgpaden.lokaal.models import Buurtpad

BRENGT = [
    Opstand("netwerk", Buurtpad, lambda buurt: Buurtpad.objects.filter(buurt=buurt), aanbouwen.OP_NETWERK),
    Levensteken("buurtpaden", Buurtpad.objects.all, "gewijzigd"),
    Aanbouw("netwerk-deur", "lokaal", aanbouwen.netwerk),
    Aanbouw("buurt", "lokaal", aanbouwen.buurt, voor_ieder=True),
    Aanbouw("zij", "lokaal", aanbouwen.zorgpad, voor_ieder=True),
    paginasporen.SPOOR,
    *persoonsgegevens.BRENGT,
    BijHerindeling("lokaal", meenemen.neem_mee, meenemen.neem_terug, gaat_mee=meenemen.gaat_mee),
]
