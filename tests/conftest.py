"""Every test meets the filled demo: real content, real engine. On SQLite from a kept file, else made in the test database."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.db import connection, connections
from django.test import Client
from django.utils import translation
from django_tasks import task_backends
from whitenoise.middleware import WhiteNoiseMiddleware

from kennisplatform import geladen, naderhand
from kennisplatform.basis import tempo
from kennisplatform.basis.models import begrippen
from kennisplatform.basis.models.begrippen import vergeet_woordenboek
from kennisplatform.naderhand import Naderhand
from kennisplatform.tekening import bewaren
from kennisplatform.zoeken.motor import motoren
from kennisplatform.zoeken.wachtrij import herbouw
from tests import indeling, proefmap
from tests.server import WERKER, adres, chromium, nieuw, servermap  # noqa: F401  fixtures
from tests.sleutelkeuring import keur_wat_geschreven_is
from tests.vastleggen import meld_wat_wacht
from tests.volgordekeuring import keur_volgorde

Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # whitenoise warns without, and warnings are errors
# Mail lies in the locmem outbox right after the commit, without a thread and without a journal on this disk.
settings.POST = settings.POST | {
    "DIRECT": "meteen",
    "DAGBOEK": "",
    "VERVOER": "django.core.mail.backends.locmem.EmailBackend",
}
# A thread of its own does not see a test's transaction.
settings.ZOEK = settings.ZOEK | {"DIRECT": "meteen"}
task_backends.settings["werk"] = settings.TASKS["default"]
task_backends["werk"] = task_backends.create_connection("werk")
settings.STUKKEN = {"DIRECT": "meteen"}
if settings.ZOEK["URL"]:
    # A busy cluster has the time: what answers is what a test asks about. Deadlines are asked with clusters that hang.
    settings.ZOEK = settings.ZOEK | {"ANTWOORD_S": 10.0}
    naderhand.TERMIJN_S = 30.0
BRIEVENBUS = settings.EMAIL_BACKEND
settings.LINKS_PER_NACHT = 0  # no test knocks on another website; those of the links bring their own knock
# Parts of pages are kept within a test, whole pages only where a test asks for it: most look at what a view was given.
settings.TEKENING = settings.TEKENING | {"AAN": True, "PAGINAS": False, "MAP": tempfile.mkdtemp(prefix="tekening-")}
BEWAARTIJDEN = ((begrippen, "WOORDENBOEK_S"),)
# A million rounds for each password that a test makes would be a fifth of the whole run.
settings.PASSWORD_HASHERS = ["tests.hasher.Snel", *settings.PASSWORD_HASHERS]
# Each test empties its caches, and must not empty another's: a file, and a Redis database, per worker.
caches.settings["default"]["LOCATION"] = [tempfile.mkdtemp(prefix="tellers-") + "/tellers.sqlite3", "proces"]
if settings.CACHE_URL:
    settings.TEKENING["URL"] = re.sub(r"(?<!/)/\d*$", "", settings.CACHE_URL) + f"/{WERKER}"
    caches.settings["paginas"]["LOCATION"] = [settings.TEKENING["URL"], "niets"]
    caches.settings["default"]["LOCATION"].insert(0, settings.TEKENING["URL"])
for naam in ("default", "paginas"):
    caches[naam] = caches.create_connection(naam)  # the one made during set-up knows the old address


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    for test in items:  # before -m chooses
        if indeling.zelfde_op_elke_dienst(test):
            test.add_marker("eenmaal")
    yield
    items[:] = indeling.op_volgorde(items)  # after pytest-django, which puts tests without a database last


keur_volgorde()


def pytest_collection_finish() -> None:
    geladen.laat_liggen()  # took a sixth of the run


_LEES_STATISCH = WhiteNoiseMiddleware.add_files_from_finders
_STATISCH: dict[str, Any] = {}


def _eenmaal_gelezen(self: WhiteNoiseMiddleware) -> None:
    """Each test client builds the middleware anew. A server does so once; here too the static files are read once."""
    if not _STATISCH:
        _LEES_STATISCH(self)
        _STATISCH.update(self.files)
    self.files.update(_STATISCH)


WhiteNoiseMiddleware.add_files_from_finders = _eenmaal_gelezen

_VRAAG = Client.request


def _na_de_commit(self: Client, **vraag: Any) -> Any:
    meld_wat_wacht()
    return _VRAAG(self, **vraag)


Client.request = _na_de_commit


@pytest.fixture(scope="session")
def proefsite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This worker's own copy of the filled site."""
    doel = tmp_path_factory.mktemp("site") / "var"
    shutil.copytree(proefmap.gevuld(), doel)
    return doel


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any
) -> Iterator[None]:
    if connection.vendor == "sqlite":
        map_ = request.getfixturevalue("proefsite")
        connections["default"].settings_dict["NAME"] = str(map_ / proefmap.DATABASE)
        settings.ZOEK = settings.ZOEK | {"MAP": str(map_ / "zoekindex"), "HERSTEL": False}
        settings.MEDIA_ROOT = str(map_ / "media")
        keur_wat_geschreven_is(connection)
        with clusterindex(django_db_blocker):
            yield
        return
    request.getfixturevalue("django_db_modify_db_settings")
    map_ = tmp_path_factory.mktemp("site") / "var"
    naam, eigen = connection.settings_dict["NAME"], connection.creation._get_test_db_name()
    with django_db_blocker.unblock():
        gevuld, origineel = proefmap.gevuld_op_server(os.environ["DATABASE_URL"], op_server)
        shutil.copytree(gevuld, map_)
        op_server(f'DROP DATABASE IF EXISTS "{eigen}"')
        op_server(f'CREATE DATABASE "{eigen}" TEMPLATE "{origineel}"')
    connection.close()
    connection.settings_dict["NAME"] = eigen
    settings.ZOEK = settings.ZOEK | {"MAP": str(map_ / "zoekindex"), "HERSTEL": False}
    settings.MEDIA_ROOT = str(map_ / "media")
    with clusterindex(django_db_blocker):
        yield
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(naam, verbosity=0)


