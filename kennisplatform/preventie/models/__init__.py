"""The residents' hub: home, articles, themes, topics and the pages about this site."""

from kennisplatform.preventie.models.algemeen import AlgemenePagina
from kennisplatform.preventie.models.artikel import Artikel
from kennisplatform.preventie.models.collectie import Collectie
from kennisplatform.preventie.models.hulpmiddel import Hulpmiddel, HulpmiddelenPagina
from kennisplatform.preventie.models.invulblad import Invulblad, InvulbladenPagina
from kennisplatform.preventie.models.module import Module, ModulesPagina
from kennisplatform.preventie.models.routepagina import Routepagina
from kennisplatform.preventie.models.start import PreventiePagina, StartPagina
from kennisplatform.preventie.models.verzameling import OnderwerpPagina, ThemaPagina, Verzameling

__all__ = [
    "AlgemenePagina",
    "Artikel",
    "Collectie",
    "Hulpmiddel",
    "HulpmiddelenPagina",
    "Invulblad",
    "InvulbladenPagina",
    "Module",
    "ModulesPagina",
    "OnderwerpPagina",
    "PreventiePagina",
    "Routepagina",
    "StartPagina",
    "ThemaPagina",
    "Verzameling",
]
