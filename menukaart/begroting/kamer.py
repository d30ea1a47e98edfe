"""What the budget brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.tekening.tabellen import Stil
from menukaart.begroting import aanbouwen, persoonsgegevens
from menukaart.begroting.weg import WEGSTAPPEN

BRENGT = [
    *WEGSTAPPEN,
    *persoonsgegevens.BRENGT,
    Aanbouw("werkplek-zij", "begrotingen", aanbouwen.op_werkplek),
    Stil(("begroting_",), "between a network and the committee"),
]
