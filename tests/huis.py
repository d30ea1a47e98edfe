"""The files of this house and what they import: for the tests that read its source."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
KAMERMAPPEN = ("kennisplatform", "menukaart", "zorgpaden", "leernetwerk")


def onze_bestanden() -> list[Path]:
    mappen = [WORTEL / k for k in KAMERMAPPEN]
    return [p for map_ in mappen for p in sorted(map_.rglob("*.py")) if "migrations" not in p.parts]


def modulenaam(pad: Path) -> str:
    return ".".join(pad.relative_to(WORTEL).with_suffix("").parts).removesuffix(".__init__")


def invoer(pad: Path) -> set[str]:
    """Every module that a file imports, inline imports included, relative ones made absolute."""
    namen: set[str] = set()
    eigen = modulenaam(pad)
    pakket = eigen if pad.name == "__init__.py" else eigen.rpartition(".")[0]
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            namen |= {naam.name for naam in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            basis = knoop.module or ""
            if knoop.level:
                boven = pakket.split(".")[: len(pakket.split(".")) - knoop.level + 1]
                basis = ".".join([*boven, basis] if basis else boven)
            namen |= {basis, *(f"{basis}.{naam.name}" for naam in knoop.names)}
    return namen


def git_bestanden() -> list[str]:
    klaar = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=WORTEL, capture_output=True, text=True, check=True
    )
    return klaar.stdout.split("\n")[:-1]
