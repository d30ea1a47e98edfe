"""Old code goes on while a new version puts its tables in place, and can be put back afterwards.

So a migration only adds: a new column may be empty or is filled by the database itself, and what is not used any more goes
in a version later. What must be otherwise is argued in GEARGUMENTEERD.
"""

from __future__ import annotations

import importlib
from typing import Any

from django.db import migrations, models

from tests.huis import KAMERMAPPEN, WORTEL

# 'room.0007_name': why, and what whoever upgrades has to do
GEARGUMENTEERD: dict[str, str] = {
    "plan.0002_eerste_jaar": "another first value for a new plan, which Python fills in; column and bounds are the same",
}
STUK = (
    migrations.RemoveField,
    migrations.DeleteModel,
    migrations.RenameField,
    migrations.RenameModel,
    migrations.AlterModelTable,
)


def nieuw() -> list[str]:
    uit = []
    for map_ in (pad for kamer in KAMERMAPPEN for pad in sorted((WORTEL / kamer).rglob("migrations"))):
        for pad in sorted(map_.glob("0*.py")):
            if int(pad.stem[:4]) > 1:  # each room begins anew at the first: nothing was released before it
                uit.append(".".join(pad.relative_to(WORTEL).with_suffix("").parts))
    return uit


def bezwaren(stappen: list[Any], *, gemaakt: set[str] | None = None) -> list[str]:
    """What old code can't live with, a line each. What is made in the same migration is nobody's yet."""
    uit, gemaakt = [], set() if gemaakt is None else gemaakt
    for stap in stappen:
        model = str(getattr(stap, "model_name", getattr(stap, "name", ""))).lower()
        if isinstance(stap, migrations.CreateModel):
            gemaakt.add(model)
        elif isinstance(stap, migrations.SeparateDatabaseAndState):
            uit += bezwaren(stap.database_operations, gemaakt=gemaakt)
        elif model in gemaakt:
            continue
        elif isinstance(stap, STUK):
            uit.append(f"{type(stap).__name__} {model}: old code still asks for it")
        elif isinstance(stap, migrations.AddField) and not _mag_leeg(stap.field):
            uit.append(f"{model}.{stap.name} must be filled, and old code doesn't know it: null=True or db_default")
        elif isinstance(stap, migrations.AlterField) and not (stap.field.null or _zelfde_kolom(stap.field)):
            uit.append(f"{model}.{stap.name} changes: old code may write what is refused now; argue that it doesn't")
    return uit


def _mag_leeg(veld: Any) -> bool:
    return bool(veld.null or veld.many_to_many or veld.db_default is not models.NOT_PROVIDED)


def _zelfde_kolom(veld: Any) -> bool:
    """Choices, words and help are no columns; a text may always grow."""
    return isinstance(veld, models.TextField | models.CharField)


def test_a_new_migration_only_adds() -> None:
    mis = {}
    for naam in nieuw():
        kamer, _migrations, kort = naam.split(".")[-3:]
        if f"{kamer}.{kort}" not in GEARGUMENTEERD:
            mis[naam] = bezwaren(importlib.import_module(naam).Migration.operations)
    assert not any(mis.values()), mis


def test_what_would_stop_old_code_is_seen() -> None:
    plus = migrations.AddField("ding", "naam", models.CharField(max_length=9, default=""))
    assert "null=True or db_default" in bezwaren([plus])[0]
    goed = [
        migrations.AddField("ding", "naam", models.CharField(max_length=9, db_default="")),
        migrations.AddField("ding", "wie", models.IntegerField(null=True)),
        migrations.CreateModel("Nieuw", [("id", models.AutoField(primary_key=True))]),
        migrations.AddField("nieuw", "verplicht", models.IntegerField()),
        migrations.AlterField("ding", "naam", models.CharField(max_length=90)),
        migrations.RunPython(migrations.RunPython.noop),
    ]
    assert not bezwaren(goed)
    kwaad = [
        migrations.RemoveField("ding", "naam"),
        migrations.RenameField("ding", "naam", "titel"),
        migrations.DeleteModel("Ding"),
        migrations.AlterField("ding", "aantal", models.IntegerField()),
        migrations.SeparateDatabaseAndState(database_operations=[migrations.RemoveField("ding", "x")]),
    ]
    assert len(bezwaren(kwaad)) == len(kwaad)
