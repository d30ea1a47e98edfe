from leernetwerk.agenda.models.bijeenkomst import Bijeenkomst
from leernetwerk.agenda.models.deelname import Deelname
from leernetwerk.agenda.models.ervaringsdeskundige import Ervaringsdeskundige
from leernetwerk.agenda.models.kalender import Kalender

__all__ = ["Bijeenkomst", "Deelname", "Ervaringsdeskundige", "Kalender"]
