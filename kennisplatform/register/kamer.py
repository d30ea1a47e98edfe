"""What the register brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.proefdata.brengen import Meting, Proefrijen
from kennisplatform.register import aanbouwen, demo, meenemen, nachtstand, persoonsgegevens, proef, terugdraaien

BRENGT = [
    Aanbouw("netwerk-deur", "scan", aanbouwen.scan),
    Demodata("scans van buurten", demo.vul, na=("netwerken",)),
    Nachtwerk("stand van de buurten", nachtstand.meet),
    Demodata("stand van de buurten", nachtstand.demo, na=("uitvoeren", "contact", "agenda", "gesprek", "keuzes")),
    *persoonsgegevens.BRENGT,
    meenemen.BIJ_HERINDELING,
    Nachtwerk("lijsten met buurten", terugdraaien.ruim_op),
    Proefrijen("rijen van het register", proef.vul, proef.wis),
    Meting("register", proef.meetrijen),
]
