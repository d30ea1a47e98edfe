"""What signing brings to the rooms below."""

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.tekening.tabellen import Stil
from menukaart.commitment import demo, herinneren, persoonsgegevens
from menukaart.commitment.weg import OPSTAND, WEGSTAPPEN

BRENGT = [
    Nachtwerk("herinneringen om te tekenen", herinneren.herinner_wachtenden),
    *WEGSTAPPEN,
    OPSTAND,
    *persoonsgegevens.BRENGT,
    Demodata("handtekeningen", demo.vul, na=("plannen",)),
    Stil(("commitment_",), "between a network and who signs"),
]
