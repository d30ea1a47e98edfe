"""How questions travel to the cluster: never longer than who asks may wait.

After a commit somebody waits for their page (kennisplatform/naderhand.py): then each question gets what is left of that
second, is asked once, and a cluster that was too late is left alone for a while. Elsewhere the client's own limits hold.
"""

from __future__ import annotations

import time
from typing import Any, Final

from elastic_transport import ConnectionTimeout, Transport

from kennisplatform import naderhand

RUST_S: Final = 10.0  # that writers pass over a cluster which was too late; what waits is in the outbox
MINST_S: Final = 0.05


class TermijnVervoer(Transport):
    _rust_tot = 0.0

    def perform_request(self, method: str, target: str, **rest: Any) -> Any:
        over = naderhand.rest()
        if over is None:
            return super().perform_request(method, target, **rest)
        rust = time.monotonic() < self._rust_tot and not naderhand.laat_los()
        if over < MINST_S or rust:
            raise ConnectionTimeout("no time left for the search cluster; what is to be written waits in the outbox")
        gevraagd = rest.get("request_timeout")
        grens = min(over, gevraagd) if isinstance(gevraagd, int | float) else over
        try:
            return super().perform_request(
                method, target, **rest | {"request_timeout": grens, "retry_on_timeout": False, "max_retries": 1}
            )
        except ConnectionTimeout:
            self._rust_tot = time.monotonic() + RUST_S
            raise
