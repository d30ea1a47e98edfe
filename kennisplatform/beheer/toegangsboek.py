"""A line for each request, written by gunicorn's own hand: requests that Django never sees are in it too.

No address of a person, no question of an address (it holds what somebody looked for), keys replaced by '…'.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from gunicorn.glogging import Logger

from kennisplatform.beheer import maskeren
from kennisplatform.beheer.regels import Vorm, regel, tijd


class Toegangsboek(Logger):
    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Vorm())

    # What it counts is imported by a worker, which knows by then in which file (dienst.py): the first process counts
    # nothing.
    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta) -> None:
        from kennisplatform.beheer import metingen  # noqa: PLC0415

        status = resp.status.split(None, 1)[0] if isinstance(resp.status, str) else str(resp.status)
        seconden = request_time.total_seconds()
        bewaard = any(naam == "X-Cache" for naam, _waarde in resp.headers)
        pad = environ.get("PATH_INFO") or getattr(req, "path", "") or ""  # of a fault gunicorn hands on little
        metingen.tel(pad, status, seconden, bewaard=bewaard)
        if not self.access_log_enabled:
            return
        self.access_log.info(
            regel(
                tijd=tijd(time.time()),
                wijze=environ.get("REQUEST_METHOD", ""),
                pad=maskeren.tekst(pad.encode("latin-1", "replace").decode("utf-8", "replace")),
                status=int(status),
                ms=round(seconden * 1000, 1),
                bytes=getattr(resp, "sent", 0),
                bewaard=bewaard,
            )
        )
