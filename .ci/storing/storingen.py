"""What is broken, and how it is mended."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Doe = Callable[[Any], None]
RONDES = int(os.environ.get("KILL_RONDES", "20"))
DUUR_S = float(os.environ.get("STORING_S", "20"))


def _niets(op: Any) -> None:
    return


@dataclass(frozen=True)
class Storing:
    naam: str
    doe: Doe
    terug: Doe = _niets
    kan_niet: Callable[[Any], str] = lambda op: ""  # why not on this machine, in Dutch


def dood_werkers(op: Any) -> None:
    """The oldest each time: the other one may just have begun. How long a start takes, the machine decides."""
    for _ronde in range(RONDES):
        if kinderen := op.kinderen():
            with contextlib.suppress(ProcessLookupError, FileNotFoundError):
                os.kill(min(kinderen, key=_begonnen), signal.SIGKILL)
        op.wacht_op_werkers()


def _begonnen(pid: int) -> int:
    """When, in ticks since the machine started: numbers of processes begin again on a busy machine."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19])


def dood(dienst: str) -> Doe:
    def doe(op: Any) -> None:
        os.kill(op.pid(dienst), signal.SIGKILL)
        time.sleep(DUUR_S)

    return doe


def bevries(dienst: str) -> Doe:
    def doe(op: Any) -> None:
        os.kill(op.pid(dienst), signal.SIGSTOP)
        time.sleep(DUUR_S)

    return doe


def dooi(dienst: str) -> Doe:
    return lambda op: os.kill(op.pid(dienst), signal.SIGCONT)


def start(dienst: str) -> Doe:
    return lambda op: op.diensten("start", dienst)


def pg_uit(op: Any) -> None:
    op.diensten("stop", "postgres")
    time.sleep(DUUR_S)


def pg_herstart(op: Any) -> None:
    for _keer in range(3):
        op.diensten("stop", "postgres")
        op.diensten("start", "postgres")
        time.sleep(3)


def vul_schijf(op: Any) -> None:
    with contextlib.suppress(OSError), (op.map_ / "vol").open("wb") as vol:
        while True:
            vol.write(b"0" * 65536)
            vol.flush()
    time.sleep(DUUR_S)


def leeg_schijf(op: Any) -> None:
    (op.map_ / "vol").unlink(missing_ok=True)


def halve_verbindingen(op: Any) -> None:
    """Twelve that never end their headers, twenty that never end their form."""
    kop = b"POST /account/aanmelden/ HTTP/1.1\r\nHost: localhost\r\n"
    lijnen = [(12, kop[:30]), (20, kop + b"Content-Type: text/plain\r\nContent-Length: 9000\r\n\r\nhalf")]
    with contextlib.ExitStack() as los:
        for hoeveel, begin in lijnen:
            for _keer in range(hoeveel):
                lijn = los.enter_context(socket.create_connection(("127.0.0.1", op.poort_voor())))
                lijn.sendall(begin)
        time.sleep(DUUR_S)


def vervang(op: Any) -> None:
    """A new version is put in place: workers one after the other."""
    for _keer in range(3):
        op.los_af()


def herstart_site(op: Any) -> None:
    oud = op.processen["site"]
    oud.send_signal(signal.SIGTERM)
    oud.wait(60)
    op.start_site()


def zonder_proxy(op: Any) -> str:
    return "" if op.caddy else "er is hier geen Caddy"


STORINGEN = (
    Storing("niets", lambda op: time.sleep(DUUR_S)),
    Storing(f"kill -9 × {RONDES}", dood_werkers),
    Storing("Redis uit", dood("redis"), start("redis")),
    Storing("Redis bevroren", bevries("redis"), dooi("redis")),
    Storing("Elasticsearch uit", dood("elasticsearch"), start("elasticsearch")),
    Storing("Elasticsearch bevroren", bevries("elasticsearch"), dooi("elasticsearch")),
    Storing("PostgreSQL herstart × 3", pg_herstart),
    Storing("PostgreSQL uit", pg_uit, start("postgres")),
    Storing("schijf vol", vul_schijf, leeg_schijf, lambda op: "" if op.klein else "er is geen kleine schijf te maken"),
    Storing("12 halve koppen en 20 halve formulieren", halve_verbindingen, kan_niet=zonder_proxy),
    Storing("nieuwe werkers × 3", vervang),
    Storing("site herstart", herstart_site, kan_niet=zonder_proxy),
)
