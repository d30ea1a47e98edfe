"""Our own words over Wagtail's: Dutch with 'u', and a review that comes back 'met een vraag'.

`locale/` keeps what people read and change; what programs read is made from it in the folder that the site writes
itself, before anything is translated. Nobody needs gettext's tools.
"""

from __future__ import annotations

import os
from pathlib import Path

import polib


def maak(bron: Path, doel: Path) -> None:
    """Written only where it differs, and never half: another process may be reading it."""
    for po in sorted(bron.glob("*/LC_MESSAGES/*.po")):
        mo = doel / po.relative_to(bron).with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        mo.parent.mkdir(parents=True, exist_ok=True)
        nieuw = mo.with_suffix(f".{os.getpid()}")
        nieuw.write_bytes(polib.pofile(str(po)).to_binary())
        nieuw.replace(mo)
