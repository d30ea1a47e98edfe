"""What the two-monthly session brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.cijfersessies import aanbouwen, demo, meenemen, persoonsgegevens
from kennisplatform.cijfersessies.models import Cijfersessie
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.levensteken import Levensteken
from kennisplatform.tekening.tabellen import Stil

BRENGT = [
    Aanbouw("netwerk-deur", "cijfersessies", aanbouwen.netwerk, achter=("cijfers",)),
    Levensteken("cijfersessies", Cijfersessie.objects.all, "begonnen"),
    *persoonsgegevens.BRENGT,
    meenemen.BIJ_HERINDELING,
    Demodata("cijfersessies", demo.vul, na=("netwerken", "uitkomsten")),
    Stil(("cijfersessies_",), "inside a network"),
]
