"""kill -9 in the middle of draining hundreds of mails, again and again: to a folder, and to a mail server; on SQLite, and
where there is one on PostgreSQL, where a claim is another one (`skip_locked`) and a dead client leaves its locks behind.

KILL_RONDES=40 is the bar. To the folder: nothing lost, nothing twice. Over SMTP: nothing lost; what the server took
while the process died may come twice, at most one message a kill, always with the same Message-ID.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection, connections

from kennisplatform.post import wachtrij
from kennisplatform.post.models import Bericht
from kennisplatform.post.versturen import verstuur
from tests import proefmap

from .conftest import Bus

SMTP = "django.core.mail.backends.smtp.EmailBackend"
RONDES = int(os.environ.get("KILL_RONDES", "5"))
PER_RONDE = 60
CLAIM_S = 1
# Children of one process that has loaded Django: a real kill -9 of a real process, without seconds of starting each.
# Another child, which knows nothing of what went before it, drains the rest.
SCHRIJF = """
import os, random, signal, sys, time
from django.core.management import call_command
from django.db import connections, transaction
from kennisplatform.post.models import Bericht
from kennisplatform.post.versturen import verstuur
from kennisplatform.post.wachtrij import verwerk

def kind(doe):
    connections.close_all()
    if pid := os.fork():
        return pid
    doe()
    sys.stdout.flush()
    os._exit(0)

with transaction.atomic():
    for nummer in range({aantal}):
        verstuur(aan=f"lid{{nummer}}@voorbeeld.example", onderwerp="Proef", tekst="Lees dit.")
"""
DOOD_STEEDS = """
rondes, per_ronde = {rondes}, {per_ronde}
raak = 0
gedaan = Bericht.objects.filter(aan__startswith="lid", verstuurd__isnull=False)
for _ in range(rondes):
    # By how far it got, not by the clock: a fast machine would be done before it is killed.
    tot = gedaan.count() + random.randrange(per_ronde)
    pid = kind(verwerk)
    klaar = (0, 0)
    while klaar == (0, 0) and gedaan.count() <= tot:
        time.sleep(.001)
        klaar = os.waitpid(pid, os.WNOHANG)
    time.sleep(random.random() * .01)
    if klaar == (0, 0):
        os.kill(pid, signal.SIGKILL)
        klaar = os.waitpid(pid, 0)
    raak += os.WIFSIGNALED(klaar[1])
print(raak, flush=True)
time.sleep({claim} + .1)  # the claims of the last one
assert os.waitpid(kind(lambda: call_command("verwerkpost")), 0)[1] == 0
"""
MET_DRIE = """
samen = [kind(lambda: call_command("verwerkpost")) for _ in range(3)]
assert [os.waitpid(pid, 0)[1] for pid in samen] == [0, 0, 0]
"""


@pytest.fixture
def werk(tmp_path: Path) -> dict[str, str]:
    """Environment of processes with an empty database of their own."""
    shutil.copy(proefmap.gemigreerd(), tmp_path / proefmap.DATABASE)
    return proefmap.omgeving(tmp_path, POST_DIRECT="nee", POST_CLAIM_S=str(CLAIM_S))


def shell(werk: dict[str, str], opdracht: str) -> str:
    return beheer(werk, "shell", "--no-imports", "-c", opdracht)


def beheer(werk: dict[str, str], *opdracht: str) -> str:
    klaar = subprocess.run(
        [sys.executable, "manage.py", *opdracht],
        cwd=proefmap.WORTEL,
        env=werk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    return klaar.stdout


def dood_steeds(werk: dict[str, str]) -> int:
    """Until nothing waits. Returns how many were killed while they drained."""
    steeds = DOOD_STEEDS.format(rondes=RONDES, per_ronde=PER_RONDE, claim=CLAIM_S)
    raak = int(shell(werk, SCHRIJF.format(aantal=RONDES * PER_RONDE) + steeds).split()[0])
    assert raak, "nobody was killed while it drained: nothing was tried"
    return raak


def verstuurd(werk: dict[str, str]) -> set[str]:
    """Every Message-ID that was ever committed, all of them noted as sent."""
    with contextlib.closing(sqlite3.connect(f"{werk['VAR_MAP']}/{proefmap.DATABASE}")) as db:
        rijen = db.execute("SELECT berichtid, verstuurd, mislukt FROM post_bericht").fetchall()
    assert all(verstuurd and not mislukt for _id, verstuurd, mislukt in rijen)
    assert len(rijen) == RONDES * PER_RONDE
    return {rij[0] for rij in rijen}


@pytest.mark.lang(10)
def test_killed_while_writing_to_the_folder(werk: dict[str, str]) -> None:
    raak = dood_steeds(werk)
    verwacht = verstuurd(werk)
    bestanden = list(Path(werk["VAR_MAP"], "post").glob("*.eml"))
    gekregen = Counter(message_from_bytes(b.read_bytes())["Message-ID"] for b in bestanden)
    assert set(gekregen) == verwacht and max(gekregen.values()) == 1
    print(f"folder: {RONDES} kills, {raak} while draining, {len(verwacht)} messages, 0 lost, 0 twice")


@pytest.mark.lang(10)
@pytest.mark.parametrize("dagboek", [True, False], ids=["journal", "no-journal"])
def test_killed_while_mailing(werk: dict[str, str], mailserver: Bus, dagboek: bool) -> None:
    werk |= {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_POORT": str(mailserver.poort)}
    werk |= {"EMAIL_HOST": "127.0.0.1"} | ({} if dagboek else {"POST_DAGBOEK": ""})
    raak = dood_steeds(werk)
    verwacht = verstuurd(werk)
    gekregen = Counter(mailserver.ids)
    dubbel = sum(gekregen.values()) - len(gekregen)
    assert set(gekregen) == verwacht
    assert dubbel <= raak, "a kill can repeat one message: the one that was under way"
    print(f"smtp, journal {dagboek}: {RONDES} kills, {raak} while draining, {len(verwacht)} messages, {dubbel} twice")


@pytest.mark.lang(15)
def test_three_processes_send_nothing_twice(werk: dict[str, str], mailserver: Bus) -> None:
    werk |= {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_POORT": str(mailserver.poort)}
    werk |= {"EMAIL_HOST": "127.0.0.1", "POST_PARTIJ": "3", "POST_CLAIM_S": "60"}
    zegt = shell(werk, SCHRIJF.format(aantal=150) + MET_DRIE).splitlines()
    assert len(mailserver.ids) == len(set(mailserver.ids)) == 150
    assert len(zegt) == 3 and sum(int(regel.split()[0]) for regel in zegt) == 150


@pytest.fixture
def werk_op_postgresql(tmp_path: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, str]]:
    """Environment of processes on this worker's own test database; what they really commit is taken away again."""
    if connection.vendor != "postgresql":
        pytest.skip("needs DATABASE_URL of PostgreSQL")
    with django_db_blocker.unblock():
        db = connection.settings_dict
        wie = f"{quote(db['USER'])}:{quote(db['PASSWORD'])}"
        url = f"postgres://{wie}@{db['HOST']}:{db['PORT']}/{db['NAME']}"
        yield proefmap.omgeving(tmp_path, POST_DIRECT="nee", POST_CLAIM_S=str(CLAIM_S), DATABASE_URL=url)
        Bericht.objects.filter(aan__startswith="lid", aan__endswith="@voorbeeld.example").delete()