def op_server(sql: str) -> list[tuple[Any, ...]]:
    """On the server of the database, in none of its databases."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall()) if cursor.description else []


@contextlib.contextmanager
def clusterindex(blocker: Any) -> Iterator[None]:
    """Where a cluster is named (make test-services) it answers: under a name of this worker alone, gone afterwards."""
    if not settings.ZOEK["URL"]:
        yield
        return
    settings.ZOEK = settings.ZOEK | {"INDEX": f"proef-{uuid.uuid4().hex[:12]}"}
    cluster = motoren()[0]
    with blocker.unblock():
        herbouw(cluster)
    yield
    cluster.beheer.wis_alles()


def kopieer_clusterindex(van: Any, naar: Any) -> None:
    """A copy on the cluster takes half a second, a rebuild four. It is made while nobody may write."""
    origineel, indexen = van.beheer.huidig().index, naar.beheer.client.indices
    kopie = origineel.replace(van.beheer.alias, naar.beheer.alias)
    open_ = {"index.blocks.write": None}
    indexen.add_block(index=origineel, block="write")
    indexen.clone(index=origineel, target=kopie, settings=open_, wait_for_active_shards="1")
    indexen.put_settings(index=origineel, settings=open_)
    indexen.put_alias(index=kopie, name=naar.beheer.alias)


@pytest.fixture(scope="session", autouse=True)
def _door_de_brievenbus(django_test_environment: None) -> None:
    """Django's test set-up puts a list in its place, and what Wagtail sends would never meet the outbox."""
    settings.EMAIL_BACKEND = BRIEVENBUS


def leeg_geheugens() -> None:
    for naam in ("default", "paginas"):
        caches[naam].clear()


@pytest.fixture(autouse=True)
def _nederlands() -> None:
    """A request in another language leaves this thread in it: an amount was then written '€ 12.50' in the next test."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def _lege_cache(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Also the terms that this process remembers: a test that renamed one was rolled back, what is remembered was not.

    What is kept is kept for a day: what lapses while a test counts queries makes one more on a slow machine.
    """
    for waar, naam in BEWAARTIJDEN:
        monkeypatch.setattr(waar, naam, 86_400)
    leeg_geheugens()
    bewaren.leeg()
    vergeet_woordenboek()
    yield
    leeg_geheugens()
    bewaren.leeg()
    vergeet_woordenboek()


@pytest.fixture(autouse=True)
def _een_venster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits count in windows of a minute: a test that stood on both sides of one counted twice."""
    nu = time.time()
    monkeypatch.setattr(tempo, "time", SimpleNamespace(time=lambda: nu))


@pytest.fixture(autouse=True)
def _gedeelde_index_blijft(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that commits words to the index it shares, and rolls its records back, spoils what the next ones find."""
    if request.node.get_closest_marker("diensten"):  # those commit their records too, and take them away again
        yield
        return
    map_ = Path(settings.ZOEK["MAP"])
    voor = {stand: stand.read_bytes() for stand in map_.glob("index-*/meta.json")}
    yield
    for stand, inhoud in voor.items():
        assert stand.read_bytes() == inhoud, "wrote in the shared index: ask for eigen_index"


@pytest.fixture
def eigen_index(tmp_path: Path, settings: Any, db: None) -> Iterator[Path]:
    """For tests that publish: a copy of the index, so that the others keep theirs."""
    doel = tmp_path / "zoekindex"
    shutil.copytree(settings.ZOEK["MAP"], doel)
    gedeeld = motoren()[0]
    settings.ZOEK = settings.ZOEK | {"MAP": str(doel)}
    if not settings.ZOEK["URL"]:
        yield doel
        return
    settings.ZOEK = settings.ZOEK | {"INDEX": f"proef-{uuid.uuid4().hex[:12]}"}
    cluster = motoren()[0]
    kopieer_clusterindex(gedeeld, cluster)
    yield doel
    cluster.beheer.wis_alles()


@pytest.fixture
def django_capture_on_commit_callbacks(django_capture_on_commit_callbacks: Any) -> Any:
    """As pytest-django has it; what waited before it is left behind, as that is never done in a test. Else what is asked
    inside would be taken for the same, which a real commit would do.
    """

    @contextlib.contextmanager
    def vang(**hoe: Any) -> Iterator[list[Any]]:
        for _merken, werk, _robust in connection.run_on_commit:
            if isinstance(werk, Naderhand):
                werk.begonnen = True
        with django_capture_on_commit_callbacks(**hoe) as gevangen:
            yield gevangen

    return vang


@pytest.fixture
def als(client: Any, db: None, django_user_model: Any) -> Callable[[str], Any]:
    """`als('Redacteur')` gives a client signed in as somebody in that role."""

    def inloggen(rol: str) -> Any:
        gebruiker = django_user_model.objects.create_user(f"{rol.lower()}@voorbeeld.example", "x" * 20)
        gebruiker.groups.add(Group.objects.get(name=rol))
        client.force_login(gebruiker)
        return client

    return inloggen
