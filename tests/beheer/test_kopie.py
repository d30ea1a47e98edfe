"""A copy and the way back: whole or nothing, equal on any database, and never over a filled site by accident."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from kennisplatform.basis.models import Bestand
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.beheer.kopie import archief, bewaren, rijen, terugzetten
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.kamers import gebracht
from leernetwerk.models import Praktijkvoorbeeld

pytestmark = pytest.mark.django_db


def opdracht(*args: Any, **opties: Any) -> str:
    uit = StringIO()
    call_command(*args, stdout=uit, **opties)
    return uit.getvalue()


@pytest.fixture
def eigen_media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    Bestand.objects.create(title="Verslag", file=ContentFile(b"Dag allemaal", "verslag.txt"))
    return Path(settings.MEDIA_ROOT)


@pytest.fixture
def kopie(eigen_media: Path, tmp_path: Path) -> Path:
    doel = tmp_path / "kopie.tar"
    gezegd = opdracht("bewaar", str(doel))
    assert f"{Gebruiker.objects.count()} mensen" in gezegd and "1 bestanden" in gezegd
    return doel


def zonder_naslag(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows the commit (tables of newer code, indexes) is tested with those; here it would take half a minute."""
    monkeypatch.setattr(terugzetten, "_verder", lambda zeg: None)


