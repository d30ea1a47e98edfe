"""What documents bring to the rooms below."""

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.tekening.tabellen import Stil
from menukaart.commitment.bewijzen import Bewijsstuk
from menukaart.plan.vastgesteld import BijVaststellen
from menukaart.stukken import bewijs, pdf

BRENGT = [
    BijVaststellen("pdf", pdf.bij_vaststellen),
    Bewijsstuk("pdf", bewijs.vind, bewijs.adres),
    Nachtwerk("pdf van vastgestelde plannen", pdf.haal_in),
    Stil(("stukken_",), "inside a network, or behind a fingerprint"),
]
