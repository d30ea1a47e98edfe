from leernetwerk.podium.models.nieuwsbrief import Abonnee, Nieuwsbrief
from leernetwerk.podium.models.uitlichting import Uitlichting

__all__ = ["Abonnee", "Nieuwsbrief", "Uitlichting"]
