"""What contact brings to the rooms below."""

from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.levensteken import Wachtend
from kennisplatform.tekening.opstand import Opstand
from leernetwerk.contact import aanbouwen, demo, onderhoud, paginasporen, persoonsgegevens
from leernetwerk.contact.models import Contactverzoek

BRENGT = [
    Wachtend(
        _("vragen van andere buurten"),
        _("vraag van een andere buurt"),
        lambda: Contactverzoek.objects.filter(beantwoord_op=None, gesloten_op=None),
    ),
    Aanbouw("zij", "contact", aanbouwen.bij_pagina, lezers=aanbouwen.lezers),
    Aanbouw("buurt-zij", "contact", aanbouwen.bij_buurt, lezers=aanbouwen.lezers),
    Aanbouw("werkplek-zij", "contact", aanbouwen.op_werkplek),
    Opstand("werkplek", Contactverzoek, aanbouwen.lopend_van, aanbouwen.IN_LIJST),
    paginasporen.SPOOR,
    *persoonsgegevens.BRENGT,
    Nachtwerk("contact: herinneringen", onderhoud.herinner),
    Nachtwerk("contact: opruimen", onderhoud.ruim_op),
    Demodata("contact", demo.vul, na=("delen",)),  # its examples
]
