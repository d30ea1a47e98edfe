"""The residents' hub: home, articles, themes, topics and the pages about this site."""

from kennisplatform.preventie.models.algemeen import AlgemenePagina
from kennisplatform.preventie.models.artikel import Artikel
from kennisplatform.preventie.models.hulpmiddel import Hulpmiddel, HulpmiddelenPagina
from kennisplatform.preventie.models.route import Route
from kennisplatform.preventie.models.start import PreventiePagina, StartPagina
from kennisplatform.preventie.models.verzameling import OnderwerpPagina, ThemaPagina, Verzameling

__all__ = [
    "AlgemenePagina",
    "Artikel",
    "Hulpmiddel",
    "HulpmiddelenPagina",
    "OnderwerpPagina",
    "PreventiePagina",
    "Route",
    "StartPagina",
    "ThemaPagina",
    "Verzameling",
]
