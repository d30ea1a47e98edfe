"""kill -9 in the middle of a digest run, again and again: every notice is mailed, none twice.

The run writes letters to the outbox (that these leave once is tests/post/test_kill.py); what is asked here is that a
letter and the mark on what stands in it are never one without the other.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests import proefmap

RONDES = int(os.environ.get("KILL_RONDES", "20"))
MENSEN = 400
PER_MENS = 3
# One process that has loaded Django, and children of it that are really killed.
DOOD_STEEDS = """
import os, random, signal, sys, time
from django.core.management import call_command
from django.db import connections
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.models import Bericht
from kennisplatform.volgen.melden import meld
from kennisplatform.volgen.models import Volg
from kennisplatform.volgen.overzichten import stoplink, stuur_alles
from django.template.loader import get_template
get_template("volgen/post/overzicht.txt"), stoplink(1)  # loaded once, here: a child is to die while it writes
mensen = Gebruiker.objects.bulk_create([Gebruiker(email=f"lid{{n}}@voorbeeld.example") for n in range({mensen})])
Volg.objects.bulk_create([Volg(persoon=wie, soort="thema", sleutel="x") for wie in mensen])
for nummer in range({per_mens}):
    meld(soort="proef", over=[("thema", "x")], titel=f"Bericht nummer {{nummer}}.", adres="/", kenmerk=f"proef:{{nummer}}",
         door=None, zichtbaarheid="openbaar")
raak = 0
for _ in range({rondes}):
    connections.close_all()
    if not (kind := os.fork()):
        stuur_alles()
        os._exit(0)
    # After a few letters more, however fast this machine is, and then somewhere in the middle of the next.
    genoeg, klaar = Bericht.objects.count() + random.randrange(1, {stap}), (0, 0)
    while Bericht.objects.count() < genoeg and not klaar[0]:
        time.sleep(.002)
        klaar = os.waitpid(kind, os.WNOHANG)
    if not klaar[0]:
        time.sleep(random.random() * .02)
        os.kill(kind, signal.SIGKILL)
        klaar = os.waitpid(kind, 0)
    raak += os.WIFSIGNALED(klaar[1])
print(raak, Bericht.objects.count(), flush=True)
for _ in range(2):  # the second finds nothing to do
    connections.close_all()
    if not (kind := os.fork()):
        call_command("meldingen", "--dag")
        sys.stdout.flush()
        os._exit(0)
    assert os.waitpid(kind, 0)[1] == 0
"""


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


def brieven(werk: dict[str, str]) -> list[tuple[str, str]]:
    with contextlib.closing(sqlite3.connect(f"{werk['VAR_MAP']}/{proefmap.DATABASE}")) as db:
        return db.execute("SELECT aan, tekst FROM post_bericht").fetchall()


@pytest.mark.eenmaal
@pytest.mark.lang(20)
def test_a_digest_that_is_broken_off_each_time(tmp_path: Path) -> None:
    shutil.copy(proefmap.gemigreerd(), tmp_path / proefmap.DATABASE)
    werk = proefmap.omgeving(tmp_path, POST_DIRECT="nee")
    opdracht = DOOD_STEEDS.format(rondes=RONDES, mensen=MENSEN, per_mens=PER_MENS, stap=MENSEN // RONDES)
    eerst, maakt_af, nog_eens = beheer(werk, "shell", "--no-imports", "-c", opdracht).splitlines()
    raak, halverwege = map(int, eerst.split())
    assert raak and 0 < halverwege < MENSEN, f"{raak} kills, {halverwege} letters: nothing was tried"
    per = Counter((aan, regel) for aan, tekst in brieven(werk) for regel in re.findall(r"Bericht nummer \d", tekst))
    assert len(per) == MENSEN * PER_MENS and max(per.values()) == 1
    assert len(brieven(werk)) == MENSEN
    assert f"{MENSEN - halverwege} mails" in maakt_af and "0 mails" in nog_eens
    print(f"{RONDES} kills, {raak} while writing, {halverwege} letters before the last run, 0 lost, 0 twice")
