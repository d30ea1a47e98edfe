"""What the search library brings: Wagtail's pages."""

from kennisplatform.zoeken.paginabron import PAGINAS

BRENGT = [PAGINAS]
