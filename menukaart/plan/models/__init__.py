from menukaart.plan.models.beeld import (
    Beeldinzicht,
    Beeldkracht,
    Beelduitdaging,
    Beeldversie,
    Buurtbeeld,
    Regiopunt,
)
from menukaart.plan.models.plan import (
    Begrotingsregel,
    Buurtplan,
    Planactiviteit,
    Planthema,
    Planversie,
)
from menukaart.plan.models.tarief import Tarief

__all__ = [
    "Beeldinzicht",
    "Beeldkracht",
    "Beelduitdaging",
    "Beeldversie",
    "Begrotingsregel",
    "Buurtbeeld",
    "Buurtplan",
    "Planactiviteit",
    "Planthema",
    "Planversie",
    "Regiopunt",
    "Tarief",
]
