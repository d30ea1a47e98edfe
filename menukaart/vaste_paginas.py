from kennisplatform.basis.boom import kind, start
from menukaart.models import MenukaartPagina


def plant() -> None:
    kind(
        start(),
        MenukaartPagina,
        "menukaart",
        "Menukaart",
        inleiding="Plannen die elders zijn uitgevoerd. Bewijs, inzet en praktijk staan los van elkaar: u weegt ze zelf.",
    )
