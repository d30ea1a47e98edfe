"""What the residents' area brings to the rooms below."""

from kennisplatform.basis.aandacht import Tekstcontrole
from kennisplatform.basis.inrichting import VastePaginas
from kennisplatform.basis.schil import Titelwoorden
from kennisplatform.basis.stil import StillePaginas
from kennisplatform.preventie import begripsporen, laden, laden_lessen, vaste_paginas, woorden
from kennisplatform.preventie.models import Artikel
from kennisplatform.proefdata.brengen import Proefvelden
from kennisplatform.zoeken.antwoord.voorrang import Overzichtsoorten

BRENGT = [
    VastePaginas("preventie", vaste_paginas.plant),  # the home page too: others hang their area under it
    Titelwoorden(laden.MAP / "titels.toml"),  # and of topics, which are read here
    begripsporen.SPOOR,
    *laden.BRENGT,
    *laden_lessen.BRENGT,
    Overzichtsoorten(frozenset({"module", "invulblad"}), ook_kort=True),
    StillePaginas(lambda: Artikel.objects.filter(snel_weg=True).order_by().values_list("pk", flat=True)),
    Tekstcontrole("vakwoorden", woorden.vakwoorden),
    Proefvelden("artikel", lambda _dobbel, _nummer: dict.fromkeys(Artikel.oude_alarmvelden, "")),
]
