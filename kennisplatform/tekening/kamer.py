"""What this room brings to itself."""

from kennisplatform.tekening import verandering
from kennisplatform.tekening.tabellen import Apart

BRENGT = [Apart(verandering.tabellen, in_merk=True)]
