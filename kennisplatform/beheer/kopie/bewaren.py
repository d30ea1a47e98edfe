"""A copy of all that can't be made again: rows, uploaded files, keys. By hand, and every night.

Rows go out as our own lines, not through pg_dump: that one must be as new as the server, isn't in the image, and what it
makes can't be compared. So there is one way, which every test run walks, on both databases.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from kennisplatform.beheer.kopie import archief, rijen

NAAM: Final = "kopie-*.tar"
# What people ask first. A name of a record, as a reference to another room's table has it.
HOOFDZAKEN: Final = {
    "bladzijden": "wagtailcore.Page",
    "mensen": "deelnemers.Gebruiker",
    "buurten": "deelnemers.Buurt",
    "plannen": "plan.Buurtplan",
}


@contextlib.contextmanager
def een_moment() -> Iterator[None]:
    """All that is read inside is from one moment, and nobody who writes waits for it."""
    if connection.in_atomic_block:  # a test
        yield
    elif connection.vendor == "sqlite":  # Django's own transaction would take the place of the writer
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def migraties() -> list[list[str]]:
    return sorted([app, naam] for app, naam in MigrationRecorder(connection).applied_migrations())


def mediabestanden(map_: Path) -> Iterator[Path]:
    return (pad for pad in sorted(map_.rglob("*")) if pad.is_file() and not pad.is_symlink())


def mediasom(map_: Path) -> dict[str, Any]:
    """How many files, and one sum over their names and contents."""
    sommen = {}
    for pad in mediabestanden(map_):
        with pad.open("rb") as inhoud:
            sommen[pad.relative_to(map_).as_posix()] = hashlib.file_digest(inhoud, "sha256").hexdigest()
    return som_van(sommen)


def som_van(sommen: dict[str, str]) -> dict[str, Any]:
    tekst = "\n".join(f"{som} {naam}" for naam, som in sorted(sommen.items()))
    return {"aantal": len(sommen), "som": hashlib.sha256(tekst.encode()).hexdigest()}


def hoofdzaken(tabellen: dict[str, dict[str, Any]], media: dict[str, Any]) -> dict[str, int]:
    bekend = {naam: tabellen[label]["rijen"] for naam, label in HOOFDZAKEN.items() if label in tabellen}
    return bekend | {"bestanden": media["aantal"], "tabellen": len(tabellen)}


def bewaar(doel: Path, *, met_sleutels: bool = True) -> dict[str, Any]:
    """Writes a copy to this file; returns its manifest."""
    tabellen: dict[str, dict[str, Any]] = {}
    with archief.nieuw(doel) as kopie:
        if met_sleutels:
            sleutels = {"SECRET_KEY": settings.SECRET_KEY, "SECRET_KEY_FALLBACKS": list(settings.SECRET_KEY_FALLBACKS)}
            kopie.tekst(archief.SLEUTELS, sleutels)
        with een_moment():
            gedaan = migraties()
            for model in rijen.tabellen():
                som = rijen.Tabelsom()
                kopie.regels(archief.RIJEN.format(model._meta.label), rijen.lees(model, som))
                tabellen[model._meta.label] = som.als_tekst()
        media = _media(kopie)
        manifest = {
            "vorm": archief.VORM,
            "gemaakt": timezone.now().isoformat(timespec="seconds"),
            "motor": connection.vendor,
            "migraties": gedaan,
            "tabellen": tabellen,
            "media": media,
            "hoofdzaken": hoofdzaken(tabellen, media),
            "stukken": kopie.stukken.copy(),
        }
        kopie.tekst(archief.MANIFEST, manifest)
    return manifest


def _media(kopie: archief.Kopieschrijver) -> dict[str, Any]:
    """After the rows: a file that came since is one too many, which harms nobody; one that just went is no loss."""
    wortel, sommen = Path(settings.MEDIA_ROOT), {}
    for pad in mediabestanden(wortel):
        naam = pad.relative_to(wortel).as_posix()
        with contextlib.suppress(FileNotFoundError), pad.open("rb") as inhoud:
            sommen[naam] = kopie.stuk(archief.MEDIA + naam, inhoud, pad.stat().st_size)
    return som_van(sommen)


def kopieen(map_: Path) -> list[Path]:
    """Whole ones, the newest first: their names hold the moment."""
    return sorted(map_.glob(NAAM), reverse=True)


def nachtkopie() -> str:
    """One more, and away with the oldest. Only a new one that is whole makes room for itself."""
    map_, hoeveel = Path(settings.KOPIE["MAP"]), settings.KOPIE["HOUD"]
    if not hoeveel:
        return "geen nachtelijke kopie (KOPIE_HOUD=0)"
    nieuw = map_ / f"kopie-{timezone.localtime():%Y-%m-%d-%H%M%S}.tar"
    bewaar(nieuw)
    archief.Kopielezer(nieuw)
    for oud in kopieen(map_)[hoeveel:]:
        oud.unlink(missing_ok=True)
    for half in map_.glob(".kopie-*.half"):  # of a night that was killed
        half.unlink(missing_ok=True)
    return f"{nieuw.name}, {len(kopieen(map_))} bewaard"


def stand() -> str:
    """For /readyz."""
    if not settings.KOPIE["HOUD"] or settings.DEMO:
        return "ok"
    laatste = next(iter(kopieen(Path(settings.KOPIE["MAP"]))), None)
    if laatste is None:
        return "nog geen kopie"
    uren = int((timezone.now().timestamp() - laatste.stat().st_mtime) // 3600)
    return "ok" if uren < settings.KOPIE["TE_OUD_UUR"] else f"laatste kopie is {uren} uur oud"
