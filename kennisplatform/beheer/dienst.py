"""How gunicorn serves this site, everywhere: `gunicorn -c kennisplatform/beheer/dienst.py kennisplatform.wsgi`.

Read before the site is: nothing of it may be imported here.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

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


def on_starting(server: Any) -> None:
    shutil.rmtree(metingen, ignore_errors=True)
    metingen.mkdir(parents=True, exist_ok=True)


def pre_fork(server: Any, worker: Any) -> None:
    """Each worker has a place, the lowest that is free, and writes its figures there."""
    bezet = {getattr(ander, "plaats", 0) for ander in server.WORKERS.values()}
    worker.plaats = next(plaats for plaats in range(1, 10_000) if plaats not in bezet)


def merk_van(pid: int) -> Path:
    """There, when this worker has loaded the site and answers."""
    return metingen / f"klaar-{pid}"


def post_worker_init(worker: Any) -> None:
    merk_van(worker.pid).touch()


def child_exit(server: Any, worker: Any) -> None:
    merk_van(worker.pid).unlink(missing_ok=True)


def post_fork(server: Any, worker: Any) -> None:
    from prometheus_client import values  # noqa: PLC0415  reads the folder of above

    values.ValueClass = values.MultiProcessValue(lambda: worker.plaats)  # type: ignore[no-untyped-call]
