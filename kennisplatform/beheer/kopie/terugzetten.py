"""A copy back into a site, here or elsewhere: all of it or nothing, and proven equal before it counts.

The rows go in within one transaction that also compares them with the manifest. The files lie ready beside the present
ones and take their place just before the commit; a commit that fails puts them back.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.graph import MigrationGraph

from kennisplatform.beheer.kopie import archief, bewaren, rijen

Zeg = Callable[[str], None]
Stap = tuple[str, str]  # app and name of a migration
GEVULD: Final = ("wagtailcore.Site", "deelnemers.Gebruiker")  # a site that somebody made has one of these


class Geweigerd(Exception):
    """Why not, and what to do, in Dutch. Nothing was changed."""


def herstel(pad: Path, *, overschrijf: bool, andere_sleutel: bool, zeg: Zeg) -> dict[str, Any]:
    zeg("De kopie nakijken …")
    kopie = archief.Kopielezer(pad)
    weiger(kopie, overschrijf=overschrijf, andere_sleutel=andere_sleutel)
    naar_stand(kopie, zeg)
    with _media_klaar(kopie) as wissel, transaction.atomic():
        zeg("Terugzetten …")
        leeg()
        for model in rijen.tabellen():
            if (naam := archief.RIJEN.format(model._meta.label)) in kopie.manifest["stukken"]:
                rijen.schrijf(model, kopie.regels(naam))
        _reeksen()
        if fouten := verschillen(kopie.manifest, media=wissel.nieuw):
            raise Geweigerd(
                "Wat er nu staat is niet gelijk aan de kopie; er is niets veranderd:\n- " + "\n- ".join(fouten)
            )
        wissel.doe()
    _verder(zeg)
    return kopie.manifest


def weiger(kopie: archief.Kopielezer, *, overschrijf: bool, andere_sleutel: bool) -> None:
    uitvoerder = MigrationExecutor(connection)
    onbekend = [f"{app}.{naam}" for app, naam in kopie.manifest["migraties"] if _ons(uitvoerder, app, naam) is None]
    if onbekend:
        raise Geweigerd(
            f"De kopie is van een nieuwere versie van de site ({onbekend[0]} ontbreekt hier). Zet eerst die code neer."
        )
    if not overschrijf and (wat := gevuld(uitvoerder)):
        raise Geweigerd(f"Deze site is al gevuld ({wat}). Zeker weten? Geef de opdracht nog eens met --overschrijf.")
    sleutel = kopie.sleutels().get("SECRET_KEY")
    if (
        sleutel is not None
        and sleutel not in {settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS}
        and not andere_sleutel
    ):
        raise Geweigerd(
            "SECRET_KEY is hier een andere dan in de kopie: wie een tweede stap heeft, kan er dan niet meer in. Zet hem op "
            f"die van de kopie (tar -xOf {kopie.pad} {archief.SLEUTELS}), of geef --andere-sleutel."
        )


def _ons(uitvoerder: MigrationExecutor, app: str, naam: str) -> object | None:
    """The migration in this code, squashed ones included; an app that isn't installed any more counts as known."""
    lader = uitvoerder.loader
    if app not in lader.migrated_apps and app not in lader.unmigrated_apps:
        return app
    vervangen = {s for migratie in (lader.replacements or {}).values() for s in migratie.replaces}
    return (lader.disk_migrations or {}).get((app, naam)) or ((app, naam) in vervangen or None)


def gevuld(uitvoerder: MigrationExecutor) -> str:
    bestaat = set(connection.introspection.table_names())
    for model in rijen.tabellen():
        if model._meta.label in GEVULD and model._meta.db_table in bestaat:
            aantal = model._base_manager.count()
            if aantal > (1 if model._meta.label == "wagtailcore.Site" else 0):  # Wagtail itself makes one site
                return f"{aantal} × {model._meta.verbose_name}"
    return ""


