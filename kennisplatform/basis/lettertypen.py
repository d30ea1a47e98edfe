"""The fonts of the site, cut from those of the lock file to what its pages use. Two thirds of a first visit were fonts:
headings brought all their weights along, and one Turkish or Polish letter the whole of Latin Extended.

Made once, in the folder that the site writes itself (basis/bundel.py), and again when a source or a line below changes.
Which face holds which letters stands in letters.css too.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from django.conf import settings

MAP: Final = "lettertypen/eigen"
VERSIE: Final = 2  # one more when the way of cutting changes: what was made before is made again
BRONNEN: Final = Path("node_modules") / "@fontsource-variable"
TURKS_EN_POOLS: Final = "ĞğİŞşĄąĆćĘęŁłŃńŚśŹźŻż"  # those that Latin-1 has not
ARABISCH: Final = "".join(map(chr, (*range(0x0600, 0x0700), *range(0x200C, 0x200F))))
# Language → what its pages need beside Latin letters: asked for at once, or words jump when the file comes in.
BIJ_TAAL: Final = {"tr": "turks-pools", "pl": "turks-pools", "ar": "arabisch", "uk": "cyrillisch"}
ERBIJ: Final = ["tnum"]  # figures of one width, in tables


@dataclass(frozen=True)
class Lettersnede:
    """One face: from which file, which letters (empty: all of them), and how heavy (None: as heavy as is asked)."""

    bron: str
    tekens: str = ""
    dikte: float | tuple[float, float] | None = None


SNEDEN: Final = {
    "tekst-latijn": Lettersnede("source-sans-3/files/source-sans-3-latin-wght-normal.woff2"),
    "tekst-turks-pools": Lettersnede("source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2", TURKS_EN_POOLS),
    "tekst-cyrillisch": Lettersnede("source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2"),
    "tekst-arabisch": Lettersnede("vazirmatn/files/vazirmatn-arabic-wght-normal.woff2", ARABISCH, (400, 800)),
    "kop-latijn": Lettersnede("bitter/files/bitter-latin-wght-normal.woff2", dikte=700),
    "kop-turks-pools": Lettersnede("bitter/files/bitter-latin-ext-wght-normal.woff2", TURKS_EN_POOLS, 700),
}


def vooraf(taal: str) -> list[str]:
    """The faces that a browser should fetch before it has read the style sheet."""
    bij = BIJ_TAAL.get(taal)
    return [f"{MAP}/tekst-{naam}.woff2" for naam in ("latijn", bij) if naam]


def eerste(taal: str) -> list[str]:
    """All that a first visit in this language brings along: headings have letters of their own, where they are Latin."""
    kop = {"ar": [], "uk": []}.get(taal, [f"{MAP}/kop-{naam}.woff2" for naam in ("latijn", BIJ_TAAL.get(taal)) if naam])
    return [*vooraf(taal), *kop]


def maak(doel: Path) -> None:
    """Writes what is missing. Without the sources (a checkout before `npm ci`) pages are in the reader's own fonts."""
    bronnen = {naam: Path(settings.BASE_DIR) / BRONNEN / snede.bron for naam, snede in SNEDEN.items()}
    if not all(bron.is_file() for bron in bronnen.values()):
        return
    recept = doel / "recept.txt"
    nu = _recept(bronnen)
    paden = {naam: doel / f"{naam}.woff2" for naam in SNEDEN}
    if recept.is_file() and recept.read_text() == nu and all(pad.is_file() for pad in paden.values()):
        return
    doel.mkdir(parents=True, exist_ok=True)
    for naam, pad in paden.items():
        _schrijf(pad, _snijd(bronnen[naam], SNEDEN[naam]))
    _schrijf(recept, nu.encode())


def _recept(bronnen: dict[str, Path]) -> str:
    maten = [(naam, bron.stat().st_size, SNEDEN[naam]) for naam, bron in bronnen.items()]
    return hashlib.sha256(repr((VERSIE, maten, ERBIJ)).encode()).hexdigest()


def _snijd(bron: Path, snede: Lettersnede) -> bytes:
    from fontTools import subset  # noqa: PLC0415  half a second, which a start pays only when a font has changed
    from fontTools.ttLib import TTFont  # noqa: PLC0415  the same
    from fontTools.varLib import instancer  # noqa: PLC0415  the same

    letters = TTFont(bron)
    keus = subset.Options(layout_features=[*subset.Options().layout_features, *ERBIJ])
    snijder = subset.Subsetter(keus)
    snijder.populate(unicodes=[ord(teken) for teken in snede.tekens] or list(letters.getBestCmap()))
    snijder.subset(letters)
    if snede.dikte is not None:
        letters = instancer.instantiateVariableFont(letters, {"wght": snede.dikte})
    letters.flavor = "woff2"
    uit = BytesIO()
    letters.save(uit)
    return uit.getvalue()


def _schrijf(pad: Path, inhoud: bytes) -> None:
    """Never half: another process may be reading it."""
    nieuw = pad.with_suffix(f".{os.getpid()}")
    nieuw.write_bytes(inhoud)
    nieuw.replace(pad)
