"""What the search library brings: Wagtail's pages."""

from kennisplatform.tekening.tabellen import Stil
from kennisplatform.zoeken.paginabron import PAGINAS

BRENGT = [PAGINAS, Stil(("zoeken_",), "the outbox: what comes of it is told when it is in the index")]
