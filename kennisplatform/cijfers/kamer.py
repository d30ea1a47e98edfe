"""What figures bring to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.bijtekst import Bijtekst
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.cijfers import (
    afschermen,
    buurtpaneel,
    cijferladen,
    controle,
    demo,
    herindeling,
    laden,
    onderzoekladen,
    opruimen,
    paginasporen,
    persoonsgegevens,
    tonen,
)
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.herindelen import BijHerindeling

BRENGT = [
    *laden.BRENGT,
    *onderzoekladen.BRENGT,
    *cijferladen.BRENGT,
    *controle.BRENGT,
    paginasporen.SPOOR,
    *persoonsgegevens.BRENGT,
    Aanbouw("thema-onder", "cijfers", tonen.bij_thema, voor_ieder=True),
    Aanbouw("algemeen", "cijfers", tonen.bij_themalijst, voor_ieder=True),
    Aanbouw("buurt-eerst", "cijfers", buurtpaneel.bij_buurt, voor_ieder=True),
    Aanbouw("netwerk-deur", "cijfers", buurtpaneel.bij_netwerk, voor_ieder=True),
    Aanbouw("werkplek-zij", "cijfers", buurtpaneel.bij_werkplek),
    Nachtwerk("nagekeken bestanden met cijfers", opruimen.ruim_op),
    # A new version may know a way to work one out that the one of before did not.
    Nachtwerk("kleine aantallen", afschermen.scherm_af),
    BijHerindeling("cijfers", herindeling.neem_mee, herindeling.neem_terug),
    Demodata("uitkomsten", demo.vul, na=("netwerken",)),
    Bijtekst("cijfers", tonen.bijtekst),
]
