"""What saying back brings to the rooms below."""

from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.basis.rapporten import Rapportlink
from kennisplatform.tekening.tabellen import Stil
from kennisplatform.terugmelding import aanbouwen, paginasporen, persoonsgegevens, schrijven

BRENGT = [
    Aanbouw("lezer", "terugmelding", aanbouwen.onder_pagina, voor_ieder=True),
    Stil(("terugmelding_",), "said by readers all day, read at the editors' desk only"),
    Nachtwerk("terugmeldingen", schrijven.ruim_op),
    Rapportlink(
        "terugmeldingen",
        _("Wat lezers terugmelden"),
        _("Wat er volgens lezers niet klopt of ontbreekt."),
        "terugmeldingen:index",
        "terugmelding.view_terugmelding",
    ),
    Rapportlink(
        "nuttig",
        _("Nuttig of niet"),
        _("Hoe vaak lezers ja of nee zeiden, per pagina."),
        "terugmeldingen:nuttig",
        "terugmelding.view_terugmelding",
    ),
    *paginasporen.BRENGT,
    *persoonsgegevens.BRENGT,
]
