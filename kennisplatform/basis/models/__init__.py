from kennisplatform.basis.models.begrippen import Begrip, Begripsoort, Oudecode
from kennisplatform.basis.models.bestandstekst import Bestandstekst
from kennisplatform.basis.models.bewijs import MetBewijs, MetInzet
from kennisplatform.basis.models.eenmaal import Eenmaal
from kennisplatform.basis.models.lezen import AlleenLezen
from kennisplatform.basis.models.lijst import LijstPagina
from kennisplatform.basis.models.media import Afbeelding, Bestand, Weergave
from kennisplatform.basis.models.mislukking import Mislukking
from kennisplatform.basis.models.nachtgang import Nachtgang
from kennisplatform.basis.models.pagina import KennisPagina, MetPraktijk, Trefwoord
from kennisplatform.basis.models.prullenbak import Weggegooid
from kennisplatform.basis.models.rijen import RijenPagina

__all__ = [
    "Afbeelding",
    "AlleenLezen",
    "Begrip",
    "Begripsoort",
    "Bestand",
    "Bestandstekst",
    "Eenmaal",
    "KennisPagina",
    "LijstPagina",
    "MetBewijs",
    "MetInzet",
    "MetPraktijk",
    "Mislukking",
    "Nachtgang",
    "Oudecode",
    "RijenPagina",
    "Trefwoord",
    "Weergave",
    "Weggegooid",
]
