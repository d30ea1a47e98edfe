"""What signing brings to the rooms below."""

from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.tekening.tabellen import Stil
from menukaart.commitment import demo, persoonsgegevens
from menukaart.commitment.weg import WEGSTAPPEN

BRENGT = [
    *WEGSTAPPEN,
    *persoonsgegevens.BRENGT,
    Demodata("handtekeningen", demo.vul, na=("plannen",)),
    Stil(("commitment_",), "between a network and who signs"),
]
