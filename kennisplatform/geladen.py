"""What a process loaded at its start stays to its end: looking through it for garbage again and again costs for nothing."""

from __future__ import annotations

import gc
from typing import Final

DREMPELS: Final = (20_000, 20, 20)  # a drawn page makes thousands of small things: seven hundred come every few parts


def laat_liggen() -> None:
    """Called once, when all is loaded. A full collection over it stops a request for an eighth of a second."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*DREMPELS)
