"""What the desk brings to the rooms below."""

from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.basis.rapporten import Rapportlink
from kennisplatform.inhoudlader.soorten import Nazorg
from kennisplatform.redactie import (
    aanbouwen,
    bezoek,
    demo,
    linkproef,
    meelezen,
    meten,
    persoonsgegevens,
    prullenbak,
    regels,
    werken,
)
from kennisplatform.tekening.tabellen import Stil

BRENGT = [
    Aanbouw("werkplek-zij", "redactie", aanbouwen.op_werkplek),
    *persoonsgegevens.BRENGT,
    *demo.BRENGT,
    Nachtwerk("stand van pagina's", meten.meet_alles),
    Nazorg("stand van pagina's", meten.na_het_laden),
    Nachtwerk("links naar buiten", linkproef.proef),
    Nachtwerk("oud werk aan veel pagina's", werken.ruim_op),
    Nachtwerk("voorbije links om mee te lezen", meelezen.ruim_op),
    Nachtwerk("regels voor inhoud", regels.nacht),
    Nachtwerk("prullenbak legen", prullenbak.leeg),
    Nachtwerk("oude bezoekcijfers", bezoek.ruim_op),
    Rapportlink(
        "ongebruikt",
        _("Ongebruikte afbeeldingen en documenten"),
        _("Bestanden die op geen enkele pagina staan."),
        "redactie:ongebruikt",
        "wagtailimages.change_image",
    ),
    Stil(("basis_weggegooid",), "what lies in the bin: what readers see changes by the page itself"),
    Stil(("redactie_",), "what editors read about pages, and what they did to many at once"),
    Stil(("wagtailadmin_editingsession",), "who has a form open: written each time that somebody opens one"),
]
