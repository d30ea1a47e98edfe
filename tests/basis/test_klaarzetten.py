"""A database from before the new beginning of the tables is refused in one sentence, and nothing is touched."""

from __future__ import annotations

import pytest
from django.core.management import CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from kennisplatform.basis import klaarzetten

pytestmark = pytest.mark.django_db


def test_the_database_of_now_is_taken() -> None:
    klaarzetten.tabellen(print)


def test_a_database_of_before_is_refused_with_what_to_do() -> None:
    noteert = MigrationRecorder(connection)
    noteert.record_applied("basis", "0003_bestandstekst")
    for app, naam in MigrationRecorder(connection).applied_migrations():
        if app == "basis" and naam.startswith("0001_"):  # what it has now instead, and what that came in the place of
            noteert.record_unapplied(app, naam)
    with pytest.raises(CommandError, match=r"nieuwe begin van de tabellen.*make schoon"):
        klaarzetten.tabellen(print)


def test_a_database_of_a_later_version_is_taken() -> None:
    """Who goes back to the version of before finds the tables of the next one: never a reason to throw anything away."""
    MigrationRecorder(connection).record_applied("basis", "0099_van_later")
    klaarzetten.tabellen(print)


def test_what_another_package_once_had_is_no_reason() -> None:
    MigrationRecorder(connection).record_applied("taggit", "0099_weg")
    klaarzetten.tabellen(print)