@pytest.mark.diensten
@pytest.mark.parametrize("waarheen", ["folder", "smtp"])
def test_killed_while_mailing_on_postgresql(werk_op_postgresql: dict[str, str], mailserver: Bus, waarheen: str) -> None:
    werk = werk_op_postgresql
    if waarheen == "smtp":
        werk |= {"EMAIL_BACKEND": SMTP, "EMAIL_HOST": "127.0.0.1", "EMAIL_POORT": str(mailserver.poort)}
    raak = dood_steeds(werk)
    rijen = Bericht.objects.filter(aan__startswith="lid", aan__endswith="@voorbeeld.example")
    verwacht = set(rijen.filter(verstuurd__isnull=False, mislukt__isnull=True).values_list("berichtid", flat=True))
    assert rijen.count() == len(verwacht) == RONDES * PER_RONDE
    brieven = Path(werk["VAR_MAP"], "post").glob("*.eml")
    ids = mailserver.ids or [message_from_bytes(b.read_bytes())["Message-ID"] for b in brieven]
    gekregen = Counter(ids)
    dubbel = sum(gekregen.values()) - len(gekregen)
    assert set(gekregen) == verwacht
    assert dubbel <= (raak if waarheen == "smtp" else 0)
    print(f"{waarheen} on PostgreSQL: {RONDES} kills, {raak} while draining, {len(verwacht)} messages, {dubbel} twice")


@pytest.mark.diensten
def test_three_threads_send_nothing_twice_on_postgresql(
    django_db_setup: None, django_db_blocker: pytest.FixtureDef, settings: object, mailserver: Bus
) -> None:
    """Rows are really committed here, and taken away again: a test's own transaction would hide them from the others."""
    if connection.vendor != "postgresql":
        pytest.skip("needs DATABASE_URL of PostgreSQL")
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mailserver.poort
    settings.POST = settings.POST | {"DIRECT": "nee", "PARTIJ": 3, "VERVOER": SMTP}
    fouten: list[Exception] = []

    def loop() -> None:
        try:
            wachtrij.verwerk()
        except Exception as fout:
            fouten.append(fout)
        finally:
            connections.close_all()

    with django_db_blocker.unblock():
        for nummer in range(300):
            verstuur(aan=f"lid{nummer}@voorbeeld.example", onderwerp="Proef", tekst="Lees dit.")
        draden = [threading.Thread(target=loop) for _ in range(3)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
        open_ = Bericht.objects.open().count()
        Bericht.objects.all().delete()
    assert not fouten and open_ == 0
    assert len(mailserver.ids) == len(set(mailserver.ids)) == 300
