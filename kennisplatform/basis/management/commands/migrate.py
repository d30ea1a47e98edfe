"""Django's own `migrate`; into an empty database what others made goes first, and ours on top of it."""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from kennisplatform.basis.klaarzetten import onze_apps


class Command(Migrate):
    """A migration builds every model anew that touches the one it changes. Mixed with ours, by the alphabet, Wagtail's
    capital letters rebuilt two hundred models each: 57 s of CPU, and 43 in this order.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        uitvoerder = MigrationExecutor(connections[options["database"]])
        alles = not options["app_label"] and not options["plan"] and not options["check_unapplied"]
        if alles and not uitvoerder.loader.applied_migrations:
            ons = onze_apps()
            uitvoerder.migrate([blad for blad in uitvoerder.loader.graph.leaf_nodes() if blad[0] not in ons])
        super().handle(*args, **options)
