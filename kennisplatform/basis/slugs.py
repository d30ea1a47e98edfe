"""Names of pages out of an address that may hold anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

SLUG: Final = re.compile(r"[\w-]{1,120}")


def slugs(waarden: Iterable[str], hoogstens: int) -> tuple[str, ...]:
    """Each once, in the order given; what is no slug is left out."""
    return tuple(dict.fromkeys(w for w in waarden if SLUG.fullmatch(w)))[:hoogstens]
