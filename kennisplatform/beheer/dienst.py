"""How gunicorn serves this site, everywhere: `gunicorn -c kennisplatform/beheer/dienst.py kennisplatform.wsgi`.

Read before the site is: nothing of it may be imported here.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any

# Where each version has a folder of its own, the link that says which one serves (systemd/kennisplatform.service).
# What runs stays in the folder where it began: in one that is being changed it would mix the old with the new.
LINK = os.environ.get("SITE_MAP")
chdir = str(Path.cwd())

bind = os.environ.get("BIND", f"127.0.0.1:{os.environ.get('PORT') or '8000'}")
workers = int(os.environ.get("WORKERS") or "2")
worker_class = "gthread"
threads = 4
control_socket_disable = True
limit_request_line = 8190
# A worker begins anew now and then, whatever a library keeps. Most requests are pages drawn before, hundreds a second,
# and a beginning takes seconds: it may not come every half minute.
max_requests = 100_000
max_requests_jitter = 20_000
graceful_timeout = 30
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # a heartbeat on a slow disk kills the healthy
logger_class = "kennisplatform.beheer.toegangsboek.Toegangsboek"
accesslog = "-"

metingen = Path(
    os.environ.get("METINGEN_MAP") or Path(os.environ.get("VAR_MAP") or Path.cwd() / "gegevens") / "metingen"
)
os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(metingen)
# For aflossen.py: how many workers there must be, how many there are to be just now, and that one is at it.
HOORT, AANTAL, SLOT = metingen / "hoort", metingen / "aantal", metingen / "aflossen.slot"
DIENDE = metingen / "diende"  # there, once a worker has answered
RUST_S = 5.0
M_ARENA_MAX = -8  # of glibc's malloc.h


def deel_geheugen() -> bool:
    """Threads take memory from two heaps, not from one each (eight a core), of which none gives back what it holds: after a
    thousand pages a worker was 150 MB larger, with this 85. Only glibc has the word; elsewhere nothing happens.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return bool(mallopt and mallopt(M_ARENA_MAX, 2))


def on_starting(server: Any) -> None:
    deel_geheugen()  # workers have it from here
    shutil.rmtree(metingen, ignore_errors=True)
    metingen.mkdir(parents=True, exist_ok=True)
    for pad in (HOORT, AANTAL):
        pad.write_text(str(server.num_workers))


def nworkers_changed(server: Any, nieuw: int, oud: int | None) -> None:
    if oud is not None:  # not yet at the start: the folder is made anew after this
        even = AANTAL.with_suffix(".nieuw")
        even.write_text(str(nieuw))
        even.replace(AANTAL)


def pre_exec(server: Any) -> None:
    """USR2 would start a second gunicorn, which clears the figures of this one and which systemd does not know."""
    server.log.warning("USR2 does nothing here: new code comes by `systemctl reload kennisplatform`")
    os._exit(0)


def pre_fork(server: Any, worker: Any) -> None:
    """Each worker has a place, the lowest that is free, and writes its figures there."""
    bezet = {getattr(ander, "plaats", 0) for ander in server.WORKERS.values()}
    worker.plaats = next(plaats for plaats in range(1, 10_000) if plaats not in bezet)


def merk_van(pid: int) -> Path:
    """There, when this worker has loaded the site and answers."""
    return metingen / f"klaar-{pid}"


def post_worker_init(worker: Any) -> None:
    merk_van(worker.pid).touch()
    DIENDE.touch()


def worker_exit(server: Any, worker: Any) -> None:
    """One that can't load the site ends gunicorn: right at its start, and said once. A site that serves it may not take
    along: there it is one that was replaced while a new version was being put in place, and the next one can."""
    if not worker.booted and DIENDE.exists():
        time.sleep(RUST_S)
        os._exit(1)


def child_exit(server: Any, worker: Any) -> None:
    merk_van(worker.pid).unlink(missing_ok=True)


def vergeet() -> None:
    """What the first process read of ours for its log: code that was replaced since would be mixed with the new."""
    for naam in [naam for naam in sys.modules if naam.partition(".")[0] == "kennisplatform"]:
        del sys.modules[naam]


def verhuis(van: Path, naar: Path) -> None:
    """This process, begun in one folder, takes the code and the packages of another from here on."""
    for naam in ("executable", "prefix", "exec_prefix"):
        setattr(sys, naam, verlegd(getattr(sys, naam), van, naar))
    sys.path[:] = [verlegd(pad, van, naar) for pad in sys.path]
    os.chdir(naar)


def verlegd(pad: str, van: Path, naar: Path) -> str:
    return str(naar / Path(pad).relative_to(van)) if Path(pad).is_relative_to(van) else pad


def post_fork(server: Any, worker: Any) -> None:
    vergeet()
    if LINK and (nu := Path(LINK).resolve()) != Path.cwd():
        verhuis(Path.cwd(), nu)
    from prometheus_client import values  # noqa: PLC0415  reads the folder of above

    values.ValueClass = values.MultiProcessValue(lambda: worker.plaats)  # type: ignore[no-untyped-call]
