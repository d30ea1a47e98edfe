"""What the editors' search tools bring to the rooms below."""

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.vinden import demo, eigen_regels, tellen
from kennisplatform.zoeken.taal.aanvulling import Eigenregels

BRENGT = [
    Eigenregels(eigen_regels.eigen),
    Nachtwerk("zoektelling", tellen.ruim_op),
    Demodata("vinden", demo.vul),
]
