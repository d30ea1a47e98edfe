"""Faults to a Sentry of the organisation, where SENTRY_DSN says to which.

What went wrong and where in the code goes along; nothing of who asked for what: no request, no values of variables, no
text of the fault (a database says whose address was there twice). That text stands in the log of the site itself.
"""

from __future__ import annotations

import atexit
import logging
from typing import Any, Final

import sentry_sdk
from sentry_sdk.utils import event_from_exception

from kennisplatform.beheer.regels import EensPerMinuut

GEDULD_S: Final = 2.0  # at the end of a process, for what was not sent yet


class Melder(EensPerMinuut):
    """As often as the log says it: the first at once, the same ones of the next minute as one, with how many."""

    def __init__(self, dsn: str, omgeving: str) -> None:
        """Raises `sentry_sdk.utils.BadDsn` when `dsn` is none."""
        super().__init__()
        self.klant = sentry_sdk.Client(
            dsn=dsn,
            environment=omgeving,
            default_integrations=False,  # those look at requests, and keep what was logged before
            include_local_variables=False,
            include_source_context=False,
            max_breadcrumbs=0,
            server_name="",
            auto_session_tracking=False,
            send_client_reports=False,
        )
        atexit.unregister(self.af)
        atexit.register(self.sluit)

    def schrijf(self, record: logging.LogRecord) -> None:
        try:
            self.klant.capture_event(gebeurtenis(record, self.klant.options))
        except Exception:  # who tells of a fault is none itself
            self.handleError(record)

    def sluit(self) -> None:
        self.af()
        self.klant.close(timeout=GEDULD_S)


def gebeurtenis(record: logging.LogRecord, opties: dict[str, Any]) -> Any:
    """In the form of Sentry. The message is as our code has it, before anything was filled in."""
    uit: Any = {}
    if record.exc_info and record.exc_info[0]:
        uit, _hint = event_from_exception(record.exc_info, client_options=opties)
        for fout in uit["exception"]["values"]:
            fout["value"] = ""
    uit["level"], uit["logger"] = record.levelname.lower(), record.name
    uit["logentry"] = {"message": str(record.msg)}
    uit["tags"] = {"keer": getattr(record, "keer", 1)}
    return uit
