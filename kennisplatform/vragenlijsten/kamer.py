"""What questionnaires bring to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.herindelen import BijHerindeling
from kennisplatform.tekening.tabellen import Stil
from kennisplatform.vragenlijsten import aanbouwen, demo, meenemen, persoonsgegevens

BRENGT = [
    Aanbouw("netwerk-deur", "vragenlijsten", aanbouwen.netwerk),
    Stil(("vragenlijsten_",), "answered by residents all day, read in the workspace only"),
    BijHerindeling("vragenlijsten", meenemen.neem_mee, meenemen.neem_terug, gaat_mee=meenemen.gaat_mee),
    Demodata("vragenlijsten", demo.vul, na=("netwerken",)),
    *persoonsgegevens.BRENGT,
]
