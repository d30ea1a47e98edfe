"""What signing brings to the rooms below."""

from kennisplatform.tekening.tabellen import Stil
from menukaart.commitment import persoonsgegevens
from menukaart.commitment.weg import WEGSTAPPEN

BRENGT = [
    *WEGSTAPPEN,
    *persoonsgegevens.BRENGT,
    Stil(("commitment_",), "between a network and who signs"),
]
