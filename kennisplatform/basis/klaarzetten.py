"""From an empty folder to a filled site: tables, content, index. Each step does nothing when it is done already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from kennisplatform.zoeken.motor import motoren
from kennisplatform.zoeken.poort import ZoekFout

Zeg = Callable[[str], None]


def tabellen(zeg: Zeg) -> None:
    for map_ in (settings.VAR, settings.STATIC_ROOT, settings.MEDIA_ROOT):
        Path(map_).mkdir(parents=True, exist_ok=True)
    uitvoerder = MigrationExecutor(connection)
    if uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()):
        zeg("Database inrichten …")
        call_command("migrate", verbosity=0, interactive=False)


def zoekindex(zeg: Zeg) -> None:
    try:
        leeg = any(not m.gezond() or m.aantal() == 0 for m in motoren())
    except ZoekFout:
        leeg = True
    if leeg:
        zeg("Zoekindex maken …")
        call_command("herindex", verbosity=0)
