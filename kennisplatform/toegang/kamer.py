"""What the door brings to the rooms below."""

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.toegang import bewaren, persoonsgegevens

BRENGT = [
    *persoonsgegevens.BRENGT,
    Nachtwerk("ongebruikte accounts", bewaren.ongebruikt),
    Nachtwerk("onbevestigde accounts", bewaren.onbevestigd),
    Nachtwerk("sessies", bewaren.sessies),
    Nachtwerk("logboek van rechten", bewaren.logboek),
]
