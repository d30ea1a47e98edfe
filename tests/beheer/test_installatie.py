"""What installs the site passes every setting that it reads, and what runs it is closed but for what it needs."""

from __future__ import annotations

import ast
import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import threading
from inspect import isfunction
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.utils import timezone

from kennisplatform import omgeving as omgeving_
from kennisplatform.basis.nachtwerk import Tussenwerk
from kennisplatform.beheer import aflossen, leeft
from kennisplatform.beheer.management.commands import werker
from kennisplatform.kamers import gebracht
from tests.beheer.dienst import wordt
from tests.huis import WORTEL, onze_bestanden

INSTALLATIE = WORTEL / "kennisplatform" / "beheer" / "installatie"
COMPOSE = yaml.safe_load((WORTEL / "compose.yaml").read_text(encoding="utf-8"))
# Read by compose, Caddy or the database's image, not by the site.
VAN_ANDEREN = {"SITE_NAAM", "POSTGRES_PASSWORD", "VERSIE"}
LEZERS = {naam for naam, ding in vars(omgeving_).items() if isfunction(ding) and ding.__module__ == omgeving_.__name__}
# Made by what starts it.
VANZELF = {"PROMETHEUS_MULTIPROC_DIR", "SITE_MAP"}


def gelezen() -> set[str]:
    """Every variable of the environment that the code asks for by its name."""
    uit = set()
    for pad in onze_bestanden():
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.args:
                bron, naam = ast.unparse(knoop.func.value), knoop.args[0]
                lezer = (
                    bron == "omgeving" and knoop.func.attr in LEZERS
                ) or f"{bron}.{knoop.func.attr}" == "os.environ.get"
                omgeving = lezer and isinstance(naam, ast.Constant)
                if omgeving and re.fullmatch(r"[A-Z_]+", str(naam.value)):
                    uit.add(naam.value)
    return uit - {"DJANGO_SETTINGS_MODULE"} - VANZELF


def voorbeeld() -> dict[str, str]:
    regels = (INSTALLATIE / "omgeving.voorbeeld").read_text(encoding="utf-8").splitlines()
    return dict(m.groups() for regel in regels if (m := re.fullmatch(r"#?([A-Z_]+)=(.*)", regel)))  # type: ignore[misc]


def test_every_setting_that_is_read_stands_in_the_file_that_both_installations_pass() -> None:
    namen = gelezen()
    assert len(namen) > 50
    assert set(voorbeeld()) == namen | VAN_ANDEREN


def test_what_the_example_says_stands_already_is_so() -> None:
    """A line behind '#' tells the value that holds without it."""
    stil = {
        m[1]: m[2]
        for regel in (INSTALLATIE / "omgeving.voorbeeld").read_text(encoding="utf-8").splitlines()
        if (m := re.fullmatch(r"#([A-Z_]+)=(.+)", regel))
    }
    basis = {
        "SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "kennis.example.nl",
        "ACHTER_TLS": "1",
        "VAR_MAP": "/var/lib/kennisplatform",
    }
    toon = (
        "from django.conf import settings as s; import json; print(json.dumps([s.KOPIE, s.POST, s.TEKENING, s.ZOEK, s.CACHES, "
        "s.DEMO, s.DEBUG, s.NACHT_OM, s.WAGTAILADMIN_BASE_URL, s.TASKS, s.LOGGING, s.ZOEKPAGINAS_PER_MINUUT, "
        "s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.ONDERHOUD, s.ZOEKTELLING, s.EMAIL_USE_SSL], default=str))"
    )
    kaal = {naam: waarde for naam, waarde in os.environ.items() if naam not in voorbeeld()}
    assert len(stil) > 20
    stil.pop("ZOEK_URL")  # no service is the default
    stil.pop("ZOEK_DIRECT")  # and follows from it

    def instellingen(meer: dict[str, str]) -> str:
        omgeving = (
            kaal | basis | {"DJANGO_SETTINGS_MODULE": "kennisplatform.settings", "PYTHONWARNINGS": "ignore"} | meer
        )
        return subprocess.run(
            [sys.executable, "-c", toon], cwd=WORTEL, env=omgeving, capture_output=True, text=True, check=True
        ).stdout

    assert instellingen(stil) == instellingen({})


def van_de_site() -> dict[str, Any]:
    return {naam: dienst for naam, dienst in COMPOSE["services"].items() if "env_file" in dienst}


def test_compose_is_a_whole_installation() -> None:
    assert set(COMPOSE["services"]) == {
        "caddy", "klaarzetten", "site", "werker", "nacht", "postgres", "redis", "tellers", "elasticsearch",
    }  # fmt: skip
    namen = gelezen()
    for naam, dienst in van_de_site().items():
        assert dienst["env_file"] == [".env"] and set(dienst["environment"]) <= namen, naam
    assert [naam for naam, dienst in COMPOSE["services"].items() if "ports" in dienst] == ["caddy"]
    assert COMPOSE["networks"]["binnen"] == {"internal": True}
    assert "noeviction" in COMPOSE["services"]["tellers"]["command"]
    assert COMPOSE["services"]["klaarzetten"]["restart"] == "no", "what is wrong is said once"
    wachten = {naam: dienst["depends_on"] for naam, dienst in van_de_site().items() if naam != "klaarzetten"}
    assert all(dat == {"klaarzetten": {"condition": "service_completed_successfully"}} for dat in wachten.values())


