"""From an empty folder to a filled site: tables, content, index. Each step does nothing when it is done already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from kennisplatform.zoeken.motor import motoren
from kennisplatform.zoeken.poort import ZoekFout

Zeg = Callable[[str], None]
ONZE = ("kennisplatform", "menukaart", "zorgpaden", "leernetwerk")


def tabellen(zeg: Zeg) -> None:
    for map_ in (settings.VAR, settings.STATIC_ROOT, settings.MEDIA_ROOT):
        Path(map_).mkdir(parents=True, exist_ok=True)
    uitvoerder = MigrationExecutor(connection)
    weiger_oude_database(uitvoerder.loader)
    if uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()):
        zeg("Database inrichten …")
        call_command("migrate", verbosity=0, interactive=False)


def weiger_oude_database(lader: MigrationLoader) -> None:
    """Migrations began anew once, before the first release: tables of before can't be carried over."""
    ons = onze_apps()
    bekend = {naam for sleutel, stap in (lader.disk_migrations or {}).items() for naam in (sleutel, *stap.replaces)}
    if any(sleutel[0] in ons and sleutel not in bekend for sleutel in lader.applied_migrations or {}):
        raise CommandError(
            f"De database ({connection.settings_dict['NAME']}) is van vóór het nieuwe begin van de tabellen en past niet "
            "meer: haal haar weg (bij de demo: make schoon) en begin opnieuw."
        )


def onze_apps() -> set[str]:
    """Labels of the rooms that have tables."""
    return {config.label for config in apps.get_app_configs() if config.name.startswith(ONZE)}


def zoekindex(zeg: Zeg) -> None:
    try:
        leeg = any(not m.gezond() or m.aantal() == 0 for m in motoren())
    except ZoekFout:
        leeg = True
    if leeg:
        zeg("Zoekindex maken …")
        call_command("herindex", verbosity=0)
