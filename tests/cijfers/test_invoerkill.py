"""kill -9 in the middle of taking in a file, again and again: all of it stands or nothing; two at once; and who waits for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import proefmap

RONDES = int(os.environ.get("KILL_RONDES", "4"))  # the bar is 20
RIJEN = 6000
# One process that has loaded Django, and children of it that are really killed.
DOOD_STEEDS = """
import os, random, signal, sqlite3, time
from contextlib import closing
from django.conf import settings
from django.db import connections
from kennisplatform.cijfers.invoer import werk
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Cijferinvoer

Stand = Cijferinvoer.Stand
kop = "WijkenEnBuurten;AantalInwoners_5;Koopwoningen_47"
rauw = "\\n".join([kop, *(f"BU0999{{n:04X}};{{n}};{{n % 100}}" for n in range({rijen}))]).encode()
bron = Cijferbron.objects.get(code="85984NED")
alle = 2 * {rijen}

def nieuw(naam):
    return Cijferinvoer.objects.create(bestand=naam, afdruk="x", bron=bron, rauw=rauw, stand=Stand.OPNEMEN)

def kind(*pks):
    connections.close_all()
    if pid := os.fork():
        return pid
    for pk in pks:
        werk.voer_uit.call(pk)
    os._exit(0)

def geldt(rij):
    return Cijfer.objects.filter(invoer=rij, huidig=True).count()

def terug(rij):
    Cijferinvoer.objects.filter(pk=rij.pk).update(stand=Stand.TERUGNEMEN, terug_reden="proef")
    assert os.waitpid(kind(rij.pk), 0)[1] == 0 and geldt(rij) == 0

een = nieuw("2026.csv")
begin = time.perf_counter()
pid, lang = kind(een.pk), 0
with closing(sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=60, isolation_level=None)) as ander:
    ander.execute("create table proefslot (x)")
    while os.waitpid(pid, os.WNOHANG) == (0, 0):
        vanaf = time.perf_counter()
        ander.execute("insert into proefslot values (1)")  # somebody signs in
        lang = max(lang, time.perf_counter() - vanaf)
        time.sleep(.02)
duur = time.perf_counter() - begin
print("longest", round(lang, 3), flush=True)
print("whole", round(duur, 3), flush=True)
assert geldt(een) == alle
terug(een)
rij, raak, heel = nieuw("2026.csv"), 0, 0
for ronde in range({rondes}):
    pid = kind(rij.pk)
    time.sleep(duur * random.uniform(.2, 1))
    os.kill(pid, signal.SIGKILL)
    raak += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
    connections.close_all()
    stand = Cijferinvoer.objects.values_list("stand", flat=True).get(pk=rij.pk)
    assert (stand, geldt(rij)) in {{(Stand.OPNEMEN, 0), (Stand.OPGENOMEN, alle)}}, (stand, geldt(rij))
    if stand == Stand.OPGENOMEN:
        terug(rij)  # it was quicker than the kill
        heel, rij = heel + 1, nieuw("2026.csv")
assert os.waitpid(kind(rij.pk), 0)[1] == 0
assert Cijfer.objects.huidig().filter(gebied__code__startswith="BU0999", periode="2026").count() == alle
assert not Cijfer.objects.filter(invoer=rij, huidig=False).exists()  # of those that were killed nothing waits
print("kills", raak, heel, flush=True)
# Two at once of one source: both end, and each figure holds once.
rauw = rauw.replace(b";1\\n", b";2\\n")
twee, drie = nieuw("2026.csv"), nieuw("2026.csv")
pids = [kind(twee.pk), kind(drie.pk)]
assert [os.waitpid(pid, 0)[1] for pid in pids] == [0, 0]
standen = sorted(Cijferinvoer.objects.filter(pk__in=(twee.pk, drie.pk)).values_list("stand", flat=True))
assert standen == [Stand.BEKEKEN, Stand.OPGENOMEN], standen  # the second found nothing new
assert Cijfer.objects.huidig().filter(gebied__code__startswith="BU0999", periode="2026").count() == alle
print("two at once", geldt(twee) + geldt(drie), flush=True)
"""


@pytest.mark.eenmaal
@pytest.mark.lang(20)
def test_a_file_that_is_broken_off_each_time_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    shutil.copytree(proefmap.gevuld(), tmp_path / "var")
    klaar = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", DOOD_STEEDS.format(rondes=RONDES, rijen=RIJEN)],
        cwd=proefmap.WORTEL,
        env=proefmap.omgeving(tmp_path / "var"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    namen = ("kills", "two", "longest", "whole")
    regels = dict(regel.rsplit(" ", 1) for regel in klaar.stdout.splitlines() if regel.startswith(namen))
    assert int(regels["two at once"]) > 0
    assert float(regels["longest"]) < max(0.5, float(regels["whole"]) / 4), (
        "who signs in does not wait for the whole file"
    )
    print(klaar.stdout)
