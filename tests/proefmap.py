"""A filled site for tests: made once by the demo's own command, kept by the hash of what it was made from.

On SQLite the folder holds the database. On a server it stands beside the folder and each worker copies it there.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

WORTEL = Path(__file__).resolve().parent.parent
KAMERS = ("kennisplatform", "menukaart", "zorgpaden", "leernetwerk")
BEWAAR = WORTEL / "var" / "proef"
DATABASE = "kennisplatform.sqlite3"


def vingerafdruk(patronen: tuple[str, ...]) -> str:
    hash_ = hashlib.sha256((WORTEL / "requirements.txt").read_bytes())
    for kamer in KAMERS:
        for patroon in patronen:
            for bestand in sorted((WORTEL / kamer).rglob(patroon)):
                hash_.update(str(bestand.relative_to(WORTEL)).encode() + bestand.read_bytes())
    return hash_.hexdigest()[:16]


def omgeving(map_: Path, **meer: str) -> dict[str, str]:
    """Environment of a process that works in this folder and nowhere else."""
    schoon = {k: w for k, w in os.environ.items() if k not in {"DATABASE_URL", "CACHE_URL", "ZOEK_URL", "DEBUG"}}
    return (
        schoon
        | {
            "DEMO": "1",
            "DEBUG": "0",
            "VAR_MAP": str(map_),
            "LINKS_PER_NACHT": "0",
            "DATABASE_URL": f"sqlite:///{map_ / DATABASE}",
            "ZOEK_MAP": str(map_ / "zoekindex"),
        }
        | meer
    )


@contextlib.contextmanager
def slot(naam: str) -> Iterator[None]:
    BEWAAR.mkdir(parents=True, exist_ok=True)
    with (BEWAAR / f"{naam}.slot").open("w") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield


def gevuld() -> Path:
    """Folder with a migrated, filled database and its index. Takes a minute the first time of a day, then nothing.

    Of a day, because the demo has meetings of this week. What is older than an hour goes: another run may be copying
    what is younger.
    """
    doel = BEWAAR / f"gevuld-{_merk()}"
    with slot("gevuld"):
        if not doel.exists():
            for oud in BEWAAR.glob("gevuld-*/"):
                if oud.stat().st_mtime < time.time() - 3600:
                    shutil.rmtree(oud)
            werk = _lege_map("gevuld-in-de-maak")
            shutil.copy(gemigreerd(), werk / DATABASE)
            doe(werk, "demo", "--alleen-klaarzetten")
            werk.rename(doel)
    return doel


def gevuld_op_server(url: str, doe_op_server: Callable[[str], list[tuple[Any, ...]]]) -> tuple[Path, str]:
    """The folder, and the name of the database to copy. `url`: DATABASE_URL; `doe_op_server`: SQL outside any database."""
    naam = f"proef_{_merk().replace('-', '_')}"
    with slot("gevuld-op-server"):
        bestaat = doe_op_server(f"SELECT 1 FROM pg_database WHERE datname = '{naam}'")
        if not bestaat or not (BEWAAR / naam).exists():
            for oud in BEWAAR.glob("proef_*/"):  # also this one: half of it may be gone
                doe_op_server(f'DROP DATABASE IF EXISTS "{oud.name}"')
                shutil.rmtree(oud)
            doe_op_server(f'DROP DATABASE IF EXISTS "{naam}"')
            doe_op_server(f'CREATE DATABASE "{naam}"')
            werk = _lege_map("server-in-de-maak")
            erop = {"DATABASE_URL": urlsplit(url)._replace(path=f"/{naam}").geturl()}
            doe(werk, "migrate", "--verbosity", "0", **erop)
            shutil.copytree(gevuld(), werk, dirs_exist_ok=True)
            draai(werk, "-m", "tests.overzetten", str(werk / DATABASE), **erop)
            werk.rename(BEWAAR / naam)
    return BEWAAR / naam, naam


def _merk() -> str:
    return f"{dt.date.today()}-{vingerafdruk(('*.py', '*.toml', '*.txt'))}"


def _lege_map(naam: str) -> Path:
    werk = BEWAAR / naam
    shutil.rmtree(werk, ignore_errors=True)
    werk.mkdir()
    return werk


def gemigreerd() -> Path:
    """Wagtail's own migrations take twenty seconds; an empty migrated file is kept for as long as they are the same."""
    doel = BEWAAR / f"gemigreerd-{vingerafdruk(('migrations/*.py',))}.sqlite3"
    with slot("gemigreerd"):  # a test of another worker may ask for it while this one fills the site
        if not doel.exists():
            werk = _lege_map("migreren")
            doe(werk, "migrate", "--verbosity", "0")
            shutil.move(werk / DATABASE, doel)
    return doel


def doe(map_: Path, *opdracht: str, **omgeving_: str) -> None:
    draai(map_, "manage.py", *opdracht, **omgeving_)
    if (map_ / DATABASE).exists():
        sqlite_dicht(map_ / DATABASE)


def draai(map_: Path, *opdracht: str, **omgeving_: str) -> None:
    klaar = subprocess.run(
        [sys.executable, *opdracht],
        cwd=WORTEL,
        env=omgeving(map_, **omgeving_),
        capture_output=True,
        text=True,
        check=False,
    )
    if klaar.returncode:
        raise RuntimeError(f"{' '.join(opdracht)}\n{klaar.stdout[-2000:]}\n{klaar.stderr[-4000:]}")


def sqlite_dicht(bestand: Path) -> None:
    """Fold the write-ahead log into the file, so that copying the one file copies everything."""
    with contextlib.closing(sqlite3.connect(bestand)) as verbinding:
        verbinding.execute("PRAGMA wal_checkpoint(TRUNCATE)")
