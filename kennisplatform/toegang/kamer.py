"""What the door brings to the rooms below."""

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.tekening.tabellen import Stil
from kennisplatform.toegang import bewaren, persoonsgegevens, plekken

BRENGT = [
    *persoonsgegevens.BRENGT,
    *plekken.BRENGT,
    Stil(
        ("django_session", "account_", "mfa_", "socialaccount_", "usersessions_", "toegang_"), "the door: nobody else's"
    ),
    Nachtwerk("ongebruikte accounts", bewaren.ongebruikt),
    Nachtwerk("onbevestigde accounts", bewaren.onbevestigd),
    Nachtwerk("sessies", bewaren.sessies),
    Nachtwerk("logboek van rechten", bewaren.logboek),
]
