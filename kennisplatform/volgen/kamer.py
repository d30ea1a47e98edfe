"""What following brings to the rooms below."""

from functools import partial

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk, Tussenwerk
from kennisplatform.deelnemers.herindelen import BijHerindeling
from kennisplatform.tekening.opstand import Opstand
from kennisplatform.tekening.tabellen import Stil
from kennisplatform.tekening.verandering import Verandering
from kennisplatform.volgen import (
    aanbouwen,
    begripsporen,
    lijst,
    opruimen,
    overzichten,
    paginasporen,
    persoonsgegevens,
    soorten,
    verhuizen,
)
from kennisplatform.volgen.models import Gebeurtenis, Melding, Volg

BRENGT = [
    Aanbouw("zij", "volgen", aanbouwen.van_pagina, lezers=aanbouwen.van_pagina_lezers),
    Aanbouw("thema", "volgen", aanbouwen.van_thema, lezers=aanbouwen.van_pagina_lezers),
    Aanbouw("buurt-zij", "volgen", aanbouwen.van_buurt, lezers=aanbouwen.van_buurt_lezers),
    Stil(("volgen_gebeurtenis", "volgen_melding", "volgen_voorkeur"), "somebody's own"),
    Verandering(Volg, lambda v: (lijst.van_wie(v.persoon_id),)),
    Aanbouw("werkplek-zij", "volgen", aanbouwen.van_werkplek),
    Opstand("werkplek", Melding, aanbouwen.ongelezen, ("id", "gebeurtenis_id")),
    Opstand("werkplek", Gebeurtenis, aanbouwen.van_ongelezen, ("id", "titel", "zichtbaarheid", "buurt_id")),
    *soorten.EIGEN,
    begripsporen.SPOOR,
    paginasporen.SPOOR,
    *persoonsgegevens.BRENGT,
    Nachtwerk("berichten over wat mensen volgen", overzichten.stuur_alles),
    Tussenwerk("berichten die meteen moesten", partial(overzichten.stuur_alles, met_dag=False), elke_s=300),
    Nachtwerk("oude berichten", opruimen.ruim_op),
    BijHerindeling("volgen", verhuizen.neem_mee, verhuizen.neem_terug),
]
