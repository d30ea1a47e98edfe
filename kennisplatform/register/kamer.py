"""What the register brings to the rooms below."""

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.proefdata.brengen import Meting, Proefrijen
from kennisplatform.register import persoonsgegevens, proef, terugdraaien

BRENGT = [
    *persoonsgegevens.BRENGT,
    Nachtwerk("lijsten met buurten", terugdraaien.ruim_op),
    Proefrijen("rijen van het register", proef.vul, proef.wis),
    Meting("register", proef.meetrijen),
]
