from kennisplatform.agenda.models.bijeenkomst import Bijeenkomst
from kennisplatform.agenda.models.deelname import Deelname
from kennisplatform.agenda.models.ervaringsdeskundige import Ervaringsdeskundige
from kennisplatform.agenda.models.kalender import Kalender

__all__ = ["Bijeenkomst", "Deelname", "Ervaringsdeskundige", "Kalender"]
