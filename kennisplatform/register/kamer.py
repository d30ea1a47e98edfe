"""What the register brings to the rooms below."""

from kennisplatform.proefdata.brengen import Meting, Proefrijen
from kennisplatform.register import proef

BRENGT = [
    Proefrijen("rijen van het register", proef.vul, proef.wis),
    Meting("register", proef.meetrijen),
]
