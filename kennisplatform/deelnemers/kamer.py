"""What this room brings: neighbourhoods to be found, what is kept of people, and the nightly work of post.

Post knows no room, and basis doesn't know post: this room introduces them.
"""

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.basis.standmeldingen import Standmelding
from kennisplatform.deelnemers import laden, persoonsgegevens, proef, zoekbron
from kennisplatform.post import onderhoud, stand, wachtrij
from kennisplatform.proefdata.brengen import Proefvelden

BRENGT = [
    *zoekbron.BRENGT,
    *persoonsgegevens.BRENGT,
    laden.BUURTEN,
    Proefvelden("buurt", proef.velden),
    Nachtwerk("post versturen", wachtrij.verwerk),
    Nachtwerk("post opruimen", onderhoud.ruim_op),
    Standmelding("post", stand.waarschuwing),
]
