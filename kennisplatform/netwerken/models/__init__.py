from kennisplatform.netwerken.models.aanvraag import Aanvraag
from kennisplatform.netwerken.models.afspraak import Afspraak
from kennisplatform.netwerken.models.belkaart import Belkaart
from kennisplatform.netwerken.models.meedoewens import Meedoewens
from kennisplatform.netwerken.models.overdracht import Overdracht
from kennisplatform.netwerken.models.uitnodiging import Uitnodiging
from kennisplatform.netwerken.models.werkwijze import DELEN, Werkwijze

__all__ = ["DELEN", "Aanvraag", "Afspraak", "Belkaart", "Meedoewens", "Overdracht", "Uitnodiging", "Werkwijze"]
