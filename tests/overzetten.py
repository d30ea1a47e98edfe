"""The filled site of SQLite in an empty, migrated database on a server: its rows as they stand, in seconds.

    DATABASE_URL=postgres://… python -m tests.overzetten site.sqlite3

The loader takes minutes there and would come to the same rows; that it works on PostgreSQL is asked by tests of its own
(tests/inhoudlader, tests/basis/test_klaarzetten.py). Here PostgreSQL reads each value by its own rules, and looks at
every key and constraint when all are there.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kennisplatform.settings")
ZOEKEN = "wagtailsearch_"  # the admin's own search has other columns on each kind of server: made anew


def zet_over(bron: str) -> None:
    from django.apps import apps
    from django.core.management import call_command
    from django.core.management.color import no_style
    from django.db import connection, transaction

    modellen = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    tabellen = sorted({m._meta.db_table for m in modellen if not m._meta.db_table.startswith(ZOEKEN)})
    with (
        contextlib.closing(sqlite3.connect(f"file:{bron}?mode=ro", uri=True)) as van,
        transaction.atomic(),
        connection.cursor() as naar,
    ):
        naar.execute("SET LOCAL TIME ZONE 'UTC'")  # as SQLite has its moments, without saying so
        naar.execute("TRUNCATE " + ", ".join(map(connection.ops.quote_name, tabellen)) + " CASCADE")
        for tabel in tabellen:
            rijen = van.execute(f'SELECT * FROM "{tabel}"')
            velden = ", ".join(connection.ops.quote_name(kolom[0]) for kolom in rijen.description)
            with naar.copy(f"COPY {connection.ops.quote_name(tabel)} ({velden}) FROM STDIN") as kopie:
                for rij in rijen:
                    kopie.write_row(rij)
        for opdracht in connection.ops.sequence_reset_sql(no_style(), modellen):
            naar.execute(opdracht)
    call_command("update_index", verbosity=0)


if __name__ == "__main__":
    django.setup()
    zet_over(sys.argv[1])
