"""What a site needs to start: its tables, room on the disk, and services that answer. One Dutch sentence each."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from kennisplatform.basis.startvragen import Startvraag
from kennisplatform.zoeken.motor import motoren
from kennisplatform.zoeken.poort import IndexStuk, ZoekFout

MB: Final = 1024 * 1024
BIJNA_VOL_MB: Final = 500  # a night's work makes a second search index beside the first
BIJNA_VOL: Final = 0.05


def database() -> str:
    try:
        connection.ensure_connection()
    except Exception as fout:
        return f"De database antwoordt niet ({type(fout).__name__}). Start haar, of kijk DATABASE_URL na."
    return ""


def migraties() -> str:
    uitvoerder = MigrationExecutor(connection)
    mist = uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())
    return f"De database mist {len(mist)} migraties. Draai: manage.py klaarzetten" if mist else ""


def vrij_mb(map_: str | Path) -> tuple[int, int]:
    """(free, whole) megabytes of the disk that holds this folder, or the first one above it that is there."""
    pad = Path(map_)
    while not pad.exists():
        pad = pad.parent
    schijf = shutil.disk_usage(pad)
    return schijf.free // MB, schijf.total // MB


def schijf() -> str:
    vrij, heel = vrij_mb(settings.VAR)
    if vrij < min(BIJNA_VOL_MB, heel * BIJNA_VOL):
        return f"De schijf van {settings.VAR} is bijna vol ({vrij} MB vrij). Maak ruimte, of zet VAR_MAP op een andere."
    return ""


def geheugen() -> str:
    if not settings.CACHE_URL:
        return ""
    standen = [caches[naam].toestand() for naam in ("default", "paginas")]  # type: ignore[attr-defined]  # a Keten
    weg = [zin for zin in standen if zin != "ok"]
    return f"{weg[0]}. Start hem, of kijk CACHE_URL en TELLERS_URL na." if weg else ""


def zoekmachine() -> str:
    """Only a cluster that was named: the embedded engine makes its own index."""
    if not settings.ZOEK["URL"]:
        return ""
    try:
        motoren()[0].aantal()
    except IndexStuk:
        return ""  # it answers, and klaarzetten makes the index
    except ZoekFout:
        return "Elasticsearch antwoordt niet. Start hem, of kijk ZOEK_URL na."
    return ""


VRAGEN: Final = (
    Startvraag("database", database, gaat_over=True),
    Startvraag("migraties", migraties),
    Startvraag("schijf", schijf, gaat_over=True),
    Startvraag("geheugen", geheugen, gaat_over=True),
    Startvraag("zoekmachine", zoekmachine, gaat_over=True),
)
