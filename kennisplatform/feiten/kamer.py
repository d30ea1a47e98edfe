"""What alarm sentences and facts bring to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.aandacht import Tekstcontrole
from kennisplatform.basis.invullen import Invuller
from kennisplatform.feiten import controle, laden, redactie, waarden

BRENGT = [
    *laden.BRENGT,
    *controle.BRENGT,
    Invuller("feit", waarden.feiten),
    Invuller("alarm", waarden.alarmregels),
    Aanbouw("redactie", "feiten", redactie.lopende_tekst),
    Tekstcontrole("alarmzinnen", redactie.bij_elke_tekst),
]