def naar_stand(kopie: archief.Kopielezer, zeg: Zeg) -> None:
    """The tables as they were when the copy was made. Only an empty database can go there."""
    uitvoerder = MigrationExecutor(connection)
    gedaan = {tuple(paar) for paar in kopie.manifest["migraties"]}
    vervangt = uitvoerder.loader.replacements or {}
    gedaan |= {sleutel for sleutel, stap in vervangt.items() if gedaan.issuperset(stap.replaces)}
    nu = set(uitvoerder.loader.applied_migrations or {})
    graaf = uitvoerder.loader.graph
    if nu - gedaan:
        raise Geweigerd(
            "De database hier is verder dan de kopie. Neem een lege: bij PostgreSQL een nieuwe (createdb) met DATABASE_URL "
            "erheen, bij SQLite het bestand opzij."
        )
    if gedaan - nu:
        zeg("Tabellen inrichten …")
        bekend = [sleutel for sleutel in graaf.nodes if sleutel in gedaan]
        if len(bekend) == len(graaf.nodes):
            call_command("migrate", verbosity=0, interactive=False)  # knows the quick order
        else:
            uitvoerder.migrate(laatste(bekend, graaf))


def laatste(bekend: Collection[Stap], graaf: MigrationGraph) -> list[Stap]:
    """Of each app: an earlier one, asked for by itself, is the way back to it."""
    return [
        stap
        for stap in bekend
        if not any(kind.key in bekend and kind.key[0] == stap[0] for kind in graaf.node_map[stap].children)
    ]


def leeg() -> None:
    """Of every row, what migrations and Django itself put there included."""
    namen = [model._meta.db_table for model in rijen.tabellen()]
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(map(quote, namen))} CASCADE")
            return
        for naam in namen:
            cursor.execute(f"DELETE FROM {quote(naam)}")


def _reeksen() -> None:
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), rijen.tabellen()):
            cursor.execute(sql)
    connection.check_constraints()


def verschillen(manifest: dict[str, Any], *, media: Path) -> list[str]:
    """Between this site and a copy, a line each; empty when they are equal."""
    nu, toen = rijen.sommen(), manifest["tabellen"]
    uit = []
    for label in sorted(set(nu) | set(toen)):
        hier, daar = nu.get(label, {"rijen": 0}), toen.get(label, {"rijen": 0})
        if hier != daar and (hier["rijen"] or daar["rijen"]):
            uit.append(
                f"{label}: {hier['rijen']} rijen hier, {daar['rijen']} in de kopie"
                + (", de inhoud verschilt" if hier["rijen"] == daar["rijen"] else "")
            )
    if (bestanden := bewaren.mediasom(media)) != manifest["media"]:
        uit.append(
            f"bestanden: {bestanden['aantal']} hier, {manifest['media']['aantal']} in de kopie, of een ervan verschilt"
        )
    return uit


class _Wissel:
    """The files of the copy in the place of the present ones."""

    def __init__(self, map_: Path) -> None:
        self.map_, self.nieuw, self.oud = map_, map_.with_name(f"{map_.name}.nieuw"), map_.with_name(f"{map_.name}.oud")
        self.gedaan = False

    def doe(self) -> None:
        if self.map_.exists():
            self.map_.rename(self.oud)
        self.gedaan = True
        self.nieuw.rename(self.map_)

    def terug(self) -> None:
        if self.gedaan:
            shutil.rmtree(self.map_, ignore_errors=True)
            if self.oud.exists():
                self.oud.rename(self.map_)


@contextmanager
def _media_klaar(kopie: archief.Kopielezer) -> Iterator[_Wissel]:
    wissel = _Wissel(Path(settings.MEDIA_ROOT))
    shutil.rmtree(wissel.nieuw, ignore_errors=True)
    if wissel.oud.exists():
        raise Geweigerd(f"{wissel.oud} staat er nog van een eerdere keer: kijk wat erin zit en haal het weg.")
    wissel.nieuw.mkdir(parents=True)
    try:
        kopie.media_naar(wissel.nieuw)
        yield wissel
    except BaseException:
        wissel.terug()
        raise
    finally:
        shutil.rmtree(wissel.nieuw, ignore_errors=True)
    shutil.rmtree(wissel.oud, ignore_errors=True)


def _verder(zeg: Zeg) -> None:
    """What is made from the rows, and what newer code adds to the tables."""
    zeg("Bijwerken en zoekindex maken …")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("update_index", verbosity=0)
    call_command("herindex", verbosity=0)
