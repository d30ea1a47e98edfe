"""One style sheet for all public pages: the parts stay files of their own, and are sent as one; and the fonts.

Eight requests on a slow line took a second before anything was drawn. The parts are put one after the other in a folder
that the site writes itself; finders of static files, and so `collectstatic`, find it there. What is written for who reads
the parts (comments, indents) stays there: 2 of the 14 kB over the line.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import get_files
from django.core.files.storage import FileSystemStorage
from rcssmin import cssmin

from kennisplatform.basis import lettertypen

BLAD: Final = "css/site.css"
DELEN: Final = (
    "letters",
    "rollen",
    "basis",
    "kop",
    "delen",
    "tekst",
    "lijst",
    "rijen",
    "bewoners",
    "druk",
)  # in this order
EIGEN: Final = {BLAD, *(f"{lettertypen.MAP}/{naam}.woff2" for naam in lettertypen.SNEDEN)}
BRON: Final = Path(__file__).resolve().parent / "opmaak" / "css"


class Bundel(BaseFinder):
    """Named in STATICFILES_FINDERS."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.map = Path(settings.VAR) / "opmaak"
        voeg_samen(self.map / BLAD)
        lettertypen.maak(self.map / lettertypen.MAP)
        self.storage = FileSystemStorage(location=self.map)

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        gevonden = str(self.map / path) if path in EIGEN and (self.map / path).is_file() else ""
        return ([gevonden] if gevonden else []) if find_all else gevonden or None

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        for pad in get_files(self.storage, ["recept.txt", *(ignore_patterns or [])]):
            yield pad, self.storage


def voeg_samen(doel: Path) -> None:
    """Written only when it differs, and never half: another process may be reading it."""
    tekst = "\n".join(cssmin((BRON / f"{deel}.css").read_text(encoding="utf-8")) for deel in DELEN)
    if doel.exists() and doel.read_text(encoding="utf-8") == tekst:
        return
    doel.parent.mkdir(parents=True, exist_ok=True)
    nieuw = doel.with_suffix(f".{os.getpid()}")
    nieuw.write_text(tekst, encoding="utf-8")
    nieuw.replace(doel)
