"""What this room brings: the copy of every night, and whether there is one."""

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.basis.standmeldingen import Standmelding
from kennisplatform.beheer.kopie import bewaren

BRENGT = [
    Nachtwerk("kopie", bewaren.nachtkopie),
    Standmelding("kopie", bewaren.stand),
]
