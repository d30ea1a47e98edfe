"""What carrying out brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.levensteken import Levensteken
from kennisplatform.tekening.tabellen import Stil
from menukaart.uitvoeren import aanbouwen, demo, herinneren, persoonsgegevens, voortgang
from menukaart.uitvoeren.models import Voortgang
from menukaart.uitvoeren.praktijk import PRAKTIJKBRON
from menukaart.uitvoeren.weg import WEGSTAPPEN

BRENGT = [
    Levensteken("voortgang", Voortgang.objects.all, "op", "activiteit__plan__buurt"),
    Nachtwerk("wat over tijd is", herinneren.herinner),
    *WEGSTAPPEN,
    PRAKTIJKBRON,
    *persoonsgegevens.BRENGT,
    *voortgang.OPSTANDEN,
    Aanbouw("werkplek-zij", "voortgang", aanbouwen.op_werkplek),
    Demodata("uitvoeren", demo.vul, na=("handtekeningen",)),
    Stil(("uitvoeren_",), "inside a network; what shows outside is told by the activity itself"),
]
