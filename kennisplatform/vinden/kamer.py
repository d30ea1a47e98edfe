"""What the editors' search tools bring to the rooms below."""

from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.basis.rapporten import Rapportlink
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.inhoudlader.controle import Inhoudscontrole
from kennisplatform.tekening.tabellen import Stil
from kennisplatform.vinden import begripsporen, crisismeting, demo, eigen_regels, paginasporen, tellen
from kennisplatform.zoeken.antwoord.voorrang import Overzichtsoorten, Vaksoorten
from kennisplatform.zoeken.taal.aanvulling import Eigenregels

BRENGT = [
    # 'praktijk' is what foreign collections call an example (zoekproef).
    Vaksoorten(
        frozenset({"interventie", "zorgpad", "praktijkvoorbeeld", "praktijk", "thema", "document", "hulpmiddel"})
    ),
    Overzichtsoorten(frozenset({"onderwerp"})),
    Eigenregels(eigen_regels.eigen),
    begripsporen.SPOOR,
    paginasporen.SPOOR,
    Stil(("vinden_zoekterm", "vinden_weekgeheim"), "counted at each search, read by editors"),
    Nachtwerk("zoektelling", tellen.ruim_op),
    Rapportlink(
        "niet-gevonden",
        _("Meest gezocht en niet gevonden"),
        _("Woorden die lezers typten zonder goed resultaat."),
        "niet-gevonden:index",
        "vinden.view_zoekterm",
    ),
    Inhoudscontrole("Zinnen in nood zonder hulpblok", crisismeting.gemist, faalt=False),
    Demodata("vinden", demo.vul),
]
