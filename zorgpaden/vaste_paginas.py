from kennisplatform.basis.boom import kind, start
from zorgpaden.models import ZorgpadenPagina


def plant() -> None:
    kind(
        start(),
        ZorgpadenPagina,
        "zorgpaden",
        "Zorgpaden",
        inleiding="Behandelen dichtbij huis, stap voor stap: wie doet wat, en wat moet er zijn.",
    )
