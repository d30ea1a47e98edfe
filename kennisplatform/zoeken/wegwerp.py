"""An engine with an index of its own that is gone afterwards: to measure on, without touching the live one."""

from __future__ import annotations

import contextlib
import os
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .motor import instelling
from .poort import IndexStuk, Motor, MotorWeg

MOTOREN: Final = ("tantivy", "elasticsearch")


@contextlib.contextmanager
def wegwerpmotor(naam: str) -> Iterator[Motor]:
    """One of MOTOREN. Elasticsearch is the server of ZOEK_URL; raises MotorWeg when none is named."""
    if naam == "tantivy":
        from .motoren.tantivy import TantivyMotor  # noqa: PLC0415  as in motor.py: only the engine that is used

        with tempfile.TemporaryDirectory() as plek:
            yield TantivyMotor(Path(plek))
        return
    from .motoren.elasticsearch import ElasticMotor  # noqa: PLC0415  the same
    from .motoren.elasticsearch_index import netfouten  # noqa: PLC0415  the same

    url = str(instelling("URL", "") or os.environ.get("ZOEK_URL", ""))
    if not url:
        raise MotorWeg("ZOEK_URL names no Elasticsearch server")
    motor = ElasticMotor(url, f"wegwerp-{uuid.uuid4().hex[:12]}", antwoord_s=10.0)
    try:
        yield motor
    finally:
        with contextlib.suppress(IndexStuk), netfouten():
            motor.beheer.wis_alles()
