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
    """Migrations began anew once, before the first release: tables of before can't be carried over.

    A database of a *later* version has all of ours and more: to that one this code was gone back, and it is taken.
    """
    ons, gedaan, bestanden = onze_apps(), set(lader.applied_migrations or {}), lader.disk_migrations or {}
    bekend = {naam for sleutel, stap in bestanden.items() for naam in (sleutel, *stap.replaces)}
    vreemd = {app for app, naam in gedaan if app in ons and (app, naam) not in bekend}
    if vreemd & {app for app, naam in bestanden if (app, naam) not in gedaan}:
        raise CommandError(
            f"De database ({connection.settings_dict['NAME']}) is van vóór het nieuwe begin van de tabellen en past niet "
            "meer. Bij de demo: make schoon, en begin opnieuw. Op een server: gooi niets weg, maak een nieuwe lege database "
            "en laat DATABASE_URL daarheen wijzen."
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
