"""Which release draws: what an older one kept looks otherwise, and must not be shown by this one."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

SOORTEN = ("*.py", "*.html", "*.css", "*.js", "*.svg")


@cache
def uitgave() -> str:
    """The same for every process of one release: from the size and age of the house's own files."""
    som = hashlib.blake2b(digest_size=6)
    wortel = Path(settings.BASE_DIR)
    mappen = {Path(app.path) for app in apps.get_app_configs() if Path(app.path).is_relative_to(wortel)}
    # Rooms lie in each other, and packages may lie in the project's folder: neither counts twice or at all.
    kamers = {map_ for map_ in mappen if not {".venv", "node_modules"} & set(map_.relative_to(wortel).parts)}
    for bestand in sorted({b for map_ in (*kamers, wortel / "templates") for s in SOORTEN for b in map_.rglob(s)}):
        staat = bestand.stat()
        som.update(f"{bestand.relative_to(wortel)}:{staat.st_size}:{staat.st_mtime_ns}".encode())
    return som.hexdigest()
