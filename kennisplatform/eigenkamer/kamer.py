"""What a network's own room brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.levensteken import Levensteken
from kennisplatform.eigenkamer import aanbouwen, demo, meenemen, persoonsgegevens
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag
from kennisplatform.tekening.tabellen import Stil

BRENGT = [
    Aanbouw("netwerk-deur", "eigenkamer", aanbouwen.netwerk),
    Levensteken("verslagen", Netwerkverslag.objects.all, "gemaakt"),
    Levensteken("bestanden", Netwerkbestand.objects.all, "gemaakt"),
    *persoonsgegevens.BRENGT,
    meenemen.BIJ_HERINDELING,
    Demodata("eigenkamer", demo.vul, na=("netwerken",)),
    Stil(("eigenkamer_netwerkverslag", "eigenkamer_netwerkbestand"), "inside a network"),
]