def test_all_comes_back_and_nothing_that_came_since(
    kopie: Path, eigen_media: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    zonder_naslag(monkeypatch)
    assert kopie.stat().st_mode & 0o077 == 0, "nobody else on this machine may read it"
    assert "Gelijk" in opdracht("bewaar", vergelijk=str(kopie))
    voor = rijen.sommen()
    Gebruiker.objects.create_user("later@voorbeeld.example", "x")
    Buurt.objects.order_by("pk").first().delete()
    Praktijkvoorbeeld.objects.update(title="Anders")
    verslag = next(eigen_media.rglob("*.txt"))
    verslag.write_bytes(b"Dag iedereen")
    (eigen_media / "later.txt").write_text("later")
    with pytest.raises(CommandError) as anders:
        opdracht("bewaar", vergelijk=str(kopie))
    for deel in ("deelnemers.Gebruiker: ", "wagtailcore.Page: ", "de inhoud verschilt", "bestanden: 2 hier, 1 in"):
        assert deel in str(anders.value)
    with pytest.raises(CommandError, match="al gevuld"):
        opdracht("herstel", str(kopie))
    assert Gebruiker.objects.filter(email="later@voorbeeld.example").exists(), "refused is: not touched"
    gezegd = opdracht("herstel", str(kopie), overschrijf=True)
    assert "Teruggezet en gelijk" in gezegd
    assert rijen.sommen() == voor and verslag.read_bytes() == b"Dag allemaal"
    assert not (eigen_media / "later.txt").exists() and not list(tmp_path.glob("media.*"))
    assert Gebruiker.objects.create_user("nieuw@voorbeeld.example", "x").pk not in (None, 1), (
        "numbers go on where they were"
    )


@pytest.mark.parametrize("hoe", ["cut", "flipped", "no manifest", "not a tar"])
def test_half_or_spoilt_is_no_copy(kopie: Path, tmp_path: Path, hoe: str) -> None:
    stuk, inhoud = tmp_path / "stuk.tar", kopie.read_bytes()
    if hoe == "cut":
        stuk.write_bytes(inhoud[: len(inhoud) // 2])
    elif hoe == "flipped":
        plek = inhoud.index(b"Dag allemaal")
        stuk.write_bytes(inhoud[:plek] + b"d" + inhoud[plek + 1 :])
    elif hoe == "no manifest":
        with tarfile.open(kopie) as oud, tarfile.open(stuk, "w") as nieuw:
            for lid in oud.getmembers()[:-1]:
                nieuw.addfile(lid, oud.extractfile(lid))
    else:
        stuk.write_text("hallo")
    for args, opties in ((("herstel", str(stuk)), {"overschrijf": True}), (("herstel", str(stuk)), {"kijk": True})):
        with pytest.raises(CommandError, match=r"geen hele kopie|beschadigd|niet te lezen"):
            opdracht(*args, **opties)
    assert "Heel" in opdracht("herstel", str(kopie), kijk=True)


def test_a_name_that_leaves_the_folder_is_refused(kopie: Path, eigen_media: Path, tmp_path: Path) -> None:
    """A forged copy, sums and all. Not left to tarfile's filters: Debian 12's Python (3.11.2) has none."""
    vals = tmp_path / "vals.tar"
    with tarfile.open(kopie) as oud, archief.nieuw(vals) as nieuw:
        for lid in oud.getmembers()[:-1]:
            naam = "media/../../weg.txt" if lid.name.endswith(".txt") else lid.name
            nieuw.stuk(naam, oud.extractfile(lid), lid.size)  # type: ignore[arg-type]
        manifest = archief.Kopielezer(kopie).manifest | {"stukken": nieuw.stukken.copy()}
        nieuw.tekst(archief.MANIFEST, manifest)
    voor = rijen.sommen()
    with pytest.raises(CommandError, match="niet te vertrouwen"):
        opdracht("herstel", str(vals), overschrijf=True)
    assert rijen.sommen() == voor and next(eigen_media.rglob("*.txt")).read_bytes() == b"Dag allemaal"
    assert not list(tmp_path.rglob("weg.txt")) and not list(tmp_path.glob("media.*"))


def test_the_way_back_asks_nothing_that_debians_python_lacks(
    kopie: Path, eigen_media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def zonder_filter(
        self: Any, member: Any, path: str = "", set_attrs: bool = True, *, numeric_owner: bool = False
    ) -> None:
        raise NotImplementedError

    zonder_naslag(monkeypatch)
    monkeypatch.setattr(tarfile.TarFile, "extract", zonder_filter)
    next(eigen_media.rglob("*.txt")).unlink()
    assert "Teruggezet en gelijk" in opdracht("herstel", str(kopie), overschrijf=True)
    assert next(eigen_media.rglob("*.txt")).read_bytes() == b"Dag allemaal"


def test_a_folder_of_another_is_told_in_a_sentence(eigen_media: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(CommandError, match=r"Dat lukt niet \(.*Kijk of de gebruiker van de site"):
        opdracht("bewaar", str(tmp_path / "bestand" / "kopie.tar"))


def test_what_stops_half_way_leaves_no_file_and_no_change(
    kopie: Path, eigen_media: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(self: Any, ding: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as even:
        even.setattr(bewaren, "_media", lambda schrijver: vol(None, None))
        with pytest.raises(OSError, match="No space"):
            bewaren.bewaar(tmp_path / "half" / "kopie-1.tar")
    assert not list((tmp_path / "half").iterdir())
    voor = rijen.sommen()
    monkeypatch.setattr(terugzetten, "verschillen", lambda manifest, media: ["iets: 1 rijen hier, 2 in de kopie"])
    with pytest.raises(CommandError, match="niet gelijk"):
        opdracht("herstel", str(kopie), overschrijf=True)
    assert rijen.sommen() == voor and next(eigen_media.rglob("*.txt")).read_bytes() == b"Dag allemaal"


def test_a_newer_copy_and_another_key_are_refused_with_what_to_do(
    kopie: Path, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zonder_naslag(monkeypatch)
    settings.SECRET_KEY, eigen = "een heel andere sleutel", settings.SECRET_KEY
    with pytest.raises(CommandError, match=r"tar -xOf .* sleutels\.json"):
        opdracht("herstel", str(kopie), overschrijf=True)
    settings.SECRET_KEY_FALLBACKS = [eigen]
    opdracht("herstel", str(kopie), overschrijf=True)
    zonder = tmp_path / "zonder.tar"
    opdracht("bewaar", str(zonder), zonder_sleutels=True)
    assert archief.Kopielezer(zonder).sleutels() == {} and eigen.encode() not in zonder.read_bytes()
    monkeypatch.setattr(bewaren, "migraties", lambda: [["basis", "9999_morgen"]])
    nieuwer = tmp_path / "nieuwer.tar"
    opdracht("bewaar", str(nieuwer))
    with pytest.raises(CommandError, match="nieuwere versie"):
        opdracht("herstel", str(nieuwer), overschrijf=True)
    monkeypatch.setattr(bewaren, "migraties", lambda: [["basis", "0001_initial"]])
    ouder = tmp_path / "ouder.tar"
    opdracht("bewaar", str(ouder))
    with pytest.raises(CommandError, match="verder dan de kopie"):
        opdracht("herstel", str(ouder), overschrijf=True)


def test_a_copy_of_when_a_room_had_more_migrations_is_taken(
    kopie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zonder_naslag(monkeypatch)
    samen = MigrationLoader(connection).replacements or {}
    toen = [paar for paar in bewaren.migraties() if tuple(paar) not in samen]
    assert ["basis", "0001_begin"] not in toen
    monkeypatch.setattr(bewaren, "migraties", lambda: toen)
    ouder = tmp_path / "ouder.tar"
    opdracht("bewaar", str(ouder))
    opdracht("herstel", str(ouder), overschrijf=True)


def test_a_copy_from_before_the_last_migration_of_a_room_goes_forward_only() -> None:
    """Seen with a copy of the beginning: each earlier migration that was asked for by itself was a way back."""
    uitvoerder = MigrationExecutor(connection)
    graaf = uitvoerder.loader.graph
    (later,) = graaf.leaf_nodes("kiezen")  # a room with more than its beginning
    assert not later[1].startswith("0001")
    toen = [stap for stap in graaf.nodes if stap != later]
    assert len(toen) == len(graaf.nodes) - 1
    uitvoerder.loader.applied_migrations = {}
    plan = uitvoerder.migration_plan(terugzetten.laatste(toen, graaf))
    assert not any(terug for _stap, terug in plan)
    assert {(stap.app_label, stap.name) for stap, _terug in plan} == set(toen)


def test_every_kind_of_value_is_written_the_same_way_round(tmp_path: Path, eigen_media: Path) -> None:
    """Through text and back: what the other database would read is what this one wrote."""
    for model in rijen.tabellen():
        som, weer = rijen.Tabelsom(), rijen.Tabelsom()
        regels = list(rijen.lees(model, som))
        if not regels:
            continue
        with connection.constraint_checks_disabled(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")
            rijen.schrijf(model, regels)
        list(rijen.lees(model, weer))
        assert weer == som, model._meta.label
    assert all(json.loads(regel) for regel in regels)


def test_the_night_makes_one_and_keeps_as_many_as_it_was_told(
    settings: Any, tmp_path: Path, eigen_media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    werk = next(nacht for nacht in gebracht(Nachtwerk) if nacht.naam == "kopie")
    map_ = tmp_path / "kopieen"
    settings.KOPIE = settings.KOPIE | {"MAP": str(map_), "HOUD": 2}
    settings.DEMO = False
    assert bewaren.stand() == "nog geen kopie"
    map_.mkdir()
    for dag in ("2026-01-01-030000", "2026-01-02-030000"):
        (map_ / f"kopie-{dag}.tar").write_text("oud")
    (map_ / ".kopie-2026-01-02-030000.tar.12.half").write_text("half")
    with monkeypatch.context() as even:
        even.setattr(bewaren, "_media", lambda schrijver: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            werk.doe()
    assert len(bewaren.kopieen(map_)) == 2, "what failed pushes nothing out"
    werk.doe()
    over = bewaren.kopieen(map_)
    assert [pad.name for pad in over[1:]] == ["kopie-2026-01-02-030000.tar"] and not list(map_.glob(".*"))
    assert archief.Kopielezer(over[0]).manifest["gemaakt"][:4] == str(timezone.now().year) and bewaren.stand() == "ok"
    settings.KOPIE["HOUD"] = 0
    assert "geen nachtelijke kopie" in str(werk.doe()) and len(bewaren.kopieen(map_)) == 2


def test_a_demo_has_no_nightly_copies(settings: Any, als: Callable[[str], Any]) -> None:
    assert settings.KOPIE["HOUD"] == 0 and bewaren.stand() == "ok"
