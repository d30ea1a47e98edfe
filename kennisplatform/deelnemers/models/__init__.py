from kennisplatform.deelnemers.models.buurt import Buurt
from kennisplatform.deelnemers.models.gebruiker import Gebruiker, Gebruikers
from kennisplatform.deelnemers.models.herindeling import Herindeling
from kennisplatform.deelnemers.models.lidmaatschap import Lidmaatschap, Lidmaatschappen
from kennisplatform.deelnemers.models.logboek import Logregel

__all__ = ["Buurt", "Gebruiker", "Gebruikers", "Herindeling", "Lidmaatschap", "Lidmaatschappen", "Logregel"]
