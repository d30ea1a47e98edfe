from kennisplatform.cijfers.models.cijfer import Cijfer, Cijferbron, Cijfers
from kennisplatform.cijfers.models.gebied import Buurtgebied, Gebied
from kennisplatform.cijfers.models.indicator import CODE, NNB, THEMAKEUZE, Aanname, Indicator

__all__ = [
    "CODE",
    "NNB",
    "THEMAKEUZE",
    "Aanname",
    "Buurtgebied",
    "Cijfer",
    "Cijferbron",
    "Cijfers",
    "Gebied",
    "Indicator",
]
