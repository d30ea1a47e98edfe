"""What the budget brings to the rooms below."""

from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.levensteken import Wachtend
from kennisplatform.tekening.tabellen import Stil
from menukaart.begroting import aanbouwen, demo, persoonsgegevens, vergelijken
from menukaart.begroting.models import LOOPT, Commissievraag
from menukaart.begroting.weg import OPSTANDEN, WEGSTAPPEN

BRENGT = [
    Wachtend(
        _("vragen van de commissie"),
        _("vraag van de commissie"),
        lambda: Commissievraag.objects.filter(antwoord="", indiening__besluit__in=LOOPT),
        "indiening__buurt",
    ),
    *WEGSTAPPEN,
    *OPSTANDEN,
    Nachtwerk("bandbreedtes van begrotingen", vergelijken.werk_bij),
    *persoonsgegevens.BRENGT,
    Aanbouw("werkplek-zij", "begrotingen", aanbouwen.op_werkplek),
    Demodata("tarieven", demo.vul, na=("plannen",)),
    Stil(("begroting_",), "between a network and the committee"),
]