def test_containers_are_pinned_closed_and_looked_after() -> None:
    for naam, dienst in COMPOSE["services"].items():
        beeld = dienst["image"]
        assert re.search(r":\d+\.\d+(\.\d+)?$", beeld) or beeld.startswith("kennisplatform"), beeld
        assert dienst["cap_drop"] == ["ALL"] and "no-new-privileges:true" in dienst["security_opt"], naam
        assert dienst.get("read_only") or naam == "elasticsearch", f"{naam}: its own start-up writes beside its data"
        assert dienst["user"] not in {"", "root", "0", "0:0"}, naam
        assert "start_period" in dienst.get("healthcheck", {"start_period": ""}), f"{naam}: a first start takes longer"
        assert "healthcheck" in dienst or naam == "klaarzetten", naam
    for naam, dienst in van_de_site().items():
        assert dienst["user"] == "10001:10001", naam
    docker = (WORTEL / "Dockerfile").read_text(encoding="utf-8")
    assert all(re.search(r":\d+\.\d+\.\d+", beeld) for beeld in re.findall(r"^FROM (\S+)", docker, re.MULTILINE))
    assert docker.count("USER 10001:10001") == 2 and COMPOSE["services"]["caddy"]["build"]["target"] == "caddy"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this machine")
def test_systemd_can_read_the_units(tmp_path: Path) -> None:
    for unit in (INSTALLATIE / "systemd").glob("kennisplatform*"):
        tekst = unit.read_text(encoding="utf-8").replace(
            "/opt/kennisplatform/nu/.venv/bin", str(Path(sys.executable).parent)
        )
        (tmp_path / unit.name).write_text(tekst, encoding="utf-8")
    units = sorted(str(pad) for pad in tmp_path.iterdir())
    assert len(units) == 5
    uit = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False)
    mis = [regel for regel in uit.stderr.splitlines() if "kennisplatform" in regel]
    assert not mis, mis


def test_systemd_lets_a_reload_take_as_long_as_it_may() -> None:
    """It counts as a start, which systemd ends at 90 seconds: half way, with the old and the new beside each other."""
    unit = (INSTALLATIE / "systemd" / "kennisplatform.service").read_text(encoding="utf-8")
    minuten = re.search(r"^TimeoutStartSec=(\d+)min$", unit, re.MULTILINE)
    assert minuten and int(minuten[1]) * 60 > 2 * aflossen.WACHT_S + aflossen.GEDULD_S


def test_the_worker_does_all_and_one_that_fails_stops_nothing(
    db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert {ding.naam for ding in gebracht(Tussenwerk)} >= {"post versturen", "zoekwachtrij", "bestanden lezen"}
    settings.VAR, gedaan, stop = tmp_path, [], threading.Event()

    def een() -> None:
        gedaan.append("een")
        if len(gedaan) == 3:
            stop.set()

    werk = (
        Tussenwerk("stuk", lambda: 1 / 0, 0.01),
        Tussenwerk("een", een, 0.01),
        Tussenwerk("zelden", lambda: gedaan.append("z"), 999),
    )
    monkeypatch.setattr(werker, "gebracht", lambda soort: werk)
    monkeypatch.setattr(werker, "STAP_S", 0.02)
    werker.tussendoor(stop, eenmaal=False)
    assert gedaan == ["een", "z", "een"]
    assert "stuk failed" in caplog.text
    monkeypatch.setenv("VAR_MAP", str(tmp_path))
    assert leeft.leeft(["werker"])
    os.utime(tmp_path / "werker.leeft", (0, 0))
    assert not leeft.leeft(["werker"])


def test_who_waits_for_the_night_gives_a_sign_of_life(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.VAR, stop = tmp_path, threading.Event()
    monkeypatch.setenv("VAR_MAP", str(tmp_path))
    assert not leeft.leeft(["nacht"])
    draad = threading.Thread(target=werker.nachten, args=(stop,), kwargs={"zeg": lambda regel: None})
    draad.start()
    try:
        assert wordt(lambda: leeft.leeft(["nacht"]), bool)
    finally:
        stop.set()
        draad.join()
    os.utime(tmp_path / "nacht.leeft", (0, 0))
    assert not leeft.leeft(["nacht"])


@pytest.mark.parametrize(
    ("nu", "om", "straks"),
    [
        ("2026-11-29T02:00", "03:15", "2026-11-29T03:15+01:00"),
        ("2026-11-29T03:15", "03:15", "2026-11-30T03:15+01:00"),
        ("2026-03-28T12:00", "03:15", "2026-03-29T03:15+02:00"),  # the night when the clock goes forward
        ("2026-10-24T12:00", "03:15", "2026-10-25T03:15+01:00"),  # and back
    ],
)
def test_the_next_night_is_on_the_clock_of_the_wall(nu: str, om: str, straks: str) -> None:
    moment = timezone.make_aware(dt.datetime.fromisoformat(nu))
    assert werker.volgende(moment, om) == dt.datetime.fromisoformat(straks)
