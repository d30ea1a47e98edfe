"""What care pathways bring to the rooms below."""

from kennisplatform.basis.inrichting import VastePaginas
from kennisplatform.proefdata.brengen import Proefvelden
from zorgpaden import laden, vaste_paginas, weging
from zorgpaden.models import Zorgpad

BRENGT = [
    VastePaginas("zorgpaden", vaste_paginas.plant, na=("preventie",)),
    laden.ZORGPADEN,
    *weging.BRENGT,
    Proefvelden("zorgpad", lambda _dobbel, _nummer: dict.fromkeys(Zorgpad.oude_alarmvelden, "")),
]
