"""Texts from before the rule are cleaned. On a fresh database there are none."""

from typing import Any

from django.db import migrations

from kennisplatform.tekst import opruimen


def maak_schoon(_apps: Any, _schema_editor: Any) -> None:
    opruimen.alles()


class Migration(migrations.Migration):
    initial = True
    dependencies = [("wagtailcore", "__first__")]
    operations = [migrations.RunPython(maak_schoon, migrations.RunPython.noop, elidable=True)]
