"""Does it live? For a health check: `python -m kennisplatform.beheer.leeft` (the site), `… werker` or `… nacht`.
Ends with 0 or 1.

Starts no Django: it is asked every few seconds.
"""

from __future__ import annotations

import os
import sys
import time
import urllib.request
from pathlib import Path
from typing import Final

# Who leaves a sign of life, and after how many seconds of silence it is taken for dead: a batch of mail to a slow
# server takes minutes, a night's work on a large site may take hours.
TE_LANG_S: Final = {"werker": 900.0, "nacht": 6 * 3600.0}


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


def klopt(wie: str) -> bool:
    try:
        return time.time() - hartslag(os.environ.get("VAR_MAP", "gegevens"), wie).stat().st_mtime < TE_LANG_S[wie]
    except OSError:
        return False


def hartslag(plek: str | Path, wie: str) -> Path:
    return Path(plek) / f"{wie}.leeft"


def leeft(woorden: list[str]) -> bool:
    return klopt(woorden[0]) if woorden else site()


if __name__ == "__main__":
    sys.exit(0 if leeft(sys.argv[1:]) else 1)
