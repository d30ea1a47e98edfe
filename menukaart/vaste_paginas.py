from kennisplatform.basis.boom import kind, start
from menukaart.models import MenukaartPagina


def plant() -> None:
    kind(
        start(),
        MenukaartPagina,
        "menukaart",
        "Menukaart",
        inleiding="Plannen, activiteiten en zorgpaden waar een buurt uit kan kiezen. Bewijs, inzet en praktijk staan los van elkaar: u weegt ze zelf.",
    )
