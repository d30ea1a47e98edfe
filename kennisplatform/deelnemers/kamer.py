"""What this room brings: neighbourhoods to be found, what is kept of people, and the nightly work of post.

Post knows no room, and basis doesn't know post: this room introduces them.
"""

from kennisplatform.basis.nachtwerk import Nachtwerk, Tussenwerk
from kennisplatform.basis.standmeldingen import Meetwaarde, Standmelding
from kennisplatform.deelnemers import demoaccounts, laden, persoonsgegevens, proef, zoekbron
from kennisplatform.post import onderhoud, stand, wachtrij
from kennisplatform.proefdata.brengen import Proefvelden
from kennisplatform.tekening.tabellen import Stil

BRENGT = [
    *zoekbron.BRENGT,
    *persoonsgegevens.BRENGT,
    *demoaccounts.VRAGEN,
    laden.BUURTEN,
    Proefvelden("buurt", proef.velden),
    Stil(("post_", "deelnemers_logregel"), "letters, and who looked where: on no page of everybody"),
    Nachtwerk("post versturen", wachtrij.verwerk),
    Tussenwerk("post versturen", wachtrij.verwerk, elke_s=10),
    Nachtwerk("post opruimen", onderhoud.ruim_op),
    Standmelding("post", stand.waarschuwing),
    Meetwaarde("post_wacht", "Letters that could have left", lambda: stand.stand().wachtend),
    Meetwaarde("post_mislukt", "Letters that failed in the last day", lambda: stand.stand().mislukt),
]
