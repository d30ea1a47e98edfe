"""Does it live? For a health check: `python -m kennisplatform.beheer.leeft` (the site) or `… leeft werker`. Ends with 0 or 1.

Starts no Django: it is asked every few seconds.
"""

from __future__ import annotations

import os
import sys
import time
import urllib.request
from pathlib import Path
from typing import Final

HARTSLAG: Final = "werker.leeft"
TE_LANG_S: Final = 900.0  # a batch of mail to a slow server takes minutes


def site() -> bool:
    """Asked under the site's own name: any other is refused."""
    naam = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    poort = os.environ.get("BIND", "").rpartition(":")[2] or os.environ.get("PORT") or "8000"
    vraag = urllib.request.Request(f"http://127.0.0.1:{poort}/healthz", headers={"Host": naam})
    zonder_omweg = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with zonder_omweg.open(vraag, timeout=4) as antwoord:
            return bool(antwoord.status == 200)
    except OSError:
        return False


def werker() -> bool:
    try:
        return time.time() - (Path(os.environ.get("VAR_MAP", "gegevens")) / HARTSLAG).stat().st_mtime < TE_LANG_S
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(0 if (werker() if "werker" in sys.argv[1:] else site()) else 1)
