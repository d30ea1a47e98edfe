"""What the desk keeps: how each page stands, where links lead, saved views, and work on many pages at once."""

from kennisplatform.redactie.models.bezoek import Bezoekdag
from kennisplatform.redactie.models.links import Buitenlink, Linkplek
from kennisplatform.redactie.models.meelezen import Meeleeslink
from kennisplatform.redactie.models.regels import Inhoudsregel, Regelgang
from kennisplatform.redactie.models.stand import Paginastand, Rapportkeuze
from kennisplatform.redactie.models.werk import Werkgang, Werkregel

__all__ = [
    "Bezoekdag",
    "Buitenlink",
    "Inhoudsregel",
    "Linkplek",
    "Meeleeslink",
    "Paginastand",
    "Rapportkeuze",
    "Regelgang",
    "Werkgang",
    "Werkregel",
]
