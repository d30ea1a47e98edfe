from kennisplatform.basis.boom import kind, start
from leernetwerk.models import LeernetwerkPagina


def plant() -> None:
    kind(
        start(),
        LeernetwerkPagina,
        "leernetwerk",
        "Leernetwerk",
        inleiding="Wat buurten deden, wat werkte, en wat niet en waarom.",
    )
