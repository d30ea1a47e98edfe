"""A missing or damaged index is rebuilt without anybody's help, in a process of its own, while search goes on."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Final

from django.conf import settings

from .motor import instelling

logger = logging.getLogger(__name__)

WACHT_S: Final = 120.0  # between two tries of one web process; across processes the rebuild's own lock decides
_slot = threading.Lock()
_laatste = 0.0


def begin() -> bool:
    """Start `herindex --zo-nodig`, at most once in a while. True when it was started."""
    global _laatste  # noqa: PLW0603  one clock a process
    with _slot:
        if not instelling("HERSTEL", False) or (_laatste and time.monotonic() - _laatste < WACHT_S):
            return False
        _laatste = time.monotonic()
    opdracht = [
        sys.executable,
        str(Path(settings.BASE_DIR) / "manage.py"),
        "herindex",
        "--zo-nodig",
        "--verbosity",
        "0",
    ]
    logger.error("the search index is rebuilt")
    # It goes on when this process is replaced; nobody waits for it.
    subprocess.Popen(
        opdracht, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True, cwd=settings.BASE_DIR
    )
    return True
