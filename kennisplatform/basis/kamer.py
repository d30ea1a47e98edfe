"""What this room brings to the search library, and to itself."""

from kennisplatform.basis.documenten import zoekbron
from kennisplatform.basis.kaarten import Kaartsoort, haal_paginas

BRENGT = [*zoekbron.BRENGT, Kaartsoort("pagina", haal_paginas)]
