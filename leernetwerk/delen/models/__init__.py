from leernetwerk.delen.models.bestanden import Beeld, Bijlage
from leernetwerk.delen.models.inzending import TEKSTVELDEN, Inzending, Terzijde
from leernetwerk.delen.models.taak import Beoordeling
from leernetwerk.delen.models.vervolg import Vervolg

__all__ = ["TEKSTVELDEN", "Beeld", "Beoordeling", "Bijlage", "Inzending", "Terzijde", "Vervolg"]
