from kennisplatform.cijfers.models.cijfer import Cijfer, Cijfers
from kennisplatform.cijfers.models.gebied import Buurtgebied, Gebied
from kennisplatform.cijfers.models.indicator import CODE, NNB, THEMAKEUZE, Aanname, Indicator
from kennisplatform.cijfers.models.invoer import Cijferbron, Cijferinvoer
from kennisplatform.cijfers.models.onderzoek import Onderzoek

__all__ = [
    "CODE",
    "NNB",
    "THEMAKEUZE",
    "Aanname",
    "Buurtgebied",
    "Cijfer",
    "Cijferbron",
    "Cijferinvoer",
    "Cijfers",
    "Gebied",
    "Indicator",
    "Onderzoek",
]
