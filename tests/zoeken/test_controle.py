"""The index against the site: differences are seen and put right, and a killed publisher loses nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import uuid
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from kennisplatform.zoeken import wachtrij as rij
from kennisplatform.zoeken.controle import vergelijk
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.models import Wachtrij
from kennisplatform.zoeken.motor import motoren
from kennisplatform.zoeken.motoren.elasticsearch import ElasticMotor
from tests import proefmap

from .conftest import MOTOREN

SLOT_S = 3  # a lock on the cluster outlives its holder by this long
RONDES = int(os.environ.get("KILL_RONDES", "2"))  # the bar is 40: KILL_RONDES=40
# Children of one process that has loaded Django, really killed; each opens the database and the index by itself.
PUBLICEER = """
import os, random, signal, sys, time
from django.core.management import call_command
from django.db import connections
from kennisplatform.preventie.models import Artikel
from kennisplatform.zoeken.models import Wachtrij

def kind(doe):
    connections.close_all()
    if pid := os.fork():
        return pid
    doe()
    sys.stdout.flush()
    os._exit(0)

def klaar(opdracht):
    assert os.waitpid(kind(lambda: call_command(*opdracht)), 0)[1] == 0, opdracht

def publiceer(klaar):
    while True:
        for artikel in random.sample(list(Artikel.objects.all()), 5):
            artikel.title = f"Proefkop {{random.randrange(10**9)}}"
            artikel.save_revision().publish()
            if random.random() < .3:
                artikel.unpublish()
            os.write(klaar, b".")

klaar(["herindex", "--zo-nodig"])
raak = 0
for _ in range({rondes} * 5):
    lees, schrijf = os.pipe()
    pid = kind(lambda: publiceer(schrijf))
    assert os.read(lees, 1) == b"."
    time.sleep(random.random() / 2)
    while not Wachtrij.objects.exists():  # committed, and not in the index yet
        time.sleep(.001)
    os.kill(pid, signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(pid, 0)[1])
    raak += Wachtrij.objects.exists()
    if raak == {rondes}:
        break
print("raak", raak, flush=True)
time.sleep({slot_s})
klaar(["verwerkwachtrij"])
print("controle", flush=True)
klaar(["zoekcontrole"])
"""


@pytest.mark.usefixtures("bronnen")
def test_differences_are_told_and_put_right() -> None:
    goed, oud, weg = (Group.objects.create(name=f"Tulpen {n}") for n in "abc")
    for motor in motoren():
        rij.herbouw(motor)
        assert vergelijk(motor).sleutels == ()
        motor.wis([f"groep:{goed.pk}"])
        motor.zet([Document(f"groep:{oud.pk}", "groep", "Oude naam"), Document("groep:999999", "groep", "Weg")])
        verschil = vergelijk(motor)
        assert (verschil.verloren, verschil.verouderd) == ((f"groep:{goed.pk}",), (f"groep:{oud.pk}",))
        assert verschil.te_veel == ("groep:999999",)
    uit = StringIO()
    with pytest.raises(CommandError, match="--herstel"):
        call_command("zoekcontrole", stdout=uit)
    assert "1 verloren, 1 verouderd, 1 te veel" in uit.getvalue()
    call_command("zoekcontrole", "--herstel", stdout=uit)
    call_command("zoekcontrole", stdout=uit)
    assert not Wachtrij.objects.exists()
    assert weg.pk


@pytest.mark.lang(12)
@pytest.mark.parametrize("motor", sorted(MOTOREN))
def test_nothing_is_lost_when_a_publisher_is_killed(tmp_path: Path, motor: str) -> None:
    """kill -9 at any moment of publishing, again and again; what waits is drained, then index and site agree."""
    shutil.copytree(proefmap.gevuld(), tmp_path / "var")
    omgeving = proefmap.omgeving(tmp_path / "var")
    if motor == "elasticsearch":
        omgeving |= {"ZOEK_URL": os.environ["ZOEK_URL"], "ZOEK_INDEX": f"proef-{uuid.uuid4().hex[:12]}"}
        omgeving |= {"ZOEK_SLOT_S": str(SLOT_S)}
    slot_s = SLOT_S if motor == "elasticsearch" else 0
    zegt = beheer(omgeving, "shell", "--no-imports", "-c", PUBLICEER.format(rondes=RONDES, slot_s=slot_s))
    uit = zegt.partition("controle\n")[2].splitlines()
    opruimen(omgeving)
    assert len(uit) == (2 if motor == "elasticsearch" else 1)
    assert all(regel.endswith("0 verloren, 0 verouderd, 0 te veel") for regel in uit), uit


def beheer(omgeving: dict[str, str], *opdracht: str) -> str:
    klaar = subprocess.run(
        [sys.executable, "manage.py", *opdracht],
        cwd=proefmap.WORTEL,
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    return klaar.stdout


def opruimen(omgeving: dict[str, str]) -> None:
    if omgeving.get("ZOEK_URL"):
        ElasticMotor(omgeving["ZOEK_URL"], omgeving["ZOEK_INDEX"]).beheer.wis_alles()
