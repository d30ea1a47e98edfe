"""The door in front of a draft: found by its key, opened by rechten.py."""

from __future__ import annotations

from collections.abc import Callable

from kennisplatform.deelnemers.deur import View, bij_sleutel
from kennisplatform.deelnemers.rechten import Doe
from leernetwerk.delen.models import Inzending


def bij_inzending(doe: Doe) -> Callable[[View], View]:
    return bij_sleutel(doe, lambda: Inzending.objects.select_related("buurt", "schrijver", "contact", "laatste"))
